/** Something within one day, in minutes after midnight; `end` comes after `start`. */
export type Hours = { start: number; end: number };

/** Where it stands beside others of the same time: which column, of how many. */
export type Placed<T> = { item: T; column: number; columns: number };

export const DAY_MINUTES = 1440;

/** Minutes after midnight of "09:30". */
export function minuteOf(clock: string): number {
  const [hours = 0, minutes = 0] = clock.split(":").map(Number);
  return hours * 60 + minutes;
}

const two = (n: number) => String(n).padStart(2, "0");

/** "09:30" for 570; within the day. */
export function clockOf(minute: number): string {
  const inside = Math.max(0, Math.min(DAY_MINUTES - 1, minute));
  return `${two(Math.floor(inside / 60))}:${two(inside % 60)}`;
}

/** The nearest quarter of an hour within the day. */
export function quarter(minute: number): number {
  return Math.max(0, Math.min(DAY_MINUTES - 15, Math.round(minute / 15) * 15));
}

/** Puts what overlaps side by side: none over another, and as wide as those that it meets allow. */
export function sideBySide<T extends Hours>(items: readonly T[]): Placed<T>[] {
  const sorted = [...items].sort((a, b) => a.start - b.start || b.end - a.end);
  const placed: Placed<T>[] = [];
  let group: Placed<T>[] = [];
  let ends: number[] = [];
  const close = () => {
    for (const one of group) one.columns = ends.length;
    placed.push(...group);
    group = [];
    ends = [];
  };
  for (const item of sorted) {
    if (ends.every((end) => end <= item.start)) close();
    const free = ends.findIndex((end) => end <= item.start);
    const column = free < 0 ? ends.length : free;
    ends[column] = item.end;
    group.push({ item, column, columns: 1 });
  }
  close();
  return placed;
}
