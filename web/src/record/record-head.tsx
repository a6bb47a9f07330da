import { Link } from "react-router";
import type { EntityInfo, FieldInfo, Row } from "@/api/types";
import { paths } from "@/app/paths";
import { RecordButtons } from "@/button/record-buttons";
import { isEditable } from "@/field/registry";
import { labelText, useLanguage } from "@/i18n";
import { StarButton } from "@/personal/star-button";
import css from "./record.module.css";
import { MoreActions } from "./record-actions";
import { RecordTitle } from "./record-title";
import { StagePath } from "./stage-path";
import type { Edit } from "./use-save";

type Props = {
  entity: EntityInfo;
  row: Row;
  /** The fields as the logic leaves them, hidden ones left out. */
  fields: FieldInfo[];
  save: (edit: Edit) => void;
};

/** What a record is called, where it stands, and what can be done with it. */
export function RecordHead({ entity, row, fields, save }: Props) {
  const { t, language } = useLanguage();
  const stage = fields.find((field) => field.type === "stage");
  return (
    <>
      <nav className={css.crumbs}>
        <Link to={paths.list(entity.code)}>{labelText(entity.label, language)}</Link>
        {row.number !== null && <span className="faint num">{t("record.number", { number: row.number })}</span>}
      </nav>
      <div className={css.head}>
        <RecordTitle
          entity={entity}
          row={row}
          field={fields.find((one) => one.code === entity.titleField)}
          save={save}
        />
        <div className={css.actions}>
          <StarButton mark={{ kind: "record", entity: entity.code, record: row.id }} />
          <RecordButtons entity={entity} row={row} />
          <MoreActions entity={entity} row={row} />
        </div>
      </div>
      {stage && (
        <StagePath
          field={stage}
          value={row.values[stage.code] ?? null}
          editable={entity.rights.update && isEditable(stage)}
          change={(code) => save({ row, set: { [stage.code]: code } })}
        />
      )}
    </>
  );
}
