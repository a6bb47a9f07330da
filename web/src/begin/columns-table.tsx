import { Checkbox, Input, Select } from "antd";
import type { SheetColumn } from "@/api/import-types";
import type { NewColumn } from "@/api/imports";
import { COLUMN_TYPES } from "@/field/registry";
import { useLanguage } from "@/i18n";
import css from "./columns.module.css";

type RowProps = {
  column: NewColumn;
  source: SheetColumn | undefined;
  issue: string | undefined;
  change: (column: NewColumn) => void;
};

function ColumnRow({ column, source, issue, change }: RowProps) {
  const { t } = useLanguage();
  const used = !column.skip;
  const samples =
    source?.samples
      .filter((sample) => sample !== "")
      .slice(0, 4)
      .join(" \u00b7 ") ?? "";
  return (
    <tr className={used ? css.row : `${css.row} ${css.skipped}`}>
      <td>
        <Checkbox
          checked={used}
          aria-label={`${t("begin.columns.use")} ${column.name}`}
          onChange={(event) => change({ ...column, skip: !event.target.checked })}
        />
      </td>
      <td className="ellipsis" title={column.name}>
        {column.name}
      </td>
      <td>
        <Input
          value={column.label}
          disabled={!used}
          status={issue ? "error" : undefined}
          maxLength={60}
          aria-label={t("begin.columns.fieldLabel")}
          onChange={(event) => change({ ...column, label: event.target.value })}
        />
        {issue && <span className={css.issue}>{issue}</span>}
      </td>
      <td>
        <Select
          value={column.type}
          disabled={!used}
          aria-label={t("begin.columns.type")}
          showSearch={{ optionFilterProp: "label" }}
          options={[...new Set([...COLUMN_TYPES, column.type])].map((type) => ({
            value: type,
            label: t(`field.type.${type}`),
          }))}
          onChange={(type) => change({ ...column, type })}
          style={{ width: "100%" }}
        />
      </td>
      <td className={`${css.samples} ellipsis`} title={samples}>
        {samples || t("begin.columns.noSamples")}
      </td>
    </tr>
  );
}

type Props = {
  columns: NewColumn[];
  sources: SheetColumn[];
  issues: Map<number, string>;
  change: (columns: NewColumn[]) => void;
};

/** Every column of the sheet: whether it is taken, what the field is called, its type, and what is in it. */
export function ColumnsTable({ columns, sources, issues, change }: Props) {
  const { t } = useLanguage();
  const all = columns.every((column) => !column.skip);
  return (
    <table className={css.table} aria-label={t("begin.columns.title")}>
      <thead>
        <tr className={`${css.row} ${css.header}`}>
          <th scope="col">
            <Checkbox
              checked={all}
              indeterminate={!all && columns.some((column) => !column.skip)}
              aria-label={t(all ? "begin.columns.skipAll" : "begin.columns.useAll")}
              onChange={() => change(columns.map((column) => ({ ...column, skip: all })))}
            />
          </th>
          <th scope="col">{t("begin.columns.column")}</th>
          <th scope="col">{t("begin.columns.fieldLabel")}</th>
          <th scope="col">{t("begin.columns.type")}</th>
          <th scope="col">{t("begin.columns.samples")}</th>
        </tr>
      </thead>
      <tbody>
        {columns.map((column, at) => (
          <ColumnRow
            key={column.code}
            column={column}
            source={sources[at]}
            issue={issues.get(at)}
            change={(next) => change(columns.map((old, i) => (i === at ? next : old)))}
          />
        ))}
      </tbody>
    </table>
  );
}
