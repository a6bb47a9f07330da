import { average, extreme, sum } from "./aggregation";
import { Decimal } from "./decimal";
import { type Family, lenient, strict } from "./scope";
import { distinct } from "./values";

/** The aggregates over a list or over several arguments; those over child records are nodes of their own. */
export const AGGREGATE: Family = {
  COUNT: lenient((a) => Decimal.of(a.collected().length)),
  SUM: lenient((a) => sum(a.collected(), false)),
  AVERAGE: lenient((a) => average(a.collected())),
  MIN: lenient((a) => extreme(a.collected(), -1)),
  MAX: lenient((a) => extreme(a.collected(), 1)),
  COUNTUNIQUE: lenient((a) => Decimal.of(distinct(a.list(0)).length)),
  FIRST: strict((a) => a.list(0)[0] ?? null),
  LAST: strict((a) => a.list(0).at(-1) ?? null),
};
