import type { Value } from "@/core/value";
import type { ValueLabel } from "@/field/kind";

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
