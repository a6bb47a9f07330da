import { parseDay, spellDay } from "./calendar";
import { Decimal } from "./decimal";
import { duration, instant, wallOf } from "./moments";
import { Day, Duration, Instant, isList, normal, Reference, type Single, type Value } from "./values";

/** The types of single values, as trees spell them. */
export type TypeCode =
  | "text"
  | "number"
  | "boolean"
  | "date"
  | "datetime"
  | "duration"
  | "member"
  | "department"
  | "record";

export type Json = null | string | number | boolean | readonly Json[] | { readonly [key: string]: Json };

const INSTANT = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?(Z|([+-])(\d{2}):?(\d{2}))$/i;
const DURATION = /^([+-]?)P(?:([+-]?\d+)D)?(?:T(?:([+-]?\d+)H)?(?:([+-]?\d+)M)?(?:([+-]?)(\d+)(?:\.(\d{0,9}))?S)?)?$/i;

/** Six digits of microseconds from the digits of a fraction; what is finer is cut. */
const micros = (fraction: string) => BigInt(fraction.padEnd(6, "0").slice(0, 6));

function parseInstant(text: string): Instant | null {
  const found = INSTANT.exec(text);
  const day = found ? parseDay(found[1] ?? "") : null;
  if (!found || day === null) return null;
  const [hour, minute, second] = [Number(found[2]), Number(found[3]), Number(found[4] ?? 0)];
  if (hour > 23 || minute > 59 || second > 59) return null;
  const ahead = (Number(found[8] ?? 0) * 3600 + Number(found[9] ?? 0) * 60) * (found[7] === "-" ? -1 : 1);
  const seconds = day * 86_400 + hour * 3600 + minute * 60 + second - ahead;
  return instant(BigInt(seconds) * 1_000_000n + micros(found[5] ?? ""));
}

function parseDuration(text: string): Duration | null {
  const found = DURATION.exec(text);
  if (!found || /[PT]$/i.test(text)) return null;
  const [, minus, days = "0", hours = "0", minutes = "0", sign, whole = "0", fraction = ""] = found;
  const last = BigInt(whole) * 1_000_000n + micros(fraction);
  const before = (BigInt(Number(days)) * 24n + BigInt(Number(hours))) * 60n + BigInt(Number(minutes));
  const total = before * 60_000_000n + (sign === "-" ? -last : last);
  return duration(minus === "-" ? -total : total);
}

function fromText(text: string, type: TypeCode): Single | null {
  switch (type) {
    case "text":
      return text === "" ? null : text;
    case "number":
      return Decimal.parse(text);
    case "boolean":
      return text === "true" ? true : text === "false" ? false : null;
    case "date": {
      const day = parseDay(text);
      return day === null ? null : new Day(day);
    }
    case "datetime":
      return parseInstant(text);
    case "duration":
      return parseDuration(text);
    case "member":
    case "department":
    case "record":
      return text === "" ? null : new Reference(type, text.toLowerCase());
  }
}

/**
 * The value that JSON spells, as the API and trees write it; blank for what spells none. Without a type, texts are
 * texts and numbers are numbers. The type of a list is that of its items; a reference may also be an object with "id".
 */
export function fromJson(json: Json | undefined, type?: TypeCode): Value {
  if (json === null || json === undefined) return null;
  if (typeof json === "boolean") return json;
  if (typeof json === "number") return Decimal.parse(String(json));
  if (typeof json === "string") return fromText(json, type ?? "text");
  if ("id" in json) return fromJson(json.id, type);
  if (!Array.isArray(json)) return null;
  const items: Single[] = [];
  for (const item of json) {
    const value = fromJson(item, type);
    if (value !== null && !isList(value)) items.push(value);
  }
  return normal(items);
}

const two = (n: number) => String(n).padStart(2, "0");

function spellInstant(moment: Instant): string {
  const { day, micros } = wallOf(moment, "UTC");
  const second = Math.floor(micros / 1_000_000);
  const clock = [Math.floor(second / 3600), Math.floor(second / 60) % 60, second % 60].map(two).join(":");
  const rest = micros - second * 1_000_000;
  const fraction = rest === 0 ? "" : rest % 1000 === 0 ? `.${digits(rest / 1000, 3)}` : `.${digits(rest, 6)}`;
  return `${spellDay(day)}T${clock}${fraction}Z`;
}

const digits = (n: number, length: number) => String(n).padStart(length, "0");

/** "PT1H30M", "PT-0.5S": each part with its own sign. */
function spellDuration(length: Duration): string {
  const total = length.micros;
  if (total === 0n) return "PT0S";
  const hours = total / 3_600_000_000n;
  const minutes = (total / 60_000_000n) % 60n;
  const rest = new Decimal(total % 60_000_000n, 6);
  return `PT${hours ? `${hours}H` : ""}${minutes ? `${minutes}M` : ""}${rest.units ? `${rest}S` : ""}`;
}

/** How the API and the vectors write a value. */
export function toJson(value: Value): Json {
  if (value === null || typeof value === "string" || typeof value === "boolean") return value;
  if (isList(value)) return value.map(toJson);
  if (value instanceof Day) return spellDay(value.number);
  if (value instanceof Instant) return spellInstant(value);
  if (value instanceof Duration) return spellDuration(value);
  return value instanceof Reference ? value.id : value.toString();
}
