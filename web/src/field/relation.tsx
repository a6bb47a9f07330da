import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Select } from "antd";
import { useEffect, useState } from "react";
import { Link } from "react-router";
import { entitiesQuery } from "@/api/catalogue";
import { keys } from "@/api/keys";
import { listRecords } from "@/api/records";
import type { EntityInfo, FieldInfo, Row } from "@/api/types";
import { paths } from "@/app/paths";
import { texts } from "@/core/value";
import { useLanguage } from "@/i18n";
import css from "./field.module.css";
import { type DisplayProps, IN_CELL_WIDTH, type InputProps, kind, MANY_OPERATORS, ONE_OPERATORS } from "./kind";
import { labelled } from "./people";

function Links({ field, value, label }: DisplayProps) {
  const { t } = useLanguage();
  return (
    <span className={css.tags}>
      {labelled(value, label).map(({ code, text }) =>
        text === code ? (
          <span key={code} className="faint" title={t("field.goneRecordHint")}>
            {t("field.goneRecord")}
          </span>
        ) : (
          <Link
            key={code}
            to={paths.record(field.entity ?? "", code)}
            className="ellipsis"
            tabIndex={-1}
            onClick={(event) => event.stopPropagation()}
          >
            {text}
          </Link>
        ),
      )}
    </span>
  );
}

const READABLE: ReadonlySet<string> = new Set(["text", "long_text", "phone", "email", "autonumber", "barcode"]);

/** The field that records are called by: the title; where there is only their number, the first of their own. */
export function callingField(entity: EntityInfo): FieldInfo | undefined {
  const title = entity.fields.find((field) => field.code === entity.titleField);
  return title === undefined || title.system ? entity.fields.find((field) => !field.system) : title;
}

/** What a record is called: by its calling field where that can be read, else by its number. */
export function titleOf(row: Row, entity: EntityInfo | undefined): string {
  const field = entity && callingField(entity);
  const label = field && row.labels[field.code];
  const readable = field !== undefined && (field.code === entity?.titleField || READABLE.has(field.type));
  const own = typeof label === "string" ? label : readable ? texts(row.values[field.code])[0] : undefined;
  return own || row.number || row.id.slice(0, 8);
}

function useLater(text: string): string {
  const [later, setLater] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setLater(text), 200);
    return () => clearTimeout(timer);
  }, [text]);
  return later;
}

function useLookup(code: string, typed: string) {
  const search = useLater(typed);
  const entities = useQuery(entitiesQuery);
  const entity = entities.data?.find((found) => found.code === code);
  const fields = entity?.titleField ? [entity.titleField] : undefined;
  return useQuery({
    queryKey: keys.lookup(code, search),
    enabled: entity !== undefined,
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }) => {
      const page = await listRecords(code, { where: null, search, sort: [], fields }, null, signal, 30);
      return page.items.map((row) => ({ value: row.id, label: titleOf(row, entity) }));
    },
  });
}

function Lookup({ id, field, value, label, onChange, autoFocus, inCell, invalid }: InputProps) {
  const { t } = useLanguage();
  const [typed, setTyped] = useState("");
  const found = useLookup(field.entity ?? "", typed);
  const chosen = labelled(value, label).map((one) => ({ value: one.code, label: one.text }));
  return (
    <Select
      id={id}
      labelInValue
      mode={field.many ? "multiple" : undefined}
      value={field.many ? chosen : (chosen[0] ?? null)}
      options={found.data ?? []}
      loading={found.isFetching}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      notFoundContent={found.isFetching ? t("common.loading") : t("field.nothingFound")}
      allowClear={!field.required}
      autoFocus={autoFocus}
      defaultOpen={inCell}
      popupMatchSelectWidth={inCell ? IN_CELL_WIDTH : true}
      variant={inCell ? "borderless" : "outlined"}
      status={invalid ? "error" : undefined}
      style={{ width: "100%" }}
      onChange={(picked) => {
        const list = (Array.isArray(picked) ? picked : picked ? [picked] : []) as { value: string; label: string }[];
        const ids = list.map((one) => one.value);
        const names = list.map((one) => String(one.label));
        if (field.many) onChange(ids, names);
        else onChange(ids[0] ?? null, names[0]);
      }}
    />
  );
}

export const relation = kind({
  types: ["relation"],
  Display: Links,
  Input: Lookup,
  operators: ONE_OPERATORS,
  width: 180,
  instant: true,
  leads: true,
});
export const relationMany = { ...relation, operators: MANY_OPERATORS, instant: false, sortable: false };
export const childTable = kind({
  types: ["child_table"],
  Display: Links,
  Input: null,
  operators: [],
  width: 160,
  sortable: false,
});
