import { Decimal } from "./decimal";
import { day, dayOf, duration, durationOf, isMoment, plus, seconds } from "./moments";
import type { Run } from "./scope";
import { bounded } from "./texts";
import type { Comparison } from "./tree";
import { Day, Duration, Instant, isList, kindOf, normal, order, type Single, type Value } from "./values";

const HOLDS: Record<Comparison, (order: number) => boolean> = {
  "=": (order) => order === 0,
  "<>": (order) => order !== 0,
  "<": (order) => order < 0,
  "<=": (order) => order <= 0,
  ">": (order) => order > 0,
  ">=": (order) => order >= 0,
};

export function isComparison(op: string): op is Comparison {
  return op in HOLDS;
}

/** A date beside an instant stands for its whole day. */
function relate(left: Single, right: Single, zone: string): number {
  const mixed = isMoment(left) && isMoment(right) && left.constructor !== right.constructor;
  return mixed ? dayOf(left, zone) - dayOf(right, zone) : order(left, right);
}

/** False when a side is blank. */
export function compare(op: Comparison, left: Run, right: Run): Run {
  const holds = HOLDS[op];
  return (scope) => {
    const a = left(scope);
    const b = a === null ? null : right(scope);
    if (a === null || b === null || isList(a) || isList(b)) return false;
    return holds(relate(a, b, scope.environment.zone));
  };
}

export function isIn(value: Run, list: Run): Run {
  return (scope) => {
    const found = value(scope);
    const items = found === null ? null : list(scope);
    if (found === null || isList(found) || !isList(items)) return false;
    return items.some((item) => order(found, item) === 0);
  };
}

export function not(operand: Run): Run {
  return (scope) => operand(scope) !== true;
}

export function all(operands: readonly Run[]): Run {
  return (scope) => operands.every((operand) => operand(scope) === true);
}

export function any(operands: readonly Run[]): Run {
  return (scope) => operands.some((operand) => operand(scope) === true);
}

export function negate(operand: Run): Run {
  return (scope) => {
    const value = operand(scope);
    if (value === null) return null;
    if (value instanceof Decimal) return value.negated();
    return value instanceof Duration ? new Duration(-value.micros) : refuse("-", value, value);
  };
}

export function join(left: Run, right: Run): Run {
  return (scope) => {
    const [a, b] = [left(scope) ?? "", right(scope) ?? ""];
    if (typeof a !== "string" || typeof b !== "string") return refuse("&", a, b);
    return normal(bounded(a + b));
  };
}

/** Blank when a side is. */
export function arithmetic(op: "+" | "-" | "*" | "/", left: Run, right: Run): Run {
  const calculate = { "+": add, "-": subtract, "*": multiply, "/": divide }[op];
  return (scope) => {
    const a = left(scope);
    const b = right(scope);
    return a === null || b === null ? null : calculate(a, b);
  };
}

function refuse(op: string, a: Value, b: Value): never {
  throw new TypeError(`${kindOf(a)} ${op} ${kindOf(b)} is not defined`);
}

function add(a: Value, b: Value): Value {
  if (a instanceof Decimal && b instanceof Decimal) return a.plus(b);
  if (a instanceof Duration && b instanceof Duration) return duration(a.micros + b.micros);
  if (isMoment(a)) return step(a, b, false);
  return isMoment(b) ? step(b, a, false) : refuse("+", a, b);
}

function subtract(a: Value, b: Value): Value {
  if (a instanceof Decimal && b instanceof Decimal) return a.minus(b);
  if (a instanceof Duration && b instanceof Duration) return duration(a.micros - b.micros);
  if (a instanceof Day && b instanceof Day) return Decimal.of(a.number - b.number);
  if (a instanceof Instant && b instanceof Instant) return duration(a.micros - b.micros);
  return isMoment(a) ? step(a, b, true) : refuse("-", a, b);
}

/** A moment and a duration, or a date and a number of days. */
function step(moment: Day | Instant, by: Value, back: boolean): Value {
  if (by instanceof Duration) return plus(moment, back ? new Duration(-by.micros) : by);
  if (!(moment instanceof Day && by instanceof Decimal)) return refuse(back ? "-" : "+", moment, by);
  return day(moment.number + Number(by.whole()) * (back ? -1 : 1));
}

function multiply(a: Value, b: Value): Value {
  if (a instanceof Decimal && b instanceof Decimal) return a.times(b);
  if (a instanceof Duration && b instanceof Decimal) return durationOf(seconds(a).times(b));
  return b instanceof Duration && a instanceof Decimal ? durationOf(seconds(b).times(a)) : refuse("*", a, b);
}

function divide(a: Value, b: Value): Value {
  if (a instanceof Decimal && b instanceof Decimal) return a.dividedBy(b);
  if (a instanceof Duration && b instanceof Duration) return seconds(a).dividedBy(seconds(b));
  if (!(a instanceof Duration && b instanceof Decimal)) return refuse("/", a, b);
  const quotient = seconds(a).dividedBy(b);
  return quotient === null ? null : durationOf(quotient);
}
