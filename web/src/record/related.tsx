import { PlusOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { type CSSProperties, useState } from "react";
import { Link } from "react-router";
import { keys } from "@/api/keys";
import { type ListQuery, listRecords } from "@/api/records";
import type { EntityInfo, FieldInfo, Row } from "@/api/types";
import { Failure } from "@/app/failure";
import { paths } from "@/app/paths";
import { texts } from "@/core/value";
import type { Where } from "@/core/where";
import { RowValue } from "@/field/field-value";
import { kindOf } from "@/field/registry";
import { titleOf } from "@/field/relation";
import { labelText, useLanguage } from "@/i18n";
import { shownColumns } from "@/list/columns";
import { both } from "@/list/views";
import { CreateDrawer } from "./create-drawer";
import css from "./record.module.css";
import type { Pointing } from "./usual-page";

const SHOWN = 10;

const READS: ReadonlySet<string> = new Set(["text", "long_text"]);

/** What a line of a related list says: the title, or the first words of a record without one; then two facts. */
export function lineOf(entity: EntityInfo, field: FieldInfo): { lead: FieldInfo | undefined; facts: FieldInfo[] } {
  const title = entity.fields.find((one) => one.code === entity.titleField && !one.system);
  const lead = title ?? entity.fields.find((one) => one !== field && !one.system && READS.has(one.type));
  const facts = shownColumns(entity, null).filter((one) => one !== field && one !== lead && !one.system);
  return { lead, facts: facts.slice(0, 2) };
}

/** The records whose `field` points to this one. */
export function pointsTo(field: FieldInfo, target: Row): Where {
  return field.many
    ? { field: field.code, op: "contains_any", value: [target.id] }
    : { field: field.code, op: "=", value: target.id };
}

/** What somebody chose of a list: nothing chosen is the usual. */
export type Chosen = {
  columns: string[];
  sort: string[];
  /** Undefined until it is known. */
  where: Where | null | undefined;
  rows: number | undefined;
};

type ListProps = Pointing &
  Chosen & {
    target: Row;
    heading: string;
    /** Whether somebody gave it its heading, so that it need not say by which field the records point here. */
    named: boolean;
  };

function columnsOf({ entity, field, columns }: ListProps) {
  if (columns.length === 0) return lineOf(entity, field);
  const [lead, ...facts] = columns.flatMap((code) => entity.fields.find((one) => one.code === code) ?? []);
  return { lead, facts };
}

function useRelated(props: ListProps) {
  const { entity, field, target, sort, where, rows: most } = props;
  const { lead, facts } = columnsOf(props);
  const when = entity.fields.find((one) => one.type === "datetime" && !one.system);
  const shown = lead ? [lead, ...facts] : facts;
  const query: ListQuery = {
    where: both(pointsTo(field, target), where ?? null),
    search: "",
    sort: sort.length > 0 ? sort : when ? [`-${when.code}`] : [],
    fields: shown.map((one) => one.code),
  };
  const rows = useQuery({
    queryKey: keys.list(entity.code, { ...query, related: true, most }),
    // As pages, which is how changed rows are looked for below this key.
    queryFn: async ({ signal }) => ({
      pages: [await listRecords(entity.code, query, null, signal, most ?? SHOWN)],
      pageParams: [null],
    }),
    select: ({ pages }) => pages[0],
    enabled: where !== undefined,
  });
  return { lead, facts, rows };
}

/** Records that point to this one, a line for each. */
export function RelatedList(props: ListProps) {
  const { entity, field, target, heading, named, columns } = props;
  const { t, language } = useLanguage();
  const [creating, setCreating] = useState(false);
  const { lead, facts, rows } = useRelated(props);
  const name = labelText(entity.label, language);
  const rule = { field: field.code, op: field.many ? "has_any" : "in", value: [target.id] };
  const all = `${paths.list(entity.code)}?filter=${encodeURIComponent(JSON.stringify({ all: [rule] }))}`;
  const style = { "--columns": `minmax(0, 2fr) repeat(${facts.length}, minmax(0, 1fr))` } as CSSProperties;
  const words = (row: Row) => (lead && texts(row.values[lead.code])[0]) || titleOf(row, entity);
  return (
    <section className={css.related} aria-label={heading}>
      <div className={css.relatedHead}>
        <h3>
          <Link to={all}>{heading}</Link>{" "}
          {!named && <span className={css.via}>{labelText(field.label, language)}</span>}
        </h3>
        {entity.rights.create && (
          <Button type="text" size="small" icon={<PlusOutlined />} onClick={() => setCreating(true)}>
            {t("common.create")}
          </Button>
        )}
      </div>
      {columns.length > 1 && (rows.data?.items.length ?? 0) > 0 && (
        <div className={css.relatedNames} style={style} aria-hidden>
          {[lead, ...facts].map(
            (one) =>
              one && (
                <span key={one.code} className={kindOf(one).align === "right" ? css.right : undefined}>
                  {labelText(one.label, language)}
                </span>
              ),
          )}
        </div>
      )}
      {rows.isError && <Failure error={rows.error} retry={() => void rows.refetch()} />}
      {rows.data?.items.length === 0 && <p className="faint">{t("record.noRelated", { name })}</p>}
      {rows.data?.items.map((row) => (
        <div key={row.id} className={css.relatedRow} style={style}>
          <Link to={paths.record(entity.code, row.id)} className={`${css.whole} ellipsis`} title={words(row)}>
            {words(row)}
          </Link>
          {facts.map((one) => (
            <span
              key={one.code}
              className={kindOf(one).align === "right" ? css.right : undefined}
              title={labelText(one.label, language)}
            >
              <RowValue field={one} row={row} />
            </span>
          ))}
        </div>
      ))}
      {rows.data?.next && !field.many && <Link to={all}>{t("common.more")}</Link>}
      {creating && (
        <CreateDrawer
          entity={entity}
          given={{ [field.code]: field.many ? [target.id] : target.id }}
          stay
          close={() => setCreating(false)}
        />
      )}
    </section>
  );
}
