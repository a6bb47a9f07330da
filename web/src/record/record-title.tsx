import { useState } from "react";
import type { EntityInfo, FieldInfo, Row } from "@/api/types";
import { InlineEditor } from "@/field/inline-editor";
import { isEditable } from "@/field/registry";
import { titleOf } from "@/field/relation";
import { labelText, useLanguage } from "@/i18n";
import css from "./record.module.css";
import type { Edit } from "./use-save";

type Props = { entity: EntityInfo; row: Row; field: FieldInfo | undefined; save: (edit: Edit) => void };

/** What the record is called, edited in its place. */
export function RecordTitle({ entity, row, field, save }: Props) {
  const { t, language } = useLanguage();
  const [editing, setEditing] = useState(false);
  const editable = field !== undefined && entity.rights.update && isEditable(field);
  if (editing && field) {
    return (
      <InlineEditor
        className={css.titleEditor}
        field={field}
        row={row}
        leave={() => setEditing(false)}
        commit={(value) => {
          setEditing(false);
          save({ row, set: { [field.code]: value } });
        }}
      />
    );
  }
  const title = titleOf(row, entity);
  return (
    <h1 className={css.title}>
      {editable ? (
        <button
          type="button"
          className={`plain ${css.editable}`}
          title={t("record.editField", { name: labelText(field.label, language) })}
          onClick={() => setEditing(true)}
        >
          {title}
        </button>
      ) : (
        title
      )}
    </h1>
  );
}
