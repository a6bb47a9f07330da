import { BorderOutlined, CheckSquareFilled } from "@ant-design/icons";
import { Switch } from "antd";
import type { FieldInfo, OptionInfo } from "@/api/types";
import { plainName } from "@/core/match";
import { texts, type Value } from "@/core/value";
import { labelText, useLanguage } from "@/i18n";
import { hueOf } from "@/theme/hues";
import css from "./field.module.css";
import { type DisplayProps, type InputProps, kind, MANY_OPERATORS, ONE_OPERATORS } from "./kind";
import { laterInput } from "./later-input";

/** An option as a soft tag. Stages carry a dot, so that colour is not their only sign. */
export function OptionTag({ field, code }: { field: FieldInfo; code: string }) {
  const { language } = useLanguage();
  const place = field.options?.findIndex((option) => option.code === code) ?? -1;
  const option = field.options?.[place];
  const name = option ? labelText(option.label, language) : code;
  const hue = hueOf(option?.color, Math.max(place, 0));
  return (
    <span className={css.tag} style={{ background: `var(--hue-${hue}-back)`, color: `var(--hue-${hue}-text)` }}>
      {field.type === "stage" && <i className={css.dot} style={{ background: `var(--hue-${hue}-dot)` }} />}
      <span className="ellipsis">{name}</span>
    </span>
  );
}

/** A single tag has no key, so that in a list that scrolls one becomes the next. */
function Tags({ field, value }: DisplayProps) {
  const [first, ...others] = texts(value);
  return (
    <span className={css.tags}>
      {first !== undefined && <OptionTag field={field} code={first} />}
      {others.map((code) => (
        <OptionTag key={code} field={field} code={code} />
      ))}
    </span>
  );
}

function readOption(text: string, field: FieldInfo): Value | undefined {
  if (text.trim() === "") return null;
  const wanted = plainName(text);
  const names = (option: OptionInfo) => [option.code, labelText(option.label, "zh"), labelText(option.label, "en")];
  return field.options?.find((option) => names(option).some((name) => plainName(name) === wanted))?.code;
}

function readOptions(text: string, field: FieldInfo): Value | undefined {
  const codes = text
    .split(/[,，、;；|]/)
    .filter((part) => part.trim() !== "")
    .map((part) => readOption(part, field));
  return codes.includes(undefined) ? undefined : (codes as Value[]);
}

function Tick({ value }: DisplayProps) {
  const { t } = useLanguage();
  const text = value === true ? t("common.yes") : t("common.no");
  return (
    <span role="img" aria-label={text} title={text} className={value === true ? css.yes : css.no}>
      {value === true ? <CheckSquareFilled /> : <BorderOutlined />}
    </span>
  );
}

const Toggle = ({ id, value, onChange, autoFocus }: InputProps) => (
  <Switch id={id} checked={value === true} autoFocus={autoFocus} onChange={(on) => onChange(on)} />
);

const TRUE = new Set(["true", "yes", "y", "1", "\u662f", "\u2713", "\u221a"]);
const FALSE = new Set(["false", "no", "n", "0", "\u5426", ""]);
const readBoolean = (text: string) => {
  const word = text.trim().toLowerCase();
  return TRUE.has(word) ? true : FALSE.has(word) ? false : undefined;
};

const CHOICE = laterInput("Choice");

export const select = kind({
  types: ["select"],
  Display: Tags,
  Input: CHOICE,
  operators: ONE_OPERATORS,
  width: 128,
  instant: true,
  read: readOption,
});
export const stage = kind({
  types: ["stage"],
  Display: Tags,
  Input: CHOICE,
  operators: ONE_OPERATORS,
  width: 128,
  instant: true,
  read: readOption,
});
export const multiSelect = kind({
  types: ["multi_select"],
  Display: Tags,
  Input: CHOICE,
  operators: MANY_OPERATORS,
  width: 176,
  sortable: false,
  read: readOptions,
});
export const boolean = kind({
  types: ["boolean"],
  Display: Tick,
  Input: Toggle,
  operators: ["="],
  width: 80,
  instant: true,
  read: readBoolean,
});
