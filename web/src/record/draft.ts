import type { EntityInfo, FieldInfo, NamedRef } from "@/api/types";
import { isBlank, type Value } from "@/core/value";
import type { ValueLabel } from "@/field/kind";
import type { FormLogic } from "./form-logic";

/** What somebody has typed into a form so far, and the texts that stand for codes and ids among it. */
export type Draft = { values: Record<string, Value>; labels: Record<string, string | string[]> };
export const EMPTY_DRAFT: Draft = { values: {}, labels: {} };

/** The draft with another value of one field. */
export function withValue(draft: Draft, code: string, value: Value, label?: ValueLabel): Draft {
  const labels = { ...draft.labels };
  if (label === undefined) delete labels[code];
  else labels[code] = label;
  return { values: { ...draft.values, [code]: value }, labels };
}

const NAMED = new Set(["member", "department", "record", "list"]);

/** Ids need a name beside them, and the only one known here is that of the person who fills in the form. */
function nameOf(field: FieldInfo, value: Value, me: NamedRef | null): string | null | undefined {
  if (!NAMED.has(field.valueType ?? "text") || field.options) return undefined;
  return value === me?.id ? me?.name : null;
}

/** The draft with what formulas come to and, as far as they can be shown, the defaults that a new record would get. */
export function withDefaults(entity: EntityInfo, draft: Draft, logic: FormLogic, me: NamedRef | null): Draft {
  const shown: Draft = { values: { ...draft.values }, labels: { ...draft.labels } };
  for (const field of entity.fields) {
    if (field.formulaTree) shown.values[field.code] = logic.fields.get(field.code)?.worked ?? null;
    const value = logic.values[field.code] ?? null;
    if (!field.defaultTree || field.code in draft.values || isBlank(value)) continue;
    const name = nameOf(field, value, me);
    if (name === null) continue;
    shown.values[field.code] = value;
    if (name !== undefined) shown.labels[field.code] = name;
  }
  return shown;
}

/** What is sent: nothing of fields that are hidden or that nobody may change now. */
export function sendable(draft: Draft, logic: FormLogic): Draft["values"] {
  return Object.fromEntries(
    Object.entries(draft.values).filter(([code]) => {
      const one = logic.fields.get(code);
      return one === undefined || (one.shown && !one.readOnly);
    }),
  );
}
