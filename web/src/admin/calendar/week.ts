import type { Stretch, Weekday, WorkCalendar } from "@/api/calendar";

type Days = WorkCalendar["days"];

const OFFICE: Stretch = ["09:00", "18:00"];

/** A day that begins to be worked has the hours of an office; one that does not any more has none. */
export const withDay = (days: Days, day: Weekday, works: boolean): Days => ({ ...days, [day]: works ? [OFFICE] : [] });

/** With one end of a stretch as the browser has it: midnight at the end is 00:00 there. */
export function withEnd(days: Days, day: Weekday, at: number, end: 0 | 1, time: string): Days {
  const stretches = (days[day] ?? []).map((stretch, i): Stretch => {
    if (i !== at) return stretch;
    return end === 0 ? [time, stretch[1]] : [stretch[0], time === "00:00" ? "24:00" : time];
  });
  return { ...days, [day]: stretches };
}

/** One more stretch, after those that are there. */
export function withMore(days: Days, day: Weekday): Days {
  const there = days[day] ?? [];
  const last = there.at(-1)?.[1] ?? "09:00";
  const from = last < "22:00" ? last : "22:00";
  return { ...days, [day]: [...there, [from, "24:00"]] };
}

export const without = (days: Days, day: Weekday, at: number): Days => ({
  ...days,
  [day]: (days[day] ?? []).filter((_, i) => i !== at),
});

/** As an input for times shows it. */
export const shown = (time: string): string => (time === "24:00" ? "00:00" : time);
