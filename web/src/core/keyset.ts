/** One page of a list read by key: its rows and where the next begins, null at the end. */
export type Page<T> = { items: T[]; next: string | null };

/** All rows of consecutive pages in order, each once: a row that moved while paging is kept where it came first. */
export function joinPages<T extends { id: string }>(pages: Page<T>[]): T[] {
  const seen = new Set<string>();
  const rows: T[] = [];
  for (const page of pages) {
    for (const row of page.items) {
      if (seen.has(row.id)) continue;
      seen.add(row.id);
      rows.push(row);
    }
  }
  return rows;
}

/**
 * The rows of a scrolled list that are worth drawing: the visible ones and `over` on either side. `to` is exclusive. Away
 * from the ends they are always `most`, so that what was drawn for a row that left can be used for one that came.
 */
export function visibleRange(scroll: number, height: number, rowHeight: number, count: number, over = 8) {
  const first = Math.floor(scroll / rowHeight) - over;
  const most = Math.ceil(height / rowHeight) + 1 + 2 * over;
  const within = (row: number) => Math.max(0, Math.min(row, count));
  return { from: within(first), to: within(first + most), most };
}

/**
 * Rows with the slot each is drawn in: of `most` slots, the one that a row left is taken by the next to come.
 *
 * @param from the place of the first of them in the list
 * @returns in the order of the slots, in which nothing has to be moved while the list is scrolled
 */
export function inSlots<T>(rows: readonly T[], from: number, most: number): { row: T; place: number; slot: number }[] {
  return rows
    .map((row, i) => ({ row, place: from + i, slot: (from + i) % most }))
    .sort((one, other) => one.slot - other.slot);
}
