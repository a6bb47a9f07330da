import { PlusOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import { Link } from "react-router";
import { entitiesQuery } from "@/api/catalogue";
import { keys } from "@/api/keys";
import { type ListQuery, listRecords } from "@/api/records";
import type { EntityInfo, FieldInfo, Row } from "@/api/types";
import { Failure } from "@/app/failure";
import { paths } from "@/app/paths";
import { texts } from "@/core/value";
import { RowValue } from "@/field/field-value";
import { kindOf } from "@/field/registry";
import { titleOf } from "@/field/relation";
import { labelText, useLanguage } from "@/i18n";
import { shownColumns } from "@/list/columns";
import { Children } from "./children";
import { CreateDrawer } from "./create-drawer";
import css from "./record.module.css";

const SHOWN = 10;

type Pointing = { entity: EntityInfo; field: FieldInfo };

/** Fields of other entities that point to records of this one. */
export function pointingHere(entities: EntityInfo[], code: string): Pointing[] {
  return entities.flatMap((entity) =>
    entity.fields
      .filter((field) => field.type === "relation" && field.entity === code)
      .map((field) => ({ entity, field })),
  );
}

const READS: ReadonlySet<string> = new Set(["text", "long_text"]);

/** What a line of a related list says: the title, or the first words of a record without one; then two facts. */
export function lineOf(entity: EntityInfo, field: FieldInfo): { lead: FieldInfo | undefined; facts: FieldInfo[] } {
  const title = entity.fields.find((one) => one.code === entity.titleField && !one.system);
  const lead = title ?? entity.fields.find((one) => one !== field && !one.system && READS.has(one.type));
  const facts = shownColumns(entity, null).filter((one) => one !== field && one !== lead && !one.system);
  return { lead, facts: facts.slice(0, 2) };
}

/** The records whose `field` points to this one. A relation to many is asked for by the number, which the language knows. */
function pointsTo(field: FieldInfo, target: Row): ListQuery["where"] {
  if (!field.many) return { field: field.code, op: "=", value: target.id };
  return `COUNT({${field.code}}, number = ${target.number}) > 0`;
}

type ListProps = Pointing & { target: Row };

function useRelated({ entity, field, target }: ListProps) {
  const { lead, facts } = lineOf(entity, field);
  const when = entity.fields.find((one) => one.type === "datetime" && !one.system);
  const shown = lead ? [lead, ...facts] : facts;
  const query: ListQuery = {
    where: pointsTo(field, target),
    search: "",
    sort: when ? [`-${when.code}`] : [],
    fields: shown.map((one) => one.code),
  };
  const rows = useQuery({
    queryKey: keys.list(entity.code, { ...query, related: true }),
    queryFn: ({ signal }) => listRecords(entity.code, query, null, signal, SHOWN),
  });
  return { lead, facts, rows };
}

function RelatedList(props: ListProps) {
  const { entity, field, target } = props;
  const { t, language } = useLanguage();
  const [creating, setCreating] = useState(false);
  const { lead, facts, rows } = useRelated(props);
  const name = labelText(entity.label, language);
  const rule = { field: field.code, op: "in", value: [target.id] };
  const all = `${paths.list(entity.code)}?filter=${encodeURIComponent(JSON.stringify({ all: [rule] }))}`;
  const words = (row: Row) => (lead && texts(row.values[lead.code])[0]) || titleOf(row, entity);
  return (
    <section className={css.related}>
      <div className={css.relatedHead}>
        <h3>
          {field.many ? name : <Link to={all}>{name}</Link>}{" "}
          <span className={css.via}>{labelText(field.label, language)}</span>
        </h3>
        {entity.rights.create && (
          <Button type="text" size="small" icon={<PlusOutlined />} onClick={() => setCreating(true)}>
            {t("common.create")}
          </Button>
        )}
      </div>
      {rows.isError && <Failure error={rows.error} retry={() => void rows.refetch()} />}
      {rows.data?.items.length === 0 && <p className="faint">{t("record.noRelated", { name })}</p>}
      {rows.data?.items.map((row) => (
        <div key={row.id} className={css.relatedRow}>
          <Link to={paths.record(entity.code, row.id)} className={`${css.whole} ellipsis`} title={words(row)}>
            {words(row)}
          </Link>
          {facts.map((one) => (
            <span key={one.code} className={kindOf(one).align === "right" ? css.right : undefined}>
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

/** The records that this one owns as tables, then lists of all others that point to it; activities stand in the timeline. */
export function Related({ entity, row }: { entity: EntityInfo; row: Row }) {
  const entities = useQuery(entitiesQuery);
  const pointing = pointingHere(entities.data ?? [], entity.code);
  const isLogged = (one: Pointing) => one.entity.traits?.activity?.record === one.field.code;
  const isOwned = (one: Pointing) => one.entity.parent === one.field.code;
  const key = (one: Pointing) => `${one.entity.code}-${one.field.code}`;
  return [
    ...pointing.filter(isOwned).map((one) => <Children key={key(one)} {...one} id={row.id} />),
    ...pointing
      .filter((one) => !isOwned(one) && !isLogged(one))
      .map((one) => <RelatedList key={key(one)} {...one} target={row} />),
  ];
}
