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
import { useEntityForm } from "./use-standard-form";

type FactProps = { field: FieldInfo; row: Row; editable: boolean; save: (edit: Edit) => void };

function Shown({ field, row }: { field: FieldInfo; row: Row }) {
  const { t } = useLanguage();
  const value = row.values[field.code];
  if (isBlank(value) && field.type !== "boolean") return <span className={css.blank}>{t("record.empty")}</span>;
  if (field.type === "rich_text") return <RichText html={String(value)} />;
  const shown = field.encrypted && field.hides ? field.hides.field : field;
  if (shown.type === "long_text") return <span className={css.lines}>{String(value)}</span>;
  return kindOf(field).types.length === 0 ? (
    <FieldValue field={field} value={value} />
  ) : (
    <FileDetail value={true}>
      <RowValue field={field} row={row} />
    </FileDetail>
  );
}

/** One fact, edited in its place by a click, or by Enter on its pencil. */
export function Fact({ field, row, editable, save }: FactProps) {
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

const drawer = ({ entity, row, save }: Props) =>
  function draw(field: FieldInfo) {
    return (
      <Fact key={field.code} field={field} row={row} save={save} editable={entity.rights.update && isEditable(field)} />
    );
  };

/**
 * All facts of a record that its logic shows, but its title and stage, which stand above, and its child tables; where the
 * standard form, or the one named, places them, and what every record has below.
 */
export function Facts({ form, ...props }: Props & { form?: string }) {
  const { entity, fields } = props;
  const standard = useEntityForm(entity, form);
  const stage = entity.fields.find((field) => field.type === "stage");
  const ruled = new Map(fields.map((field) => [field.code, field]));
  const facts = listable(entity).flatMap((field) => {
    const now = ruled.get(field.code);
    return now && field.code !== entity.titleField && field !== stage ? [now] : [];
  });
  const draw = drawer(props);
  if (standard === null) return <dl className={css.facts}>{facts.map(draw)}</dl>;
  const placed = new Set(fieldsOf(standard.layout));
  const always = form === undefined ? facts.filter((field) => field.system && !placed.has(field.code)) : [];
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

/** The facts that somebody chose, in their order, as far as the logic shows them. */
export function ChosenFacts({ codes, ...props }: Props & { codes: string[] }) {
  const draw = drawer(props);
  const chosen = codes.flatMap((code) => props.fields.find((field) => field.code === code) ?? []);
  return <dl className={css.facts}>{chosen.filter((field) => field.type !== "child_table").map(draw)}</dl>;
}
