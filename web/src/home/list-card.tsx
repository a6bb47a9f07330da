import { useQuery } from "@tanstack/react-query";
import { Skeleton } from "antd";
import { Link } from "react-router";
import { keys } from "@/api/keys";
import type { HomeCard } from "@/api/personal";
import { listRecords } from "@/api/records";
import { Failure } from "@/app/failure";
import { paths } from "@/app/paths";
import { Later } from "@/app/skeleton";
import { RowValue } from "@/field/field-value";
import { kindOf } from "@/field/registry";
import { titleOf } from "@/field/relation";
import { labelText, useLanguage } from "@/i18n";
import { shownColumns } from "@/list/columns";
import { listOf, type Subject } from "./figures";
import css from "./home.module.css";

const SHOWN = 6;
const FACTS = 2;

/** The first records of a view. */
export function ListCard({ card, subject }: { card: HomeCard; subject: Subject }) {
  const { t, language } = useLanguage();
  const { entity, view } = subject;
  const columns = shownColumns(entity, view && view.columns.length > 0 ? view.columns : null);
  const facts = columns.slice(1, 1 + card.width * FACTS - 1);
  const query = {
    where: view?.where ?? null,
    search: "",
    sort: view?.sort ?? [],
    fields: [...new Set([...columns.slice(0, 1), ...facts].map((field) => field.code))],
  };
  const rows = useQuery({
    queryKey: keys.list(entity.code, { ...query, card: true }),
    queryFn: async ({ signal }) => ({
      pages: [await listRecords(entity.code, query, null, signal, SHOWN)],
      pageParams: [null],
    }),
    refetchOnMount: "always",
  });
  if (rows.isPending) {
    return (
      <Later>
        <Skeleton active title={false} paragraph={{ rows: 3 }} />
      </Later>
    );
  }
  if (rows.isError) return <Failure error={rows.error} retry={() => void rows.refetch()} />;
  const page = rows.data.pages[0];
  const items = page?.items ?? [];
  if (items.length === 0) {
    return (
      <p className={css.quiet}>
        {t("home.emptyList")} <Link to={listOf(subject, card)}>{t("home.openList")}</Link>
      </p>
    );
  }
  return (
    <>
      {items.map((row) => {
        const name = titleOf(row, entity);
        return (
          <div key={row.id} className={css.row}>
            <Link to={paths.record(entity.code, row.id)} className="ellipsis" title={name}>
              {name}
            </Link>
            {facts.map((field) => (
              <span
                key={field.code}
                className={kindOf(field).align === "right" ? css.right : css.fact}
                title={labelText(field.label, language)}
              >
                <RowValue field={field} row={row} />
              </span>
            ))}
          </div>
        );
      })}
      {page?.next != null && (
        <Link to={listOf(subject, card)} className={css.all}>
          {t("home.openList")}
        </Link>
      )}
    </>
  );
}
