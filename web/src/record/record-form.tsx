import type { ReactNode } from "react";
import type { FieldInfo } from "@/api/types";
import { kindOf } from "@/field/registry";
import type { Draft } from "./draft";
import { FormField, type SetValue } from "./form-field";
import css from "./record-form.module.css";

/** Draws the field of that code; nothing where the form has no such field. */
export type Place = (code: string) => ReactNode;

type Props = {
  fields: FieldInfo[];
  draft: Draft;
  set: SetValue;
  /** What is wrong, by field. */
  issues: Map<string, string>;
  /** Where the fields stand; without it one after the other in two columns. */
  layout?: (place: Place) => ReactNode;
};

/** Inputs for fields, each with its label, its help and what is wrong with it. */
export function RecordForm({ fields, draft, set, issues, layout }: Props) {
  const place = (field: FieldInfo, className?: string) => (
    <FormField
      key={field.code}
      className={className}
      field={field}
      value={draft.values[field.code] ?? null}
      label={draft.labels[field.code]}
      issue={issues.get(field.code)}
      autoFocus={field === fields[0]}
      set={set}
    />
  );
  if (layout) {
    return layout((code) => {
      const field = fields.find((one) => one.code === code);
      return field ? place(field) : null;
    });
  }
  return (
    <div className={css.form}>
      {fields.map((field) => place(field, kindOf(field).editing === "form" ? css.wide : undefined))}
    </div>
  );
}
