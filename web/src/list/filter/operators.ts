import type { FieldInfo } from "@/api/types";
import type { FilterRule, Operator } from "@/core/filter";
import { kindOf, shownAs } from "@/field/registry";

/** A field as its filter's value is typed: a moment by its day, a choice as several. */
export function operandField(field: FieldInfo, op: Operator): FieldInfo {
  const shown = shownAs(field);
  const many = op === "in" || op === "not_in" || op.startsWith("has_");
  return { ...shown, type: shown.type === "datetime" ? "date" : shown.type, many, required: false, readonly: false };
}

export function operatorsOf(field: FieldInfo): readonly Operator[] {
  return kindOf(field).operators;
}

export function filterable(fields: FieldInfo[]): FieldInfo[] {
  return fields.filter((field) => operatorsOf(field).length > 0);
}

/** A first condition on a field; a yes-or-no field is asked for yes. */
export function newRule(field: FieldInfo): FilterRule {
  const op = operatorsOf(field).find((one) => one !== "me") ?? "=";
  if (shownAs(field).type === "boolean") return { field: field.code, op: "=", value: true };
  return op === "period" ? { field: field.code, op, value: "this_month" } : { field: field.code, op };
}

const SAME_OPERAND: readonly ReadonlySet<Operator>[] = [
  new Set<Operator>(["=", "<>", "<", "<=", ">", ">=", "contains", "not_contains", "starts_with"]),
  new Set<Operator>(["in", "not_in", "has_any", "has_all", "has_none"]),
  new Set<Operator>(["last_days", "next_days"]),
];

/** The same condition with another operator; the value stays when both operators take one of its kind. */
export function withOperator(rule: FilterRule, op: Operator): FilterRule {
  const keep = SAME_OPERAND.some((set) => set.has(rule.op) && set.has(op));
  if (op === "period") return { field: rule.field, op, value: "this_month" };
  if (op === "last_days" || op === "next_days") return { field: rule.field, op, value: keep ? rule.value : 7 };
  return keep ? { ...rule, op } : { field: rule.field, op };
}
