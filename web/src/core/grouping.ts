import type { Value } from "./value";

/** One group of a list: its values from the outside in, and the figures over its records. */
export type Section<F> = {
  /** The values as one text, unique in the list. */
  key: string;
  path: Value[];
  label: string | null;
  depth: number;
  /** Whether records stand right below it. */
  leaf: boolean;
  figures: F;
};

type Counted = { key: Value[]; labels?: (string | null)[]; total?: boolean; over?: number[] };

const keyOf = (path: Value[]) => JSON.stringify(path);

/**
 * The groups of a list in their order, each outer one before its inner ones.
 *
 * @param groups as a query answers them, with the totals of every smaller set of groups where there are two levels
 */
export function sections<G extends Counted>(groups: readonly G[], levels: number): Section<G>[] {
  const whole = groups.filter((group) => !group.total);
  const section = (group: G, path: Value[]): Section<G> => ({
    key: keyOf(path),
    path,
    label: group.labels?.[path.length - 1] ?? null,
    depth: path.length - 1,
    leaf: path.length === levels,
    figures: group,
  });
  if (levels === 1) return whole.map((group) => section(group, group.key));
  const outer = new Map(
    groups
      .filter((group) => group.total && group.over?.length === 1 && group.over[0] === 1)
      .map((group) => [keyOf(group.key.slice(0, 1)), group]),
  );
  const found: Section<G>[] = [];
  const seen = new Set<string>();
  for (const group of whole) {
    const above = keyOf(group.key.slice(0, 1));
    const total = outer.get(above);
    if (!seen.has(above) && total) found.push(section(total, group.key.slice(0, 1)));
    seen.add(above);
    found.push(section(group, group.key));
  }
  return found;
}

/** What stands in one line of a grouped list. */
export type Line<F, R> =
  | { kind: "group"; section: Section<F>; open: boolean }
  | { kind: "row"; row: R; at: number }
  | { kind: "wait"; section: Section<F> };

/** The records of a group as far as they are read; `more` says whether there are others. */
export type Loaded<R> = { rows: readonly R[]; more: boolean };

const inside = (section: Section<unknown>, closed: ReadonlySet<string>) =>
  section.path.slice(0, -1).some((_, i) => closed.has(keyOf(section.path.slice(0, i + 1))));

/**
 * The lines of a grouped list from the top down. Records that are not read yet have lines that wait, so that the length of
 * the list hardly changes when they come.
 *
 * @param waiting how many lines stand for a group of that size of which nothing is read yet
 */
export function groupLines<F, R>(
  all: readonly Section<F>[],
  closed: ReadonlySet<string>,
  loaded: (section: Section<F>) => Loaded<R> | undefined,
  waiting: (section: Section<F>) => number,
): Line<F, R>[] {
  const lines: Line<F, R>[] = [];
  let at = 0;
  for (const section of all) {
    if (inside(section, closed)) continue;
    const open = !closed.has(section.key);
    lines.push({ kind: "group", section, open });
    if (!open || !section.leaf) continue;
    const known = loaded(section);
    for (const row of known?.rows ?? []) lines.push({ kind: "row", row, at: at++ });
    const waits = known ? (known.more ? 1 : 0) : waiting(section);
    for (let i = 0; i < waits; i++) lines.push({ kind: "wait", section });
  }
  return lines;
}
