import { Modal } from "antd";
import type { EntityInfo } from "@/api/types";
import { FieldValue, RowValue } from "@/field/field-value";
import { labelText, useLanguage } from "@/i18n";
import css from "./conflict-dialog.module.css";
import type { Conflict } from "./use-save";

type Props = { entity: EntityInfo; conflict: Conflict; keepTheirs: () => void; useMine: () => void };

/** Somebody else changed the same field meanwhile: both versions side by side, and the choice. */
export function ConflictDialog({ entity, conflict, keepTheirs, useMine }: Props) {
  const { t, language } = useLanguage();
  const { edit, theirs } = conflict;
  const fields = entity.fields.filter((field) => field.code in edit.set);
  return (
    <Modal
      open
      title={t("record.conflict.title")}
      okText={t("record.conflict.useMine")}
      cancelText={t("record.conflict.keepTheirs")}
      onOk={useMine}
      onCancel={keepTheirs}
    >
      <p className="muted">{t("record.conflict.text")}</p>
      <table className={css.table}>
        <thead>
          <tr>
            <th scope="col">{t("record.conflict.field")}</th>
            <th scope="col">{t("record.conflict.theirs")}</th>
            <th scope="col">{t("record.conflict.mine")}</th>
          </tr>
        </thead>
        <tbody>
          {fields.map((field) => (
            <tr key={field.code}>
              <th scope="row">{labelText(field.label, language)}</th>
              <td>
                <RowValue field={field} row={theirs} />
              </td>
              <td>
                <FieldValue field={field} value={edit.set[field.code]} label={edit.labels?.[field.code]} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Modal>
  );
}
