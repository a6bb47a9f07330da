import { addDays, addMonths, weekday } from "./time";

/** Spans of days relative to today that a person can pick by name. */
export const PERIODS = [
  "today",
  "yesterday",
  "tomorrow",
  "this_week",
  "last_week",
  "next_week",
  "this_month",
  "last_month",
  "next_month",
  "this_quarter",
  "last_quarter",
  "this_year",
  "last_year",
] as const;
export type Period = (typeof PERIODS)[number];

/** From the first day to the day after the last. */
export type Span = { from: string; until: string };

const firstOfMonth = (day: string) => `${day.slice(0, 8)}01`;
const firstOfQuarter = (day: string) => addMonths(firstOfMonth(day), -((Number(day.slice(5, 7)) - 1) % 3));
const monday = (day: string) => addDays(day, 1 - weekday(day));
const days = (from: string, count: number): Span => ({ from, until: addDays(from, count) });
const months = (from: string, count: number): Span => ({ from, until: addMonths(from, count) });

const SPANS: Record<Period, (today: string) => Span> = {
  today: (today) => days(today, 1),
  yesterday: (today) => days(addDays(today, -1), 1),
  tomorrow: (today) => days(addDays(today, 1), 1),
  this_week: (today) => days(monday(today), 7),
  last_week: (today) => days(addDays(monday(today), -7), 7),
  next_week: (today) => days(addDays(monday(today), 7), 7),
  this_month: (today) => months(firstOfMonth(today), 1),
  last_month: (today) => months(addMonths(firstOfMonth(today), -1), 1),
  next_month: (today) => months(addMonths(firstOfMonth(today), 1), 1),
  this_quarter: (today) => months(firstOfQuarter(today), 3),
  last_quarter: (today) => months(addMonths(firstOfQuarter(today), -3), 3),
  this_year: (today) => months(`${today.slice(0, 4)}-01-01`, 12),
  last_year: (today) => months(`${Number(today.slice(0, 4)) - 1}-01-01`, 12),
};

export function spanOf(period: Period, today: string): Span {
  return SPANS[period](today);
}

/** The last `count` days with today, or the next `count` days after today. */
export function spanOfDays(direction: "last" | "next", count: number, today: string): Span {
  return direction === "last" ? days(addDays(today, 1 - count), count) : days(addDays(today, 1), count);
}
