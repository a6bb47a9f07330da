import { Decimal } from "./decimal";
import { compareTexts } from "./texts";

/** A calendar day, counted from 1970-01-01. */
export class Day {
  constructor(readonly number: number) {}
}

/** A point in time: microseconds since 1970 began in UTC. */
export class Instant {
  constructor(readonly micros: bigint) {}

  static of(moment: Date): Instant {
    return new Instant(BigInt(moment.getTime()) * 1000n);
  }
}

/** A length of time in microseconds, less than 100,000 days either way. */
export class Duration {
  constructor(readonly micros: bigint) {}
}

/** A member, a department or a record, by its id in small letters. */
export class Reference {
  constructor(
    readonly kind: "member" | "department" | "record",
    readonly id: string,
  ) {}
}

export type Single = string | Decimal | boolean | Day | Instant | Duration | Reference;

/** What an expression gives. Null is blank; texts and lists are never empty, lists hold no blanks. */
export type Value = Single | readonly Single[] | null;

export function isList(value: Value): value is readonly Single[] {
  return Array.isArray(value);
}

/** Empty texts and lists are blank, whatever made them. */
export function normal(value: Value): Value {
  return value === "" || (isList(value) && value.length === 0) ? null : value;
}

function sign(a: bigint | number | boolean | string, b: bigint | number | boolean | string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** How two values of one type lie to each other: negative, zero or positive. */
export function order(left: Single, right: Single): number {
  if (typeof left === "string" && typeof right === "string") return compareTexts(left, right);
  if (typeof left === "boolean" && typeof right === "boolean") return sign(left, right);
  if (left instanceof Day && right instanceof Day) return left.number - right.number;
  if (left instanceof Instant && right instanceof Instant) return sign(left.micros, right.micros);
  if (left instanceof Duration && right instanceof Duration) return sign(left.micros, right.micros);
  if (left instanceof Reference && right instanceof Reference) return sign(left.id, right.id);
  if (left instanceof Decimal && right instanceof Decimal) return left.compare(right);
  throw new TypeError(`${kindOf(left)} and ${kindOf(right)} have no order`);
}

/** The name of a value's type, as trees spell it. */
export function kindOf(value: Value): string {
  if (value === null) return "blank";
  if (typeof value === "string") return "text";
  if (typeof value === "boolean") return "boolean";
  if (value instanceof Day) return "date";
  if (value instanceof Instant) return "datetime";
  if (value instanceof Duration) return "duration";
  if (value instanceof Reference) return value.kind;
  return isList(value) ? "list" : "number";
}

/** Whether two values are equal; 1.0 and 1 are. */
export function same(left: Value, right: Value): boolean {
  if (left === null || right === null || isList(left) || isList(right)) return false;
  return kindOf(left) === kindOf(right) && order(left, right) === 0;
}

/** Each value once, in order. */
export function distinct(values: readonly Single[]): Single[] {
  return [...values].sort(order).filter((value, i, all) => i === 0 || order(all[i - 1] as Single, value) !== 0);
}
