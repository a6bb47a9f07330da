import { Select } from "antd";
import type { OptionInfo } from "@/api/types";
import type { Language } from "@/core/time";
import { texts } from "@/core/value";
import { labelText, useLanguage } from "@/i18n";
import { OptionTag } from "../choice";
import { IN_CELL_WIDTH, type InputProps } from "../kind";

/** What can be chosen, and what is chosen already. */
const offered = (options: OptionInfo[] | undefined, chosen: string[], language: Language) =>
  (options ?? [])
    .filter((option) => !option.retired || chosen.includes(option.code))
    .map((option) => ({ value: option.code, label: labelText(option.label, language), title: "" }));

export function Choice({ id, field, value, onChange, autoFocus, inCell, invalid }: InputProps) {
  const { language } = useLanguage();
  const many = field.many || field.type === "multi_select";
  const nameOf = (code: string) => labelText(field.options?.find((one) => one.code === code)?.label, language) || code;
  return (
    <Select
      id={id}
      mode={many ? "multiple" : undefined}
      value={many ? texts(value) : (texts(value)[0] ?? null)}
      options={offered(field.options, texts(value), language)}
      optionRender={(option) => <OptionTag field={field} code={String(option.value)} />}
      labelRender={(option) => <OptionTag field={field} code={String(option.value)} />}
      tagRender={undefined}
      showSearch={{ optionFilterProp: "label" }}
      allowClear={!field.required}
      autoFocus={autoFocus}
      defaultOpen={inCell}
      variant={inCell ? "borderless" : "outlined"}
      status={invalid ? "error" : undefined}
      maxTagCount={inCell ? 0 : "responsive"}
      maxTagPlaceholder={
        inCell ? (hidden) => hidden.map((one) => nameOf(String(one.value))).join(" \u00b7 ") : undefined
      }
      popupMatchSelectWidth={inCell ? IN_CELL_WIDTH : true}
      style={{ width: "100%" }}
      onChange={(picked: string | string[] | null | undefined) => onChange(picked ?? (many ? [] : null))}
    />
  );
}
