import sheet from "@/app/shell/shell.module.css";
import { useLanguage } from "@/i18n";
import { StarList } from "./star-list";
import { useStars } from "./use-favourites";

/** The favourites on top of a phone's sheet of apps. */
export default function SheetFavourites({ leave }: { leave: () => void }) {
  const { t } = useLanguage();
  const { stars } = useStars();
  if (stars.length === 0) return null;
  return (
    <section aria-label={t("personal.favourites")}>
      <div className={sheet.sheetTitle}>{t("personal.favourites")}</div>
      <StarList stars={stars} className={sheet.sheetLink} leave={leave} />
    </section>
  );
}
