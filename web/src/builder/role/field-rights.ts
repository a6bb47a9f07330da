import { type EntityRights, OTHERS } from "./model";

/** How much of a field is seen, from least to most. */
export const SEES = ["none", "masked", "reveal", "read"] as const;
export type See = (typeof SEES)[number];
/** How far it is changed: never, filled in and replaced, emptied too. */
export const CHANGES = ["none", "fill", "write"] as const;
export type Change = (typeof CHANGES)[number];
export type FieldRight = { see: See; change: Change };
/** A right as a role holds it: a word for both, or each by itself. */
export type FieldWord = "none" | "read" | "write" | { see: See; change?: Change };

/** The most that a denial leaves of the right on a field; what it does not say is left alone. */
export type FieldCap = "none" | "read" | "write" | { see?: See; change?: Change };

/** The caps that the builder offers, from the hardest. */
export const CAPS = ["none", "masked", "read"] as const;
export type Cap = (typeof CAPS)[number];
const CAP_WORDS: Record<Cap, FieldCap> = { none: "none", masked: { see: "masked" }, read: "read" };

/** Which of the caps that the builder offers this is; null for one that was written by hand. */
export function capOf(word: FieldCap): Cap | null {
  const same = (one: Cap) => JSON.stringify(CAP_WORDS[one]) === JSON.stringify(word);
  return CAPS.find(same) ?? null;
}

/** Caps just `codes` so: each field has one cap, the last that was chosen. */
export function withCapped(
  fields: Record<string, FieldCap>,
  cap: Cap,
  codes: readonly string[],
): Record<string, FieldCap> {
  const others = Object.entries(fields).filter(([code, word]) => capOf(word) !== cap && !codes.includes(code));
  return Object.fromEntries([...others, ...codes.map((code) => [code, CAP_WORDS[cap]] as const)]);
}

const WORDS = {
  none: { see: "none", change: "none" },
  read: { see: "read", change: "none" },
  write: { see: "read", change: "write" },
} as const satisfies Record<string, FieldRight>;

function read(word: FieldWord): FieldRight {
  return typeof word === "string" ? WORDS[word] : { see: word.see, change: word.change ?? "none" };
}

export const sameRight = (a: FieldRight, b: FieldRight): boolean => a.see === b.see && a.change === b.change;

function written(right: FieldRight): FieldWord {
  const word = (Object.keys(WORDS) as (keyof typeof WORDS)[]).find((one) => sameRight(WORDS[one], right));
  if (word) return word;
  return right.change === "none" ? { see: right.see } : right;
}

/** What holds for a field: its own entry, or that of all others; everything where no field is named. */
export function fieldRight(rights: EntityRights, field: string): FieldRight {
  if (rights.fields === undefined) return WORDS.write;
  return read(rights.fields[field] ?? rights.fields[OTHERS] ?? "none");
}

export const isNamed = (rights: EntityRights, field: string): boolean => rights.fields?.[field] !== undefined;

/** What is not seen is not changed: whoever takes the one takes the other, and whoever gives the other gives the one. */
function settled(before: FieldRight, given: Partial<FieldRight>): FieldRight {
  const right = { ...before, ...given };
  if (right.see !== "none" || right.change === "none") return right;
  return given.see === "none" ? WORDS.none : { ...right, see: "read" };
}

/** Sets one or both sides of the right on several fields at once; null lets them follow the others again. */
export function withFields(
  rights: EntityRights,
  codes: readonly string[],
  given: Partial<FieldRight> | null,
): EntityRights {
  const fields: Record<string, FieldWord> = { [OTHERS]: "write", ...rights.fields };
  for (const code of codes) {
    if (given !== null) fields[code] = written(settled(fieldRight(rights, code), given));
    else if (code !== OTHERS) delete fields[code];
  }
  return { ...rights, fields };
}
