/**
 * What two people made of the same document, as one. Parts of lists that carry a code, or name a field, are the
 * same part wherever they stand; everything else is one value. Where both changed the same value, mine stands.
 */
type Json = unknown;
type Bag = Record<string, Json>;

export const isBag = (value: Json): value is Bag =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Whether two documents say the same, whatever the order of their properties. */
export function same(a: Json, b: Json): boolean {
  if (a === b) return true;
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((one, i) => same(one, b[i]));
  if (!isBag(a) || !isBag(b)) return false;
  const names = Object.keys(a);
  return names.length === Object.keys(b).length && names.every((name) => name in b && same(a[name], b[name]));
}

function keyOf(part: Json): string | null {
  if (!isBag(part)) return null;
  const key = part.code ?? part.field;
  return typeof key === "string" ? key : null;
}

/** The parts of a list by their keys; null where it is no list of such parts. */
function keyed(list: Json): Map<string, Json> | null {
  if (!Array.isArray(list)) return null;
  const found = new Map<string, Json>();
  for (const part of list) {
    const key = keyOf(part);
    if (key === null || found.has(key)) return null;
    found.set(key, part);
  }
  return found;
}

function mergeBags(base: Bag, mine: Bag, theirs: Bag): Bag {
  const merged: Bag = {};
  for (const name of new Set([...Object.keys(mine), ...Object.keys(theirs)])) {
    const value = merge(base[name], mine[name], theirs[name]);
    if (value !== undefined) merged[name] = value;
  }
  return merged;
}

/** The order: mine, and what only they have behind what it stands behind with them. Where I left the order alone, theirs. */
function order(base: string[], mine: string[], theirs: string[]): string[] {
  const common = (keys: string[]) => keys.filter((key) => mine.includes(key) && base.includes(key));
  const moved = !same(common(mine), common(base));
  const [first, second] = moved ? [mine, theirs] : [theirs, mine];
  const result = [...first];
  second.forEach((key, at) => {
    if (result.includes(key)) return;
    const before = second.slice(0, at).findLast((one) => result.includes(one));
    result.splice(before === undefined ? 0 : result.indexOf(before) + 1, 0, key);
  });
  return result;
}

function mergeLists(base: Map<string, Json>, mine: Map<string, Json>, theirs: Map<string, Json>): Json[] {
  const keys = order([...base.keys()], [...mine.keys()], [...theirs.keys()]);
  return keys.flatMap((key) => {
    const value = merge(base.get(key), mine.get(key), theirs.get(key));
    return value === undefined ? [] : [value];
  });
}

/** `undefined` stands for what is not there. What one deleted and the other changed stays, changed. */
export function merge<T extends Json>(base: T, mine: T, theirs: T): T {
  if (same(mine, theirs) || same(theirs, base)) return mine;
  if (same(mine, base)) return theirs;
  if (isBag(mine) && isBag(theirs)) return mergeBags(isBag(base) ? base : {}, mine, theirs) as T;
  const [b, m, t] = [keyed(base ?? []), keyed(mine), keyed(theirs)];
  if (b && m && t) return mergeLists(b, m, t) as T;
  return mine === undefined ? theirs : mine;
}

/** How many values both changed to different things; mine stands in each. */
export function clashes(base: Json, mine: Json, theirs: Json): number {
  if (same(mine, theirs) || same(theirs, base) || same(mine, base)) return 0;
  if (isBag(mine) && isBag(theirs)) {
    const was = isBag(base) ? base : {};
    const names = new Set([...Object.keys(mine), ...Object.keys(theirs)]);
    return [...names].reduce((sum, name) => sum + clashes(was[name], mine[name], theirs[name]), 0);
  }
  const [b, m, t] = [keyed(base ?? []), keyed(mine), keyed(theirs)];
  if (!b || !m || !t) return 1;
  const keys = new Set([...m.keys(), ...t.keys()]);
  return [...keys].reduce((sum, key) => sum + clashes(b.get(key), m.get(key), t.get(key)), 0);
}
