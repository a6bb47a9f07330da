import type { FieldInfo } from "@/api/types";
import { type FilterGroup, type FilterNode, type FilterRule, groupOf, isGroup, kindOf, parts } from "@/core/filter";
import { fromSaved } from "@/core/saved-where";
import type { Where } from "@/core/where";
import { shownAs } from "@/field/registry";
import { operatorsOf } from "./operators";

/** To a filter a day is the whole of it where a field holds moments; to an expression it is its first moment. */
const FROM_THE_FIRST_MOMENT: ReadonlySet<string> = new Set(["<", ">="]);

function rule(one: FilterRule, fields: readonly FieldInfo[]): FilterRule | null {
  const field = fields.find((each) => each.code === one.field);
  if (field === undefined) return null;
  const day = shownAs(field).type === "datetime" && typeof one.value === "string" && one.value.length === 10;
  if (day && one.op !== "period" && !FROM_THE_FIRST_MOMENT.has(one.op)) return null;
  const offered = operatorsOf(field);
  if (offered.includes(one.op)) return one;
  if (one.op === "=" && typeof one.value === "boolean") return one;
  return one.op === "=" && offered.includes("in") && typeof one.value === "string"
    ? { field: one.field, op: "in", value: [one.value] }
    : null;
}

function node(one: FilterNode, fields: readonly FieldInfo[]): FilterNode | null {
  if (!isGroup(one)) return rule(one, fields);
  const kept = parts(one).map((part) => node(part, fields));
  return kept.includes(null) ? null : groupOf(kindOf(one), kept as FilterNode[]);
}

/** A condition as the filter bar of a list shows it; null where it says anything that no filter can. */
export function asFilter(where: Where, fields: readonly FieldInfo[]): FilterGroup | null {
  const read = fromSaved(where);
  const found = read === null ? null : node(read, fields);
  return found === null || !isGroup(found) ? null : found;
}
