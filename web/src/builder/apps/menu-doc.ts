import type { MenuDoc } from "./use-app-draft";

/** A line of the menu as the editor shows it: an item, a group, or an item in a group. */
export type MenuRow = {
  item: MenuDoc;
  /** Its place in the menu; for an item in a group, that of the group. */
  at: number;
  /** Its place in its group; null for what stands in the menu itself. */
  inner: number | null;
};

export const isGroup = (item: MenuDoc): item is MenuDoc & { items: MenuDoc[] } => item.items !== undefined;

export function rowsOf(menu: readonly MenuDoc[]): MenuRow[] {
  return menu.flatMap((item, at) => [
    { item, at, inner: null },
    ...(item.items ?? []).map((each, inner) => ({ item: each, at, inner })),
  ]);
}

/** The rows as a menu: an item belongs to the group above it where it is said to be inside. */
function menuOf(rows: readonly { item: MenuDoc; inside: boolean }[]): MenuDoc[] {
  const menu: MenuDoc[] = [];
  for (const { item, inside } of rows) {
    const above = menu.at(-1);
    if (inside && above && isGroup(above)) menu[menu.length - 1] = { ...above, items: [...above.items, item] };
    else menu.push(isGroup(item) ? { ...item, items: [] } : item);
  }
  return menu;
}

/**
 * The menu with the row at `from` moved to stand at `to` among the others. An item goes into the group that it comes to
 * stand in or right below the head of; a group takes its items along, and none goes into another.
 */
export function moveRow(menu: readonly MenuDoc[], from: number, to: number): MenuDoc[] {
  const rows = rowsOf(menu).map((row) => ({ item: row.item, inside: row.inner !== null }));
  const moved = rows[from];
  if (moved === undefined || to < 0 || to >= rows.length || to === from) return [...menu];
  const size = 1 + (moved.item.items?.length ?? 0);
  const place = to > from ? to + 1 : to;
  if (place > from && place < from + size) return [...menu];
  const block = rows.slice(from, from + size);
  const rest = [...rows.slice(0, from), ...rows.slice(from + size)];
  let at = place > from ? place - size : place;
  if (isGroup(moved.item)) {
    while (rest[at]?.inside) at += 1;
    return menuOf([...rest.slice(0, at), ...block, ...rest.slice(at)]);
  }
  const above = rest[at - 1];
  const inside = above !== undefined && (above.inside || isGroup(above.item));
  return menuOf([...rest.slice(0, at), { item: moved.item, inside }, ...rest.slice(at)]);
}

/** With an item out of its group, right below that. */
export function takeOut(menu: readonly MenuDoc[], { item, at, inner }: MenuRow): MenuDoc[] {
  if (inner === null) return [...menu];
  return menu.flatMap((one, place) =>
    place === at ? [{ ...one, items: (one.items ?? []).filter((_, i) => i !== inner) }, item] : [one],
  );
}

/** Without a row; what is in a group stays and takes its place. */
export function removeRow(menu: readonly MenuDoc[], { item, at, inner }: MenuRow): MenuDoc[] {
  return menu.flatMap((one, place) => {
    if (place !== at) return [one];
    if (inner === null) return isGroup(item) ? item.items : [];
    return [{ ...one, items: (one.items ?? []).filter((_, i) => i !== inner) }];
  });
}

/** With a row replaced. */
export function setRow(menu: readonly MenuDoc[], { at, inner }: MenuRow, item: MenuDoc): MenuDoc[] {
  return menu.map((one, place) => {
    if (place !== at) return one;
    return inner === null ? item : { ...one, items: (one.items ?? []).map((each, i) => (i === inner ? item : each)) };
  });
}

/** A code that no group has. */
export function newCode(menu: readonly MenuDoc[]): string {
  const taken = new Set(menu.map((one) => one.code));
  let n = 1;
  while (taken.has(`group_${n}`)) n += 1;
  return `group_${n}`;
}
