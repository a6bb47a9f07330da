/** What a field of a record may hold, as it travels in JSON. Decimals are strings, so that none is rounded. */
export type Value = null | string | number | boolean | Value[] | { [key: string]: Value };

/** Blank is null, an empty text or an empty list; zero and false are not blank. */
export function isBlank(value: Value | undefined): boolean {
  return value === null || value === undefined || value === "" || (Array.isArray(value) && value.length === 0);
}

/** The texts in a value: none for blank, one for a single, all for a list. */
export function texts(value: Value | undefined): string[] {
  if (value === null || value === undefined || value === "") return [];
  if (Array.isArray(value)) return value.flatMap(texts);
  if (typeof value === "object") return typeof value.id === "string" ? [value.id] : [];
  return [String(value)];
}

/** Whether two JSON values are the same, lists and objects by their content. */
export function sameValue(a: Value | undefined, b: Value | undefined): boolean {
  if (isBlank(a) && isBlank(b)) return true;
  if (a === b) return true;
  if (typeof a !== "object" || typeof b !== "object") return false;
  return JSON.stringify(a) === JSON.stringify(b);
}
