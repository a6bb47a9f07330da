/** Where the fields of a form stand, as data: every change gives a new layout and leaves the old one as it was. */
export type Words = { zh?: string; en?: string };
export type Placed = { field: string; span?: number };
export type Note = { code: string; text: Words; span?: number };
export type Divider = { code: string; divider: true };
export type Item = Placed | Note | Divider;
export type Section = { code: string; label?: Words; collapsed?: boolean; items: Item[] };
export type Tab = { code: string; label: Words; items: Item[] };
export type Tabs = { code: string; tabs: Tab[] };
export type Part = Item | Section | Tabs;
export type Layout = readonly Part[];

/** A list that holds parts: the form itself, or what has this code. */
export const FORM = "";
/** Before the part that stands at `at` of that list; its length is the end. */
export type Place = { list: string; at: number };

export const COLUMNS = 24;

export const isPlaced = (part: Part): part is Placed => "field" in part;
export const isSection = (part: Part): part is Section => "items" in part;
export const isTabs = (part: Part): part is Tabs => "tabs" in part;
export const isItem = (part: Part): part is Item => !isSection(part) && !isTabs(part);

/** What a part is found by: the code of its field, or its own. No two parts have the same. */
export const keyOf = (part: Part): string => (isPlaced(part) ? part.field : part.code);

/** Every list with its parts, in the order of reading: a group's own after the list it stands in. */
export function listsOf(layout: Layout): { list: string; parts: readonly Part[] }[] {
  const inner = layout.flatMap((part) => {
    if (isSection(part)) return [{ list: part.code, parts: part.items }];
    return isTabs(part) ? part.tabs.map((tab) => ({ list: tab.code, parts: tab.items })) : [];
  });
  return [{ list: FORM, parts: layout }, ...inner];
}

/** All parts in the order of reading, groups before what they hold. */
export function partsOf(layout: Layout): Part[] {
  return layout.flatMap((part): Part[] => {
    if (isSection(part)) return [part, ...part.items];
    return isTabs(part) ? [part, ...part.tabs.flatMap((tab) => tab.items)] : [part];
  });
}

/** The codes of all fields that are placed, in the order of reading. */
export const fieldsOf = (layout: Layout): string[] => partsOf(layout).flatMap((p) => (isPlaced(p) ? [p.field] : []));

/** Every code that is in use: of parts and of tabs. */
export function codesOf(layout: Layout): string[] {
  const tabs = layout.flatMap((part) => (isTabs(part) ? part.tabs.map((tab) => tab.code) : []));
  return [...partsOf(layout).map(keyOf), ...tabs];
}

export function find(layout: Layout, key: string): Part | undefined {
  return partsOf(layout).find((part) => keyOf(part) === key);
}

/** Where a part stands; null where it is not. */
export function placeOf(layout: Layout, key: string): Place | null {
  for (const { list, parts } of listsOf(layout)) {
    const at = parts.findIndex((part) => keyOf(part) === key);
    if (at >= 0) return { list, at };
  }
  return null;
}

/** The layout with every list replaced by what `change` makes of it. */
function mapLists(layout: Layout, change: (list: string, parts: readonly Part[]) => Part[]): Layout {
  const items = (list: string, parts: Item[]) => change(list, parts).filter(isItem);
  return change(FORM, layout).map((part) => {
    if (isSection(part)) return { ...part, items: items(part.code, part.items) };
    if (isTabs(part)) return { ...part, tabs: part.tabs.map((tab) => ({ ...tab, items: items(tab.code, tab.items) })) };
    return part;
  });
}

/** The group, standing in the form itself, that a list belongs to; -1 for the form's own list. */
function ownerOf(layout: Layout, list: string): number {
  return layout.findIndex((part) =>
    isSection(part) ? part.code === list : isTabs(part) && part.tabs.some((tab) => tab.code === list),
  );
}

/** Puts parts in. A group cannot stand inside a group: it goes behind the one it was meant for. */
export function insert(layout: Layout, place: Place, parts: readonly Part[]): Layout {
  const owner = ownerOf(layout, place.list);
  const groups = place.list === FORM ? [] : parts.filter((part) => !isItem(part));
  const rest = parts.filter((part) => !groups.includes(part));
  const filled = mapLists(layout, (list, own) =>
    list === place.list ? [...own.slice(0, place.at), ...rest, ...own.slice(place.at)] : [...own],
  );
  return groups.length === 0 ? filled : [...filled.slice(0, owner + 1), ...groups, ...filled.slice(owner + 1)];
}

/** Takes parts out, and gives them in the order of reading. What a group holds goes with it. */
export function take(layout: Layout, keys: ReadonlySet<string>): { layout: Layout; taken: Part[] } {
  const taken: Part[] = [];
  for (const part of layout) {
    if (keys.has(keyOf(part))) taken.push(part);
    else if (!isItem(part)) taken.push(...partsOf([part]).filter((inner) => inner !== part && keys.has(keyOf(inner))));
  }
  return { layout: mapLists(layout, (_, parts) => parts.filter((part) => !keys.has(keyOf(part)))), taken };
}

/** Moves parts, in the order of reading, to stand before what stands at `place` now. */
export function move(layout: Layout, keys: ReadonlySet<string>, place: Place): Layout {
  const owner = layout[ownerOf(layout, place.list)];
  if (owner !== undefined && keys.has(keyOf(owner))) return layout;
  const list = listsOf(layout).find((one) => one.list === place.list)?.parts ?? [];
  const before = list.slice(0, place.at).filter((part) => keys.has(keyOf(part))).length;
  const { layout: left, taken } = take(layout, keys);
  return insert(left, { list: place.list, at: place.at - before }, taken);
}

/** Moves parts one place on or back; at the end of a group out of it, and past a group's edge into it. */
export function shift(layout: Layout, keys: ReadonlySet<string>, step: 1 | -1): Layout {
  const moved = partsOf(layout).filter((part) => keys.has(keyOf(part)));
  const edge = step < 0 ? moved[0] : moved.at(-1);
  const from = edge === undefined ? null : placeOf(layout, keyOf(edge));
  if (from === null) return layout;
  const parts = listsOf(layout).find((one) => one.list === from.list)?.parts ?? [];
  const neighbour = parts[from.at + step];
  if (neighbour === undefined) return from.list === FORM ? layout : move(layout, keys, outOf(layout, from.list, step));
  const inside = moved.every(isItem) ? intoGroup(neighbour, step) : null;
  return move(layout, keys, inside ?? { list: from.list, at: from.at + (step < 0 ? -1 : 2) });
}

/** The place beside a list: the next tab of the same tabs, or beside the group it is in. */
function outOf(layout: Layout, list: string, step: 1 | -1): Place {
  const at = ownerOf(layout, list);
  const owner = layout[at];
  if (owner !== undefined && isTabs(owner)) {
    const next = owner.tabs[owner.tabs.findIndex((tab) => tab.code === list) + step];
    if (next) return { list: next.code, at: step < 0 ? next.items.length : 0 };
  }
  return { list: FORM, at: step < 0 ? at : at + 1 };
}

function intoGroup(part: Part, step: 1 | -1): Place | null {
  if (isSection(part)) return { list: part.code, at: step < 0 ? part.items.length : 0 };
  const tab = isTabs(part) ? part.tabs.at(step < 0 ? -1 : 0) : undefined;
  return tab ? { list: tab.code, at: step < 0 ? tab.items.length : 0 } : null;
}

/** Changes one part; its key must stay. */
export function change(layout: Layout, key: string, to: (part: Part) => Part): Layout {
  return mapLists(layout, (_, parts) => parts.map((part) => (keyOf(part) === key ? to(part) : part)));
}

/** How many columns a part is wide; groups and dividers are as wide as there is room. */
export function resize(layout: Layout, key: string, span: number): Layout {
  const wide = Math.min(COLUMNS, Math.max(1, Math.round(span)));
  return change(layout, key, (part) => ("field" in part || "text" in part ? { ...part, span: wide } : part));
}

/** The widths that a dragged edge snaps to: sixths, quarters and thirds of the whole. */
const SNAPS = [4, 6, 8, 12, 16, 18, 20, 24];

/** The nearest of the usual widths, so that neighbours line up. */
export function snap(span: number): number {
  return SNAPS.reduce((best, one) => (Math.abs(one - span) < Math.abs(best - span) ? one : best), COLUMNS);
}

/** The layout of an entity that has none: one field after the other. */
export const usual = (fields: readonly string[]): Layout => fields.map((field) => ({ field }));

/** Whether a layout says nothing that the usual one would not say. */
export function isUsual(layout: Layout, fields: readonly string[]): boolean {
  const plain = layout.every((part) => isPlaced(part) && part.span === undefined);
  return plain && layout.length === fields.length && layout.every((part, at) => keyOf(part) === fields[at]);
}

/** Says a field's new code wherever it is placed. */
export function rename(layout: Layout, from: string, to: string): Layout {
  return mapLists(layout, (_, parts) =>
    parts.map((part) => (isPlaced(part) && part.field === from ? { ...part, field: to } : part)),
  );
}
