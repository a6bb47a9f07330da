import { Input, Rate } from "antd";
import { useState } from "react";
import type { FieldInfo } from "@/api/types";
import {
  currencySign,
  formatMoney,
  formatPercent,
  groupDigits,
  parseDecimal,
  shiftDecimal,
  trimZeros,
} from "@/core/decimal";
import type { Value } from "@/core/value";
import css from "./field.module.css";
import { type DisplayProps, type InputProps, kind, ORDER_OPERATORS } from "./kind";

const shown = (value: Value) => (value === null ? "" : String(value));

/** How a numeric field reads; "" for blank. */
export function numericText(field: FieldInfo, value: Value): string {
  const text = shown(value);
  if (text === "") return "";
  if (field.type === "money") return formatMoney(text, field.currency, field.decimals);
  if (field.type === "percent") return formatPercent(text, field.decimals);
  return field.unit ? `${groupDigits(text)} ${field.unit}` : groupDigits(text);
}

const Figure = ({ field, value }: DisplayProps) => {
  return <span className="num ellipsis">{numericText(field, value)}</span>;
};

/** A percentage is typed as 12.5 and kept as 0.125. */
const toTyped = (field: FieldInfo, value: Value) => {
  const text = shown(value);
  if (text === "" || parseDecimal(text) === null) return text;
  return field.type === "percent" ? shiftDecimal(text, 2) : trimZeros(text);
};

export function readDecimal(text: string, field: FieldInfo): Value | undefined {
  const bare = text.trim();
  if (bare === "") return null;
  const percent = bare.endsWith("%");
  const decimal = parseDecimal(percent ? bare.slice(0, -1) : bare);
  if (decimal === null) return undefined;
  return percent || field.type === "percent" ? shiftDecimal(decimal, -2) : decimal;
}

/** Keeps what is typed as text, so that no digit is lost; what is no number is shown as wrong and sent as typed. */
function Decimal({ id, field, value, onChange, autoFocus, inCell, invalid }: InputProps) {
  const [typed, setTyped] = useState(() => toTyped(field, value));
  const wrong = readDecimal(typed, field) === undefined;
  return (
    <Input
      id={id}
      value={typed}
      inputMode="decimal"
      autoFocus={autoFocus}
      variant={inCell ? "borderless" : "outlined"}
      status={invalid || wrong ? "error" : undefined}
      suffix={field.type === "percent" ? "%" : field.unit}
      prefix={field.type === "money" && !inCell ? currencySign(field.currency) : undefined}
      style={inCell ? { textAlign: "right" } : undefined}
      onFocus={(event) => event.target.select()}
      onChange={(event) => {
        setTyped(event.target.value);
        const decimal = readDecimal(event.target.value, field);
        onChange(decimal === undefined ? event.target.value : decimal);
      }}
    />
  );
}

const Stars = ({ field, value }: DisplayProps) => (
  <Rate disabled count={field.max ?? 5} value={Number(value ?? 0)} size="small" />
);

const StarInput = ({ id, field, value, onChange, autoFocus, inCell }: InputProps) => (
  <span id={id} className={inCell ? css.starsInCell : undefined}>
    <Rate
      size={inCell ? "small" : undefined}
      count={field.max ?? 5}
      value={Number(value ?? 0)}
      autoFocus={autoFocus}
      onChange={(stars) => onChange(stars === 0 ? null : stars)}
    />
  </span>
);

const figures = {
  Display: Figure,
  Input: Decimal,
  operators: ORDER_OPERATORS,
  align: "right",
  width: 128,
  read: readDecimal,
} as const;
export const number = kind({ types: ["number"], ...figures, summable: true });
export const money = kind({ types: ["money"], ...figures, width: 144, summable: true });
export const percent = kind({ types: ["percent"], ...figures, width: 96 });
export const rating = kind({
  types: ["rating"],
  Display: Stars,
  Input: StarInput,
  operators: ORDER_OPERATORS,
  width: 140,
  instant: true,
  read: (text) => (/^\d+$/.test(text.trim()) ? Number(text.trim()) : undefined),
});
