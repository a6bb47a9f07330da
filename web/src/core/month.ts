import { addDays, addMonths, weekday } from "./time";

/** The Monday of a day's week. */
export const mondayOf = (day: string) => addDays(day, 1 - weekday(day));

/** The seven days from a day on. */
export const weekFrom = (day: string) => Array.from({ length: 7 }, (_, i) => addDays(day, i));

/** The weeks that a day's month touches, each from Monday to Sunday. */
export function monthWeeks(day: string): string[][] {
  const first = `${day.slice(0, 8)}01`;
  const next = addMonths(first, 1);
  const weeks: string[][] = [];
  for (let monday = mondayOf(first); monday < next; monday = addDays(monday, 7)) weeks.push(weekFrom(monday));
  return weeks;
}

/** How many days lie between two; negative when the second comes first. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

/** Something that lasts from one day to another, both included. */
export type Spell = { id: string; from: string; to: string };

/** A piece of a spell inside one week: where it begins (0 is Monday), how many days it has, and in which line it stands. */
export type Piece<S extends Spell> = {
  spell: S;
  column: number;
  span: number;
  lane: number;
  /** Whether the spell begins, or ends, in this week. */
  begins: boolean;
  ends: boolean;
};

/** The pieces of spells in a week, the longer ones on top, none over another. */
export function weekPieces<S extends Spell>(spells: readonly S[], monday: string): Piece<S>[] {
  const sunday = addDays(monday, 6);
  const inWeek = spells
    .filter(({ from, to }) => from <= sunday && to >= monday)
    .map((spell) => {
      const column = Math.max(0, daysBetween(monday, spell.from));
      const last = Math.min(6, daysBetween(monday, spell.to));
      return { spell, column, span: last - column + 1 };
    })
    .sort((a, b) => a.column - b.column || b.span - a.span);
  const ends: number[] = [];
  return inWeek.map(({ spell, column, span }) => {
    const free = ends.findIndex((end) => end <= column);
    const lane = free < 0 ? ends.length : free;
    ends[lane] = column + span;
    return { spell, column, span, lane, begins: spell.from >= monday, ends: spell.to <= sunday };
  });
}

/** How many pieces of each day do not fit into so many lanes. */
export function overflow(pieces: readonly Piece<Spell>[], lanes: number): number[] {
  const hidden = Array.from({ length: 7 }, () => 0);
  for (const { column, span, lane } of pieces) {
    if (lane < lanes) continue;
    for (let day = column; day < column + span; day++) hidden[day] = (hidden[day] ?? 0) + 1;
  }
  return hidden;
}

/** A spell carried by some days, or with one end pulled; an end never passes the other. */
export function shifted({ from, to }: Omit<Spell, "id">, part: "whole" | "from" | "to", days: number) {
  if (part === "whole") return { from: addDays(from, days), to: addDays(to, days) };
  if (part === "from") {
    const next = addDays(from, days);
    return { from: next > to ? to : next, to };
  }
  const next = addDays(to, days);
  return { from, to: next < from ? from : next };
}
