import { Select } from "antd";
import type { SheetColumn } from "@/api/import-types";
import type { EntityInfo, FieldInfo } from "@/api/types";
import { labelText, useLanguage } from "@/i18n";
import { fieldOf, importable, type Mapping, mapColumn, targetFor } from "./mapping";
import css from "./wizard.module.css";

const BY_TYPES = new Set(["text", "phone", "email", "autonumber", "barcode", "number", "url"]);

type RowProps = {
  entity: EntityInfo;
  entities: EntityInfo[];
  column: SheetColumn;
  mapping: Mapping;
  change: (mapping: Mapping) => void;
};

function LookupSelect({ field, entities, column, mapping, change }: RowProps & { field: FieldInfo }) {
  const { t, language } = useLanguage();
  const related = entities.find((one) => one.code === field.entity);
  const target = mapping.targets[column.name];
  if (!related || target === undefined) return null;
  const name = labelText(related.label, language);
  const options = related.fields
    .filter((one) => BY_TYPES.has(one.type))
    .map((one) => ({
      value: one.code,
      label: t("imports.wizard.lookup", { name, field: labelText(one.label, language) }),
    }));
  return (
    <Select
      aria-label={t("imports.wizard.by")}
      value={typeof target === "string" ? null : target.by}
      options={options}
      onChange={(by: string) => change(mapColumn(mapping, column.name, { field: field.code, by }))}
    />
  );
}

function MappingRow(props: RowProps) {
  const { entity, entities, column, mapping, change } = props;
  const { t, language } = useLanguage();
  const fields = importable(entity);
  const target = mapping.targets[column.name];
  const code = target === undefined ? "" : fieldOf(target);
  const field = fields.find((one) => one.code === code);
  const taken = new Set(
    Object.entries(mapping.targets)
      .filter(([name]) => name !== column.name)
      .map(([, other]) => fieldOf(other)),
  );
  const options = [
    { value: "", label: t("imports.wizard.skip") },
    ...fields.map((one) => ({
      value: one.code,
      label: `${labelText(one.label, language)}${one.required ? " *" : ""}`,
      disabled: taken.has(one.code),
      title: taken.has(one.code) ? t("imports.wizard.duplicate") : "",
    })),
  ];
  const samples = column.samples.slice(0, 3).join(" \u00b7 ");
  return (
    <li className={field ? css.row : `${css.row} ${css.skipped}`}>
      <div className={css.column}>
        <span className="ellipsis" title={column.name}>
          {column.name}
        </span>
        <span className={`${css.samples} ellipsis`} title={samples}>
          {samples}
        </span>
      </div>
      <div aria-hidden className={css.arrow}>
        →
      </div>
      <div className={css.target}>
        <Select
          value={code}
          aria-label={`${column.name}: ${t("imports.wizard.field")}`}
          showSearch={{ optionFilterProp: "label" }}
          options={options}
          onChange={(next) => {
            const chosen = fields.find((one) => one.code === next);
            change(mapColumn(mapping, column.name, chosen ? targetFor(chosen, entities) : null));
          }}
        />
        {field?.type === "relation" && <LookupSelect {...props} field={field} />}
      </div>
    </li>
  );
}

type Props = Omit<RowProps, "column"> & { columns: SheetColumn[] };

export function MappingTable({ columns, ...rest }: Props) {
  const { t } = useLanguage();
  return (
    <ul aria-label={t("imports.wizard.mapTitle")} className={css.table}>
      {columns.map((column) => (
        <MappingRow key={column.code} {...rest} column={column} />
      ))}
    </ul>
  );
}
