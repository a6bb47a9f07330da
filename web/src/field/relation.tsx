import { Link } from "react-router";
import type { EntityInfo, FieldInfo, Row } from "@/api/types";
import { paths } from "@/app/paths";
import { texts } from "@/core/value";
import { useLanguage } from "@/i18n";
import css from "./field.module.css";
import { type DisplayProps, kind, MANY_OPERATORS, ONE_OPERATORS } from "./kind";
import { laterInput } from "./later-input";
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

export const relation = kind({
  types: ["relation"],
  Display: Links,
  Input: laterInput("Lookup"),
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
