import { PlusOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import { Link } from "react-router";
import { entitiesQuery } from "@/api/catalogue";
import { keys } from "@/api/keys";
import { type ListQuery, listRecords } from "@/api/records";
import type { EntityInfo, FieldInfo } from "@/api/types";
import { Failure } from "@/app/failure";
import { paths } from "@/app/paths";
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

type ListProps = Pointing & { id: string };

function RelatedList({ entity, field, id }: ListProps) {
  const { t, language } = useLanguage();
  const [creating, setCreating] = useState(false);
  const op = field.many ? "has_any" : "in";
  const where = field.many
    ? { field: field.code, op: "contains_any", value: [id] }
    : { field: field.code, op: "=", value: id };
  const columns = shownColumns(entity, null)
    .filter((one) => one !== field)
    .slice(0, 4);
  const query: ListQuery = { where, search: "", sort: [], fields: columns.map((one) => one.code) };
  const rows = useQuery({
    queryKey: keys.list(entity.code, { ...query, related: true }),
    queryFn: ({ signal }) => listRecords(entity.code, query, null, signal, SHOWN),
  });
  const name = labelText(entity.label, language);
  const all = `${paths.list(entity.code)}?filter=${encodeURIComponent(JSON.stringify({ all: [{ field: field.code, op, value: [id] }] }))}`;
  return (
    <section className={css.related}>
      <div className={css.relatedHead}>
        <h3>
          <Link to={all}>{name}</Link> <span className={css.via}>{labelText(field.label, language)}</span>
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
          <Link to={paths.record(entity.code, row.id)} className={`${css.whole} ellipsis`}>
            {titleOf(row, entity)}
          </Link>
          {columns.slice(1, 3).map((one) => (
            <span key={one.code} className={kindOf(one).align === "right" ? css.right : undefined}>
              <RowValue field={one} row={row} />
            </span>
          ))}
        </div>
      ))}
      {rows.data?.next && <Link to={all}>{t("common.more")}</Link>}
      {creating && (
        <CreateDrawer
          entity={entity}
          given={{ [field.code]: field.many ? [id] : id }}
          stay
          close={() => setCreating(false)}
        />
      )}
    </section>
  );
}

/** The records that this one owns as tables, then lists of all others that point to it. */
export function Related({ entity, id }: { entity: EntityInfo; id: string }) {
  const entities = useQuery(entitiesQuery);
  const pointing = pointingHere(entities.data ?? [], entity.code);
  const isOwned = (one: Pointing) => one.entity.parent === one.field.code;
  const key = (one: Pointing) => `${one.entity.code}-${one.field.code}`;
  return [
    ...pointing.filter(isOwned).map((one) => <Children key={key(one)} {...one} id={id} />),
    ...pointing.filter((one) => !isOwned(one)).map((one) => <RelatedList key={key(one)} {...one} id={id} />),
  ];
}
