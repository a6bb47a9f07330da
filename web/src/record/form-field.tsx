import { memo, useId, useRef, useState } from "react";
import type { FieldInfo } from "@/api/types";
import { FORMATS } from "@/core/text-format";
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

/** What is wrong with a text that does not have the form of its field, once one has left it. */
function useMisfit(field: FieldInfo, value: Value) {
  const { t } = useLanguage();
  const [here, setHere] = useState(false);
  const bad = !here && typeof value === "string" && kindOf(field).keep(value, field) === null;
  const known = FORMATS.find((format) => format === field.format);
  return {
    text: !bad ? undefined : known ? t(`field.format.${known}`) : t("field.format.pattern", { pattern: field.pattern }),
    watch: { onFocus: () => setHere(true), onBlur: () => setHere(false) },
  };
}

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
  const misfit = useMisfit(field, value);
  if (!Input) return null;
  const wrong = issue ?? misfit.text;
  // A default that is known here stands in the input; only the others need a word.
  const filled = field.defaulted === true && field.defaultTree === undefined;
  const help = field.help ? labelText(field.help, language) : filled ? t("record.defaulted") : null;
  return (
    <div className={className ? `${css.field} ${className}` : css.field} {...misfit.watch}>
      <label htmlFor={id}>
        {labelText(field.label, language)}
        {field.required && !filled && (
          <span className="bad" aria-hidden>
            {" *"}
          </span>
        )}
      </label>
      {field.readonly ? (
        <output id={id}>
          {isBlank(value) ? (
            <span className="faint">{t(field.formulaTree ? "record.worksOut" : "record.empty")}</span>
          ) : null}
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
          invalid={wrong !== undefined}
          onChange={(changed, text) => {
            typed.current = JSON.stringify(changed);
            set(field.code, changed, text);
          }}
        />
      )}
      {wrong && (
        <p className={css.issue} role="alert">
          {wrong}
        </p>
      )}
      {!wrong && !bare && help && <p className={css.help}>{help}</p>}
    </div>
  );
});
