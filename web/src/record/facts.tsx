import { EditOutlined } from "@ant-design/icons";
import { useState } from "react";
import type { EntityInfo, FieldInfo, Row } from "@/api/types";
import { fieldsOf } from "@/core/layout/layout";
import { isBlank } from "@/core/value";
import { FieldValue, RowValue } from "@/field/field-value";
import { InlineEditor } from "@/field/inline-editor";
import { isEditable, kindOf } from "@/field/registry";
import { RichText } from "@/field/rich-text";
import { FileDetail } from "@/files/file-detail";
import { labelText, useLanguage } from "@/i18n";
import { listable } from "@/list/columns";
import { LayoutView } from "./layout-view";
import css from "./record.module.css";
import type { Edit } from "./use-save";
import { useStandardForm } from "./use-standard-form";

type FactProps = { field: FieldInfo; row: Row; editable: boolean; save: (edit: Edit) => void };

function Shown({ field, row }: { field: FieldInfo; row: Row }) {
  const { t } = useLanguage();
  const value = row.values[field.code];
  if (isBlank(value) && field.type !== "boolean") return <span className={css.blank}>{t("record.empty")}</span>;
  if (field.type === "rich_text") return <RichText html={String(value)} />;
  if (field.type === "long_text") return <span className={css.lines}>{String(value)}</span>;
  return kindOf(field).types.length === 0 ? (
    <FieldValue field={field} value={value} />
  ) : (
    <FileDetail value={true}>
      <RowValue field={field} row={row} />
    </FileDetail>
  );
}

/** One fact, edited in its place by a click, or by Enter on its pencil. */
function Fact({ field, row, editable, save }: FactProps) {
  const { t, language } = useLanguage();
  const [editing, setEditing] = useState(false);
  const name = labelText(field.label, language);
  const { wide } = kindOf(field);
  const begin = () => editable && setEditing(true);
  const takesFiles = field.type === "file" || field.type === "image";
  return (
    <div className={wide ? `${css.fact} ${css.wide}` : css.fact} data-file-field={takesFiles ? field.code : undefined}>
      <dt>{name}</dt>
      {editing ? (
        <dd>
          <InlineEditor
            className={css.editor}
            field={field}
            row={row}
            leave={() => setEditing(false)}
            commit={(value, label) => {
              setEditing(false);
              save({
                row,
                set: { [field.code]: value },
                labels: label === undefined ? undefined : { [field.code]: label },
              });
            }}
          />
        </dd>
      ) : (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the pencil beside it is the keyboard's way
        <dd className={editable ? css.editable : undefined} onClick={begin}>
          <Shown field={field} row={row} />
          {editable && (
            <button
              type="button"
              className={`plain ${css.pencil}`}
              aria-label={t("record.editField", { name })}
              onClick={begin}
            >
              <EditOutlined />
            </button>
          )}
        </dd>
      )}
    </div>
  );
}

type Props = {
  entity: EntityInfo;
  /** The fields as the logic leaves them, hidden ones left out. */
  fields: FieldInfo[];
  row: Row;
  save: (edit: Edit) => void;
};

/**
 * All facts of a record that its logic shows, but its title and stage, which stand above, and its child tables; where the standard form
 * places them, and what every record has below. */
export function Facts({ entity, fields, row, save }: Props) {
  const standard = useStandardForm(entity);
  const stage = entity.fields.find((field) => field.type === "stage");
  const ruled = new Map(fields.map((field) => [field.code, field]));
  const facts = listable(entity).flatMap((field) => {
    const now = ruled.get(field.code);
    return now && field.code !== entity.titleField && field !== stage ? [now] : [];
  });
  const draw = (field: FieldInfo) => (
    <Fact key={field.code} field={field} row={row} save={save} editable={entity.rights.update && isEditable(field)} />
  );
  if (standard === null) return <dl className={css.facts}>{facts.map(draw)}</dl>;
  const placed = new Set(fieldsOf(standard.layout));
  const always = facts.filter((field) => field.system && !placed.has(field.code));
  return (
    <div className={css.laidOut}>
      <LayoutView
        {...standard}
        place={(code) => {
          const field = facts.find((one) => one.code === code);
          return field ? <dl>{draw(field)}</dl> : null;
        }}
      />
      <dl className={css.facts}>{always.map(draw)}</dl>
    </div>
  );
}
