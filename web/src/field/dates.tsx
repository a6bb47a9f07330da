import { Input } from "antd";
import { useState } from "react";
import { durationSeconds, isoDuration } from "@/core/time";
import type { Value } from "@/core/value";
import { DATE_OPERATORS, type DisplayProps, type InputProps, kind, ORDER_OPERATORS } from "./kind";
import { laterInput } from "./later-input";
import { useFormats } from "./use-formats";

const shown = (value: Value) => (value === null ? "" : String(value));

function Day({ value }: DisplayProps) {
  const { date } = useFormats();
  return <span className="num ellipsis">{date(shown(value))}</span>;
}

function Moment({ value }: DisplayProps) {
  const { moment, relative } = useFormats();
  return (
    <time dateTime={shown(value)} className="num ellipsis" data-hint={moment(shown(value))}>
      {relative(shown(value))}
    </time>
  );
}

/** "1:30" for an hour and a half; what is no duration stays as it is. */
export function durationText(value: Value): string {
  const seconds = value === null ? null : durationSeconds(typeof value === "number" ? value : shown(value));
  if (seconds === null) return shown(value);
  const minutes = Math.round(Math.abs(seconds) / 60);
  return `${seconds < 0 ? "-" : ""}${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, "0")}`;
}

export function readDuration(text: string): Value | undefined {
  if (text.trim() === "") return null;
  const clock = /^(\d+)[:：]([0-5]?\d)$/.exec(text.trim());
  if (clock) return isoDuration(Number(clock[1]) * 3600 + Number(clock[2]) * 60);
  return durationSeconds(text.trim()) !== null && text.trim().startsWith("P") ? text.trim() : undefined;
}

const Span = ({ value }: DisplayProps) => <span className="num">{durationText(value)}</span>;

function SpanInput({ id, value, onChange, autoFocus, inCell, invalid }: InputProps) {
  const [typed, setTyped] = useState(() => durationText(value));
  return (
    <Input
      id={id}
      value={typed}
      placeholder="h:mm"
      autoFocus={autoFocus}
      variant={inCell ? "borderless" : "outlined"}
      status={invalid || readDuration(typed) === undefined ? "error" : undefined}
      onChange={(event) => {
        setTyped(event.target.value);
        onChange(readDuration(event.target.value) ?? (event.target.value === "" ? null : event.target.value));
      }}
    />
  );
}

/** A pasted day in the usual spellings: 2026-1-5, 2026/1/5, 2026.1.5 and with the Chinese signs. */
export function readDay(text: string): Value | undefined {
  if (text.trim() === "") return null;
  const found = /^(\d{4})[-/.\u5e74](\d{1,2})[-/.\u6708](\d{1,2})\u65e5?$/.exec(text.trim());
  if (!found) return undefined;
  const day = `${found[1]}-${found[2]?.padStart(2, "0")}-${found[3]?.padStart(2, "0")}`;
  const real = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(real.getTime()) && real.toISOString().startsWith(day) ? day : undefined;
}

export const date = kind({
  types: ["date"],
  Display: Day,
  Input: laterInput("DayInput"),
  operators: DATE_OPERATORS,
  width: 120,
  instant: true,
  read: readDay,
});
export const datetime = kind({
  types: ["datetime"],
  Display: Moment,
  Input: laterInput("MomentInput"),
  operators: DATE_OPERATORS,
  width: 152,
  instant: true,
});
export const duration = kind({
  types: ["duration"],
  Display: Span,
  Input: SpanInput,
  operators: ORDER_OPERATORS,
  align: "right",
  width: 104,
  read: readDuration,
});
