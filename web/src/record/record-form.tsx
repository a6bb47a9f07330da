import { useId } from "react";
import type { FieldInfo } from "@/api/types";
import type { Value } from "@/core/value";
import { kindOf } from "@/field/registry";
import { labelText, useLanguage } from "@/i18n";
import css from "./record-form.module.css";

type Labels = Record<string, string | string[]>;
export type Draft = { values: Record<string, Value>; labels: Labels };
export const EMPTY_DRAFT: Draft = { values: {}, labels: {} };

type Props = {
  fields: FieldInfo[];
  draft: Draft;
  change: (draft: Draft) => void;
  /** What is wrong, by field. */
  issues: Map<string, string>;
};

/** Inputs for fields, each with its label, its help and what is wrong with it. */
export function RecordForm({ fields, draft, change, issues }: Props) {
  const { t, language } = useLanguage();
  const id = useId();
  return (
    <div className={css.form}>
      {fields.map((field, at) => {
        const { Input, editing } = kindOf(field);
        const issue = issues.get(field.code);
        const inputId = `${id}-${field.code}`;
        return (
          Input && (
            <div key={field.code} className={editing === "form" ? `${css.field} ${css.wide}` : css.field}>
              <label htmlFor={inputId}>
                {labelText(field.label, language)}
                {field.required && !field.defaulted && (
                  <span className="bad" aria-hidden>
                    {" *"}
                  </span>
                )}
              </label>
              <Input
                id={inputId}
                field={field}
                value={draft.values[field.code] ?? null}
                label={draft.labels[field.code]}
                autoFocus={at === 0}
                invalid={issue !== undefined}
                onChange={(value, label) => {
                  const labels = { ...draft.labels };
                  if (label === undefined) delete labels[field.code];
                  else labels[field.code] = label;
                  change({ values: { ...draft.values, [field.code]: value }, labels });
                }}
              />
              {issue && (
                <p className={css.issue} role="alert">
                  {issue}
                </p>
              )}
              {!issue && field.help && <p className={css.help}>{labelText(field.help, language)}</p>}
              {!issue && field.defaulted && !field.help && <p className={css.help}>{t("record.defaulted")}</p>}
            </div>
          )
        );
      })}
    </div>
  );
}
