import { memo, useId, useRef } from "react";
import type { FieldInfo } from "@/api/types";
import { isBlank, type Value } from "@/core/value";
import { FieldValue } from "@/field/field-value";
import type { ValueLabel } from "@/field/kind";
import { kindOf } from "@/field/registry";
import { labelText, useLanguage } from "@/i18n";
import css from "./record-form.module.css";

/** Takes a new value of one field, with the text to show for it where the value is a code or an id. */
export type SetValue = (code: string, value: Value, label?: ValueLabel) => void;

type Props = {
  field: FieldInfo;
  value: Value;
  label?: ValueLabel;
  /** What is wrong with the value. */
  issue?: string;
  /** Should be the same function from one key to the next: a field whose properties stay is not drawn again. */
  set: SetValue;
  autoFocus?: boolean;
  className?: string;
  /** Without help below it, where room is scarce. */
  bare?: boolean;
};

/** One field of a form wherever it is placed: its name, its input, its help and what is wrong with it. */
export const FormField = memo(function FormField({
  field,
  value,
  label,
  issue,
  set,
  autoFocus,
  className,
  bare,
}: Props) {
  const { t, language } = useLanguage();
  const id = useId();
  const { Input } = kindOf(field);
  const typed = useRef(JSON.stringify(value));
  const rounds = useRef(0);
  if (typed.current !== JSON.stringify(value)) {
    typed.current = JSON.stringify(value);
    rounds.current += 1;
  }
  if (!Input) return null;
  const help = field.help ? labelText(field.help, language) : field.defaulted ? t("record.defaulted") : null;
  return (
    <div className={className ? `${css.field} ${className}` : css.field}>
      <label htmlFor={id}>
        {labelText(field.label, language)}
        {field.required && !field.defaulted && (
          <span className="bad" aria-hidden>
            {" *"}
          </span>
        )}
      </label>
      {field.readonly ? (
        <output id={id}>
          {isBlank(value) ? <span className="faint">{t("record.empty")}</span> : null}
          <FieldValue field={field} value={value} label={label} />
        </output>
      ) : (
        <Input
          key={rounds.current}
          id={id}
          field={field}
          value={value}
          label={label}
          autoFocus={autoFocus}
          invalid={issue !== undefined}
          onChange={(changed, text) => {
            typed.current = JSON.stringify(changed);
            set(field.code, changed, text);
          }}
        />
      )}
      {issue && (
        <p className={css.issue} role="alert">
          {issue}
        </p>
      )}
      {!issue && !bare && help && <p className={css.help}>{help}</p>}
    </div>
  );
});
