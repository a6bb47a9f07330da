/** Which records are chosen: some by key, or all that the list's filter matches. */
export type Selected = { all: boolean; ids: ReadonlySet<string> };

export const NONE: Selected = { all: false, ids: new Set() };

export function isSelected(selected: Selected, id: string): boolean {
  return selected.all || selected.ids.has(id);
}

export function toggle(selected: Selected, id: string): Selected {
  if (selected.all) return NONE;
  const ids = new Set(selected.ids);
  if (!ids.delete(id)) ids.add(id);
  return { all: false, ids };
}

/** From one row to another, both included, added to what is chosen. */
export function extend(selected: Selected, rows: { id: string }[], from: number, to: number): Selected {
  const ids = new Set(selected.ids);
  for (const row of rows.slice(Math.min(from, to), Math.max(from, to) + 1)) ids.add(row.id);
  return { all: false, ids };
}

export function selectionSize(selected: Selected): number | "all" {
  return selected.all ? "all" : selected.ids.size;
}
