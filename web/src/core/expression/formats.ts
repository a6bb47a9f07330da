import { calendarDate } from "./calendar";
import { Decimal } from "./decimal";
import { type Wall, wallOf } from "./moments";
import { Day, Instant, kindOf, type Value } from "./values";

const NUMBER = /^(#,##)?0(?:\.(0{1,20}))?(%)?$/;
const FIELD = /yyyy|yy|MM|M|dd|d|HH|H|mm|m|ss|s/g;
const LONGEST = 60;

/** How TEXT writes a value; without a format as people write it. Blank for a format that is none. */
export function formatted(value: Value, format: string | null, zone: string): Value {
  if (value === null || typeof value === "string") return value;
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  if (value instanceof Decimal) return format === null ? value.toString() : numberText(value, format);
  if (value instanceof Day) return timeText({ day: value.number, micros: 0 }, format ?? "yyyy-MM-dd");
  if (value instanceof Instant) return timeText(wallOf(value, zone), format ?? "yyyy-MM-dd HH:mm");
  throw new TypeError(`${kindOf(value)} has no text`);
}

function numberText(number: Decimal, format: string): string | null {
  const found = NUMBER.exec(format);
  if (!found) return null;
  const [, grouped, zeros = "", percent = ""] = found;
  const shown = percent ? number.times(Decimal.of(100)) : number;
  const [whole = "", fraction] = shown.toFixed(zeros.length).split(".");
  const digits = grouped ? whole.replace(/\B(?=(\d{3})+$)/g, ",") : whole;
  return (fraction === undefined ? digits : `${digits}.${fraction}`) + percent;
}

/** Letters that are no field make the format none. */
function isDateFormat(format: string): boolean {
  const rest = format.replace(FIELD, "");
  return rest.length < format.length && !/[A-Za-z]/.test(rest) && format.length <= LONGEST;
}

function timeText(wall: Wall, format: string): string | null {
  if (!isDateFormat(format)) return null;
  const { year, month, day } = calendarDate(wall.day);
  const second = Math.floor(wall.micros / 1_000_000);
  const fields: Record<string, number> = {
    y: year,
    M: month,
    d: day,
    H: Math.floor(second / 3600),
    m: Math.floor(second / 60) % 60,
    s: second % 60,
  };
  return format.replace(FIELD, (field) => {
    const number = fields[field.charAt(0)] ?? 0;
    return String(field === "yy" ? number % 100 : number).padStart(field.length, "0");
  });
}
