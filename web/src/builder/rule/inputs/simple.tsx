import { Input, InputNumber, Segmented, Select, Switch } from "antd";
import { useState } from "react";
import { useTyped, wordFor } from "@/builder/properties/simple-editors";
import { labelText, useLanguage } from "@/i18n";
import type { ParameterProps } from "../input";
import css from "../rule.module.css";
import { isMany } from "../schema";

export function Line({ schema, id, value, set }: ParameterProps) {
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

export function Flag({ id, value, set }: ParameterProps) {
  return (
    <Switch id={id} className={css.switch} checked={value === true} onChange={(on) => set(on ? true : undefined)} />
  );
}

export function Numeric({ schema, id, value, set }: ParameterProps) {
  return (
    <InputNumber
      id={id}
      style={{ width: 160 }}
      min={schema.minimum}
      max={schema.maximum}
      precision={schema.type === "integer" ? 0 : undefined}
      value={typeof value === "number" ? value : null}
      onChange={(number) => set(number ?? undefined)}
    />
  );
}

const FEW = 4;

export function Choice({ schema, id, label, value, set }: ParameterProps) {
  const { t, language } = useLanguage();
  const options = (schema.enum ?? []).map((one) => ({
    value: one,
    label: labelText(schema["x-titles"]?.[one], language) || wordFor(`rule.value.${one}`, one, t),
  }));
  if (options.length <= FEW && typeof value === "string") {
    return <Segmented<string> aria-label={label} options={options} value={value} onChange={set} />;
  }
  return (
    <Select<string>
      id={id}
      allowClear
      showSearch={{ optionFilterProp: "label" }}
      style={{ width: "100%" }}
      placeholder={t("rule.input.choose")}
      value={typeof value === "string" ? value : undefined}
      options={options}
      onChange={(picked: string | undefined) => set(picked)}
    />
  );
}

/** Nothing here knows what it is: it is written as JSON, so that no part of a definition is out of reach. */
export function Raw({ id, value, set }: ParameterProps) {
  const { t } = useLanguage();
  const [typed, setTyped] = useState(() => (value === undefined ? "" : JSON.stringify(value, null, 2)));
  const [bad, setBad] = useState(false);
  return (
    <>
      <Input.TextArea
        id={id}
        autoSize={{ minRows: 2, maxRows: 12 }}
        status={bad ? "error" : undefined}
        value={typed}
        onChange={(event) => {
          const text = event.target.value;
          setTyped(text);
          try {
            set(text.trim() === "" ? undefined : JSON.parse(text));
            setBad(false);
          } catch {
            setBad(true);
          }
        }}
      />
      <span className={bad ? "bad" : "faint"}>{t(bad ? "rule.input.badJson" : "rule.input.raw")}</span>
    </>
  );
}

type Named = { value: string; label: string }[];

/** One or several of some named things; those that are gone stay, and are said to be. */
export function NamedChoice({ schema, id, value, set, options }: ParameterProps & { options: Named }) {
  const { t } = useLanguage();
  const many = isMany(schema);
  const chosen = (Array.isArray(value) ? value : value === undefined ? [] : [value]).map(String);
  const gone = chosen
    .filter((code) => code !== "" && !options.some((one) => one.value === code))
    .map((code) => ({ value: code, label: t("rule.input.unknown") }));
  const shared = {
    id,
    showSearch: { optionFilterProp: "label" },
    style: { width: "100%" },
    placeholder: t("rule.input.choose"),
    options: [...options, ...(options.length > 0 ? gone : [])],
  };
  if (many) {
    return (
      <Select<string[]>
        {...shared}
        mode="multiple"
        value={chosen}
        onChange={(picked) => set(picked.length === 0 ? undefined : picked)}
      />
    );
  }
  return (
    <Select<string>
      {...shared}
      allowClear
      value={chosen[0] || undefined}
      onChange={(picked: string | undefined) => set(picked)}
    />
  );
}
