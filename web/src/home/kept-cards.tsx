import { Link } from "react-router";
import { useFormats } from "@/field/use-formats";
import { useLanguage } from "@/i18n";
import { StarList } from "@/personal/star-list";
import { useStars } from "@/personal/use-favourites";
import { useRecents } from "@/personal/use-known";
import css from "./home.module.css";

const SHOWN = 8;

export function RecentCard() {
  const { t } = useLanguage();
  const formats = useFormats();
  const { items, isPending } = useRecents();
  if (isPending) return null;
  if (items.length === 0) return <p className={css.quiet}>{t("personal.noRecent")}</p>;
  return items.slice(0, SHOWN).map((one) => (
    <Link key={one.to} to={one.to} className={css.link}>
      <span className={`${css.grow} ellipsis`} title={one.text}>
        {one.text}
      </span>
      <span className={css.of}>{one.group}</span>
      <time dateTime={one.at} className={css.of} title={formats.moment(one.at)}>
        {formats.relative(one.at)}
      </time>
    </Link>
  ));
}

export function FavouritesCard() {
  const { t } = useLanguage();
  const { stars, isPending } = useStars();
  if (isPending) return null;
  if (stars.length === 0) return <p className={css.quiet}>{t("personal.noStars")}</p>;
  return <StarList stars={stars} className={css.link} />;
}
