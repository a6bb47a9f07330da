import { Input, InputNumber, Select, Switch } from "antd";
import i18next from "i18next";
import { useEffect, useState } from "react";
import type { Words } from "@/core/layout/layout";
import { type Translate, useLanguage } from "@/i18n";
import type { EditorProps } from "./editor";
import css from "./properties.module.css";

/** A text of ours where there is one, else what the definition says. */
export function wordFor(key: string, otherwise: string, t: Translate): string {
  return i18next.exists(key) ? t(key as "common.yes") : otherwise;
}

export function Flag({ value, set, id, label }: EditorProps) {
  return (
    <label htmlFor={id} className={css.flag}>
      <span>{label}</span>
      <Switch id={id} size="small" checked={value === true} onChange={(on) => set(on ? true : undefined)} />
    </label>
  );
}

/** A flag that each type sets in its own way unless the field says otherwise. */
export function TypedFlag({ value, set, id }: EditorProps) {
  const { t } = useLanguage();
  const options = [
    { value: "yes", label: t("common.yes") },
    { value: "no", label: t("common.no") },
  ];
  return (
    <Select
      id={id}
      allowClear
      style={{ width: "100%" }}
      value={typeof value === "boolean" ? (value ? "yes" : "no") : undefined}
      placeholder={t("builder.byDefault")}
      options={options}
      onChange={(picked: string | undefined) => set(picked === undefined ? undefined : picked === "yes")}
    />
  );
}

export function Choice({ name, schema, value, set, id }: EditorProps) {
  const { t } = useLanguage();
  const options = (schema.enum ?? []).map((one) => ({
    value: one,
    label: wordFor(`builder.value.${name}.${one}`, one, t),
  }));
  return (
    <Select
      id={id}
      allowClear
      showSearch={{ optionFilterProp: "label" }}
      style={{ width: "100%" }}
      value={typeof value === "string" ? value : undefined}
      placeholder={t("builder.byDefault")}
      options={options}
      onChange={(picked: string | undefined) => set(picked)}
    />
  );
}

export function Numeric({ schema, value, set, id }: EditorProps) {
  const { t } = useLanguage();
  return (
    <InputNumber
      id={id}
      style={{ width: "100%" }}
      stringMode
      min={schema.minimum === undefined ? undefined : String(schema.minimum)}
      max={schema.maximum === undefined ? undefined : String(schema.maximum)}
      precision={schema.type === "integer" ? 0 : undefined}
      value={value === undefined || value === null ? null : String(value)}
      placeholder={t("builder.byDefault")}
      onChange={(number) => set(number === null || number === "" ? undefined : Number(number))}
    />
  );
}

/** Keeps what is typed by itself, and takes in what comes from elsewhere: an undo, another person. */
export function useTyped(value: string): [string, (text: string) => void] {
  const [typed, setTyped] = useState(value);
  useEffect(() => setTyped(value), [value]);
  return [typed, setTyped];
}

export function Line({ schema, value, set, id }: EditorProps) {
  const [typed, setTyped] = useTyped(typeof value === "string" ? value : "");
  return (
    <Input
      id={id}
      value={typed}
      maxLength={schema.maxLength}
      onChange={(event) => {
        setTyped(event.target.value);
        set(event.target.value === "" ? undefined : event.target.value);
      }}
    />
  );
}

/** A text in the language that one builds in; the other language keeps its own. */
export function Sentence({ value, set, id, schema }: Pick<EditorProps, "value" | "set" | "id" | "schema">) {
  const { language } = useLanguage();
  const words = (value ?? {}) as Words;
  const [typed, setTyped] = useTyped(words[language] ?? "");
  return (
    <Input.TextArea
      id={id}
      autoSize={{ minRows: 1, maxRows: 5 }}
      value={typed}
      placeholder={words[language === "zh" ? "en" : "zh"]}
      maxLength={schema.properties?.zh?.maxLength}
      onChange={(event) => {
        setTyped(event.target.value);
        const next = { ...words, [language]: event.target.value };
        if (event.target.value.trim() === "") delete next[language];
        set(Object.keys(next).length === 0 ? undefined : next);
      }}
    />
  );
}

export function Tags({ value, set, id }: EditorProps) {
  return (
    <Select
      id={id}
      mode="tags"
      style={{ width: "100%" }}
      open={false}
      suffixIcon={null}
      tokenSeparators={[",", " ", "\uff0c", "\u3001"]}
      value={Array.isArray(value) ? (value as string[]) : []}
      onChange={(picked: string[]) => set(picked.length === 0 ? undefined : picked)}
    />
  );
}
