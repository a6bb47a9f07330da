import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Button } from "antd";
import { restoreTrash, type TrashInfo, trashQuery } from "@/api/definitions";
import { keys } from "@/api/keys";
import { useToast } from "@/app/toast";
import { useFormats } from "@/field/use-formats";
import { labelText, useLanguage } from "@/i18n";
import css from "./apps.module.css";

function TrashRow({ item }: { item: TrashInfo }) {
  const { t, language } = useLanguage();
  const formats = useFormats();
  const toast = useToast();
  const cache = useQueryClient();
  const restore = async () => {
    try {
      await restoreTrash(item.id);
      toast.done(t("builder.trash.drafted"));
    } catch (error) {
      toast.failed(error);
    }
    await cache.invalidateQueries({ queryKey: keys.allDefinitions });
  };
  return (
    <div className={css.row}>
      <div className={css.about}>
        <strong className="ellipsis">{labelText(item.label, language)}</strong>
        <span className="faint">
          {item.field ? t("builder.trash.field", { entity: item.entity }) : t("builder.trash.entity")}
          {` \u00b7 ${t("builder.trash.held", { n: item.held })} \u00b7 ${formats.relative(item.trashedAt)}`}
        </span>
      </div>
      <Button size="small" onClick={() => void restore()}>
        {t("builder.trash.restore")}
      </Button>
    </div>
  );
}

/** Deleted fields and forms whose data is still there. */
export function Trash({ entities }: { entities: ReadonlySet<string> }) {
  const { t } = useLanguage();
  const items = (useQuery(trashQuery).data ?? []).filter((item) => item.field == null || entities.has(item.entity));
  if (items.length === 0) return null;
  return (
    <section className={css.panel} aria-label={t("builder.trash.title")}>
      <div className={css.panelHead}>
        <h2>{t("builder.trash.title")}</h2>
      </div>
      <p className="faint">{t("builder.trash.text")}</p>
      {items.map((item) => (
        <TrashRow key={item.id} item={item} />
      ))}
    </section>
  );
}
