import type { EntityInfo, FieldInfo, Row } from "@/api/types";
import { isEditable } from "@/field/registry";
import { Fact } from "./facts";
import css from "./record.module.css";
import type { Edit } from "./use-save";

type Props = {
  entity: EntityInfo;
  row: Row;
  codes: readonly string[];
  /** The fields as the logic leaves them, hidden ones left out. */
  fields: FieldInfo[];
  save: (edit: Edit) => void;
};

/** A few facts beside the title, edited in their place. */
export function HeaderFacts({ entity, row, codes, fields, save }: Props) {
  const shown = codes.flatMap((code) => fields.find((field) => field.code === code) ?? []);
  if (shown.length === 0) return null;
  return (
    <dl className={css.headerFacts}>
      {shown.map((field) => (
        <Fact
          key={field.code}
          field={field}
          row={row}
          save={save}
          editable={entity.rights.update && isEditable(field)}
        />
      ))}
    </dl>
  );
}
