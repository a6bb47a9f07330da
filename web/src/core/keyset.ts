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

/** The rows of a scrolled list that are worth drawing: the visible ones and `over` on either side. `to` is exclusive. */
export function visibleRange(scroll: number, height: number, rowHeight: number, count: number, over = 8) {
  const first = Math.floor(scroll / rowHeight);
  const last = Math.ceil((scroll + height) / rowHeight);
  return { from: Math.max(0, Math.min(first - over, count)), to: Math.max(0, Math.min(count, last + over)) };
}
