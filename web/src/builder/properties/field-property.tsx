import { useId } from "react";
import { useLanguage } from "@/i18n";
import type { Design, FieldDoc } from "../model/design";
import css from "./properties.module.css";
import { editorOf } from "./registry";
import type { Property } from "./schema";
import { wordFor } from "./simple-editors";

type Props = { property: Property; field: FieldDoc; design: Design; set: (value: unknown) => void };

/** One property of a field with the editor that fits it; nothing where none does. */
export function FieldProperty({ property: { name, schema }, field, design, set }: Props) {
  const { t } = useLanguage();
  const id = useId();
  const editor = editorOf(name, schema, field.type);
  if (editor === null) return null;
  const label = wordFor(`builder.propertyOf.${field.type}.${name}`, wordFor(`builder.property.${name}`, name, t), t);
  const hint = wordFor(`builder.propertyHint.${name}`, "", t);
  return (
    <div className={css.property}>
      {!editor.inline && <label htmlFor={id}>{label}</label>}
      <editor.Component
        id={id}
        name={name}
        schema={schema}
        field={field}
        design={design}
        value={field[name]}
        set={set}
        label={label}
      />
      {hint !== "" && <p className={css.hint}>{hint}</p>}
    </div>
  );
}
