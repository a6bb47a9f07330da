import { daysBetween, mondayOf } from "./month";
import { addDays, addMonths } from "./time";

/** How much a day takes on a timeline, in pixels. */
export const SCALES = { day: 36, week: 14, month: 5 } as const;
export type Scale = keyof typeof SCALES;

/** A stretch of a timeline from one day up to another, which is not part of it. */
export type Stretch = { from: string; until: string };

/** Where a bar stands: its left edge and its width, in pixels from the beginning of the stretch. */
export function barAt({ from, to }: { from: string; to: string }, stretch: Stretch, scale: Scale) {
  const size = SCALES[scale];
  return { left: daysBetween(stretch.from, from) * size, width: (daysBetween(from, to) + 1) * size };
}

export function widthOfStretch({ from, until }: Stretch, scale: Scale): number {
  return daysBetween(from, until) * SCALES[scale];
}

/** How many whole days a pointer has gone. */
export function daysOf(pixels: number, scale: Scale): number {
  return Math.round(pixels / SCALES[scale]) || 0;
}

/** What a timeline shows for these days: all of them, today, and some room, from a Monday on; three years at most. */
export function stretchOf(spells: readonly { from: string; to: string }[], today: string): Stretch {
  const soonest = spells.reduce((least, { from }) => (from < least ? from : least), today);
  const latest = spells.reduce((most, { to }) => (to > most ? to : most), today);
  const earliest = addMonths(today, -18);
  const last = addMonths(today, 18);
  const from = mondayOf(addDays(soonest < earliest ? earliest : soonest, -7));
  const until = addDays(mondayOf(addDays(latest > last ? last : latest, 28)), 7);
  return { from, until };
}

export type Tick = { day: string; left: number; width: number };

/** The units of a timeline's head: days, weeks or months, cut at its ends. */
export function ticks(stretch: Stretch, scale: Scale, unit: Scale): Tick[] {
  const found: Tick[] = [];
  const next = (day: string) => {
    if (unit === "month") return addMonths(`${day.slice(0, 8)}01`, 1);
    return unit === "week" ? addDays(mondayOf(day), 7) : addDays(day, 1);
  };
  for (let day = stretch.from; day < stretch.until; ) {
    const after = next(day);
    const end = after < stretch.until ? after : stretch.until;
    const { left, width } = barAt({ from: day, to: addDays(end, -1) }, stretch, scale);
    found.push({ day, left, width });
    day = end;
  }
  return found;
}
