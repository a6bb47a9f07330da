import { Decimal } from "./decimal";
import { type Arguments, type Family, lenient, strict } from "./scope";
import { folded } from "./text-functions";
import { bounded, LONGEST } from "./texts";
import { distinct, isList, order, type Single, same, type Value } from "./values";

const has = (list: readonly Single[], item: Value) => list.some((one) => same(one, item));

function contains(a: Arguments): boolean {
  const first = a.get(0);
  return isList(first) ? has(first, a.get(1)) : folded(a, (text, other) => text.includes(other));
}

function nth(list: readonly Single[], place: number): Value {
  const index = place > 0 ? place - 1 : place < 0 ? list.length + place : -1;
  return list[index] ?? null;
}

function join(a: Arguments): string {
  const between = a.count < 2 ? "," : a.get(1) === null ? "" : a.text(1);
  return bounded(a.list(0).join(between));
}

/** Functions on lists, such as the values of a multi-select. */
export const LIST: Family = {
  CONTAINS: lenient(contains),
  CONTAINSANY: lenient((a) => a.list(1).some((item) => has(a.list(0), item))),
  CONTAINSALL: lenient((a) => a.list(1).length > 0 && a.list(1).every((item) => has(a.list(0), item))),
  SIZE: lenient((a) => Decimal.of(a.list(0).length)),
  NTH: strict((a) => nth(a.list(0), a.whole(1, -LONGEST, LONGEST))),
  JOIN: lenient(join),
  UNIQUE: strict((a) => distinct(a.list(0))),
  SORT: strict((a) => [...a.list(0)].sort(order)),
};
