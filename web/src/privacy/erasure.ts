import type { Erasure, Held, HeldPart, Kept } from "@/api/privacy";

/** What is chosen beside the personal fields of the record itself. */
export type Chosen = { related: ReadonlySet<string>; kept: ReadonlySet<string> };

export const NOTHING_MORE: Chosen = { related: new Set(), kept: new Set() };

/** Those whose personal fields go in any case. */
export const ownParts = (held: Held): HeldPart[] =>
  held.parts.filter((part) => part.kind !== "related" && part.fields.length > 0);

/** Those that may be chosen. */
export const relatedParts = (held: Held): HeldPart[] =>
  held.parts.filter((part) => part.kind === "related" && part.fields.length > 0);

export const keptThings = (held: Held): Kept[] => held.kept.filter((one) => one.count > 0);

/** Whether there is anything that could be erased. */
export const canErase = (held: Held): boolean =>
  ownParts(held).length + relatedParts(held).length + keptThings(held).length > 0;

export function toggled(set: ReadonlySet<string>, one: string, on: boolean): ReadonlySet<string> {
  const next = new Set(set);
  if (on) next.add(one);
  else next.delete(one);
  return next;
}

/** Whether the name was typed and something would go. */
export const isConfirmed = (held: Held, chosen: Chosen, typed: string): boolean =>
  typed.trim() === held.title.trim() && (ownParts(held).length > 0 || chosen.related.size + chosen.kept.size > 0);

export const erasureOf = (chosen: Chosen, typed: string): Erasure => ({
  confirm: typed.trim(),
  related: [...chosen.related],
  kept: [...chosen.kept],
});
