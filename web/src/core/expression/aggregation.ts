import { Decimal } from "./decimal";
import { durationOf, seconds } from "./moments";
import type { Run, Scope } from "./scope";
import { Duration, distinct, isList, kindOf, order, type Single, type Value } from "./values";

/** An aggregate over the children of one row; what is left out is undefined. */
export type Parts = {
  over: string;
  value: Run | undefined;
  by: Run | undefined;
  where: Run | undefined;
  /** Whether the sum of nothing is a duration of zero and not the number zero. */
  durations: boolean;
};

function total(values: readonly Single[]): Decimal {
  let total = Decimal.ZERO;
  for (const value of values) {
    if (value instanceof Duration) total = total.plus(seconds(value));
    else if (value instanceof Decimal) total = total.plus(value);
    else throw new TypeError(`${kindOf(value)} has no sum`);
  }
  return total;
}

/** Zero of nothing; blank when a duration grows too long. */
export function sum(values: readonly Single[], durations: boolean): Value {
  const found = total(values);
  return durations || values[0] instanceof Duration ? durationOf(found) : found;
}

/** The mean to 10 places, half up; blank of nothing. */
export function average(values: readonly Single[]): Value {
  const mean = total(values).dividedBy(Decimal.of(values.length));
  return mean !== null && values[0] instanceof Duration ? durationOf(mean) : mean;
}

/** The least (-1) or the greatest (1) value; blank of nothing. */
export function extreme(values: readonly Single[], direction: -1 | 1): Value {
  let found: Single | null = null;
  for (const value of values) if (found === null || order(value, found) * direction > 0) found = value;
  return found;
}

/** The value of the row that comes first or last; of rows at the same place the least or the greatest value. */
function outermost(children: readonly Scope[], value: Run, by: Run, direction: -1 | 1): Value {
  let found: { key: Single; value: Single } | null = null;
  for (const child of children) {
    const [key, one] = [by(child), value(child)];
    if (key === null || one === null || isList(key) || isList(one)) continue;
    const ahead = found === null ? 1 : (order(key, found.key) || order(one, found.value)) * direction;
    if (ahead > 0) found = { key, value: one };
  }
  return found?.value ?? null;
}

function values(children: readonly Scope[], value: Run): Single[] {
  return children.map(value).filter((one): one is Single => one !== null && !isList(one));
}

const blank: Run = () => null;

type Fold = (children: readonly Scope[], parts: Parts) => Value;

function ofValues(fold: (values: Single[], parts: Parts) => Value): Fold {
  return (children, parts) => fold(values(children, parts.value ?? blank), parts);
}

const FOLDS: Record<string, Fold> = {
  COUNT: (children, { value }) => Decimal.of(value ? values(children, value).length : children.length),
  SUM: ofValues((values, parts) => sum(values, parts.durations)),
  AVERAGE: ofValues(average),
  MIN: ofValues((values) => extreme(values, -1)),
  MAX: ofValues((values) => extreme(values, 1)),
  COUNTUNIQUE: ofValues((values) => Decimal.of(distinct(values).length)),
  FIRST: (children, { value = blank, by = blank }) => outermost(children, value, by, -1),
  LAST: (children, { value = blank, by = blank }) => outermost(children, value, by, 1),
};

function scopes(scope: Scope, over: string): Scope[] {
  return scope.row.children(over).map((row) => ({ row, environment: scope.environment }));
}

/** Values that are blank are skipped. */
export function aggregation(name: string, parts: Parts): Run {
  const where = parts.where;
  const holds = where ? (child: Scope) => where(child) === true : () => true;
  if (name === "ALL") return (scope) => scopes(scope, parts.over).every(holds);
  if (name === "ANY") return (scope) => scopes(scope, parts.over).some(holds);
  const fold = FOLDS[name];
  if (!fold) throw new TypeError(`no aggregate ${name}`);
  return (scope) => fold(scopes(scope, parts.over).filter(holds), parts);
}
