import { useEffect, useRef } from "react";
import { Link } from "react-router";
import type { EntityInfo, FieldInfo, Row } from "@/api/types";
import { paths } from "@/app/paths";
import { isBlank } from "@/core/value";
import { RowValue } from "@/field/field-value";
import { titleOf } from "@/field/relation";
import { labelText, useLanguage } from "@/i18n";
import css from "./cards.module.css";

type Props = {
  entity: EntityInfo;
  columns: FieldInfo[];
  rows: Row[];
  loadMore: (() => void) | null;
  loadingMore: boolean;
};

function Card({ entity, columns, row }: { entity: EntityInfo; columns: FieldInfo[]; row: Row }) {
  const { language } = useLanguage();
  const stage = columns.find((field) => field.type === "stage" && !isBlank(row.values[field.code]));
  const facts = columns
    .slice(1)
    .filter((field) => field !== stage && !isBlank(row.values[field.code]))
    .slice(0, 4);
  return (
    <li className={css.card}>
      <div className={css.head}>
        <Link to={paths.record(entity.code, row.id)} className={css.title}>
          {titleOf(row, entity)}
        </Link>
        {stage && <RowValue field={stage} row={row} />}
      </div>
      <dl className={css.facts}>
        {facts.map((field) => (
          <div key={field.code}>
            <dt>{labelText(field.label, language)}</dt>
            <dd>
              <RowValue field={field} row={row} />
            </dd>
          </div>
        ))}
      </dl>
    </li>
  );
}

type EndProps = Pick<Props, "loadMore" | "loadingMore">;

/** Stands at the end of what is loaded; coming near it reads the next page. */
export function EndOfRows({ loadMore, loadingMore }: EndProps) {
  const { t } = useLanguage();
  const end = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const node = end.current;
    if (!node || !loadMore || loadingMore) return;
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting && loadMore(), {
      rootMargin: "800px",
    });
    observer.observe(node);
    return () => observer.disconnect();
  }, [loadMore, loadingMore]);
  return <div ref={end}>{loadingMore && <p className={css.more}>{t("common.loading")}</p>}</div>;
}

/** A list on a phone. */
export function Cards({ entity, columns, rows, loadMore, loadingMore }: Props) {
  return (
    <div className={css.scroll}>
      <ul className={css.list}>
        {rows.map((row) => (
          <Card key={row.id} entity={entity} columns={columns} row={row} />
        ))}
      </ul>
      <EndOfRows loadMore={loadMore} loadingMore={loadingMore} />
    </div>
  );
}
