import { Select } from "antd";
import type { FieldInfo } from "@/api/types";
import { labelText, useLanguage } from "@/i18n";

type FieldProps = {
  fields: readonly FieldInfo[];
  value: string | undefined;
  id?: string;
  label?: string;
  placeholder?: string;
  clears?: boolean;
  set: (code: string | undefined) => void;
};

/** One of some fields; one that is gone stays by its code until another is chosen. */
export function FieldChoice({ fields, value, id, label, placeholder, clears = false, set }: FieldProps) {
  const { t, language } = useLanguage();
  return (
    <Select<string>
      id={id}
      aria-label={label}
      allowClear={clears}
      showSearch={{ optionFilterProp: "label" }}
      placeholder={placeholder ?? t("rule.input.choose")}
      value={value === "" ? undefined : value}
      style={{ width: "100%" }}
      options={fields.map((field) => ({ value: field.code, label: labelText(field.label, language) }))}
      onChange={(code: string | undefined) => set(code)}
    />
  );
}

type ValuesProps = {
  field: FieldInfo | undefined;
  values: readonly unknown[] | undefined;
  id?: string;
  placeholder?: string;
  set: (values: unknown[]) => void;
};

/** Some of the values that a field may have: chosen where they are known, else typed. */
export function FieldValues({ field, values = [], id, placeholder, set }: ValuesProps) {
  const { t, language } = useLanguage();
  const yesNo = field?.type === "boolean";
  const options = yesNo
    ? [
        { value: "true", label: t("common.yes") },
        { value: "false", label: t("common.no") },
      ]
    : field?.options?.map((one) => ({ value: one.code, label: labelText(one.label, language) }));
  return (
    <Select<string[]>
      id={id}
      mode={options ? "multiple" : "tags"}
      showSearch={{ optionFilterProp: "label" }}
      style={{ width: "100%" }}
      placeholder={placeholder ?? t("rule.input.choose")}
      value={values.map(String)}
      options={options ?? []}
      onChange={(picked) => set(yesNo ? picked.map((one) => one === "true") : picked)}
    />
  );
}
