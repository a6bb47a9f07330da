/** A value in what another system sent, and where it is. */
export type Place = { pointer: string; value: string };

/** More than that is nothing to choose from. */
const MOST = 100;
const DEEPEST = 8;

const escaped = (name: string) => name.replaceAll("~", "~0").replaceAll("/", "~1");

function walk(node: unknown, pointer: string, depth: number, found: Place[]): void {
  if (found.length >= MOST) return;
  const several = Array.isArray(node) && node.some((one) => typeof one === "object" && one !== null);
  if (typeof node === "object" && node !== null && (several || !Array.isArray(node)) && depth < DEEPEST) {
    for (const [name, inner] of Object.entries(node)) walk(inner, `${pointer}/${escaped(name)}`, depth + 1, found);
  } else if (pointer !== "") {
    found.push({ pointer, value: typeof node === "string" ? node : JSON.stringify(node) });
  }
}

/** The values of what came, with their places; a list of plain values is one. Nothing where it is no JSON. */
export function placesIn(body: string | null | undefined): Place[] {
  const found: Place[] = [];
  try {
    walk(JSON.parse(body ?? ""), "", 0, found);
  } catch {
    return [];
  }
  return found;
}

/** The places of all of them, with the first value that is there: one that came broken hides no other. */
export function placesOf(bodies: readonly (string | null | undefined)[]): Place[] {
  const found = new Map<string, Place>();
  for (const place of bodies.flatMap(placesIn)) {
    if (!found.has(place.pointer)) found.set(place.pointer, place);
  }
  return [...found.values()].slice(0, MOST);
}

const parts = (pointer: string) =>
  pointer
    .split("/")
    .slice(1)
    .map((part) => part.replaceAll("~1", "/").replaceAll("~0", "~"));

/** A body that has something at each of those places, for trying it out. */
export function exampleBody(pointers: Readonly<Record<string, string>>, names: (code: string) => string): object {
  const body: Record<string, unknown> = {};
  for (const [code, pointer] of Object.entries(pointers)) {
    const path = parts(pointer);
    let at = body;
    for (const part of path.slice(0, -1)) {
      const inner = at[part];
      at[part] = typeof inner === "object" && inner !== null ? inner : {};
      at = at[part] as Record<string, unknown>;
    }
    const last = path.at(-1);
    if (last !== undefined && !(last in at)) at[last] = names(code);
  }
  return body;
}

/** A line for a terminal that sends it. Quotes of the shell are closed around its own. */
export const curlOf = (address: string, body: object): string =>
  `curl -X POST '${address}' -H 'Content-Type: application/json' -d '${JSON.stringify(body).replaceAll("'", "'\\''")}'`;

/** The same pointers, with a place given to a field, or taken from the one that had it. */
export function mapped(
  pointers: Readonly<Record<string, string>>,
  place: string,
  field: string | undefined,
): Record<string, string> {
  const others = Object.entries(pointers).filter(([code, pointer]) => pointer !== place && code !== field);
  return Object.fromEntries(field === undefined ? others : [...others, [field, place]]);
}

/** The field that takes the place. */
export const takenBy = (pointers: Readonly<Record<string, string>>, place: string): string | undefined =>
  Object.entries(pointers).find(([, pointer]) => pointer === place)?.[0];
