import { calendarDate, dayNumber, daysInMonth, floorMod, isoWeek, weekday } from "./calendar";
import { Decimal } from "./decimal";
import { day, dayOf, durationOf, instantAt, seconds, startOfDay, wallOf } from "./moments";
import { type Arguments, type Build, type Family, lenient, strict } from "./scope";
import { Day, type Value } from "./values";

/** Months are stepped at most 4000 years. */
export const MOST_MONTHS = 48_000;

/** Month and day may run over. */
function ofParts(a: Arguments): Day | null {
  const months = a.whole(0, 0, 10_000) * 12 + a.whole(1, -MOST_MONTHS, MOST_MONTHS) - 1;
  if (months < 12 || months >= 120_000) return null;
  return day(dayNumber(Math.floor(months / 12), (months % 12) + 1, 1) + a.whole(2, -100_000, 100_000) - 1);
}

function dateTime(a: Arguments): Value {
  if (a.count === 1) return startOfDay(a.date(0), a.zone);
  const date = ofParts(a);
  if (date === null) return null;
  const hours = a.whole(3, -100_000, 100_000);
  const minutes = a.whole(4, -1_000_000, 1_000_000);
  const second = hours * 3600 + minutes * 60 + a.whole(5, -100_000_000, 100_000_000);
  return instantAt({ day: date.number, micros: second * 1_000_000 }, a.zone);
}

function part(of: (day: number) => number): Build {
  return strict((a) => Decimal.of(of(dayOf(a.moment(0), a.zone))));
}

function timePart(of: (second: number) => number): Build {
  return strict((a) => Decimal.of(of(Math.floor(wallOf(a.instant(0), a.zone).micros / 1_000_000))));
}

function weekdayIn(number: number, way: number): number {
  const iso = weekday(number);
  return way === 2 ? iso : way === 3 ? iso - 1 : (iso % 7) + 1;
}

/** Weeks begin on Sunday, 1 January is in week 1. */
function weekNumber(number: number): number {
  const before = number - dayNumber(calendarDate(number).year, 1, 1);
  const first = floorMod(weekdayIn(number, 1) - 1 - before, 7);
  return Math.floor((before + first) / 7) + 1;
}

/** Mondays to Fridays up to a day, counted from a Monday of 1969. */
function workdaysUntil(number: number): number {
  const fromMonday = number + 3;
  return Math.floor(fromMonday / 7) * 5 + Math.min(floorMod(fromMonday, 7) + 1, 5);
}

function workdaysBetween(from: number, to: number): number {
  return from > to ? workdaysUntil(to - 1) - workdaysUntil(from) : workdaysUntil(to) - workdaysUntil(from - 1);
}

function workday(from: number, steps: number): Value {
  if (steps === 0) return new Day(from);
  const monday = Math.floor((from + 3) / 7) * 7;
  const target = Math.min(floorMod(from + 3, 7), steps > 0 ? 4 : 5) + steps;
  return day(monday + Math.floor(target / 5) * 7 + floorMod(target, 5) - 3);
}

function ofSeconds(perUnit: number): Build {
  return strict((a) => durationOf(a.number(0).times(Decimal.of(perUnit))));
}

function inSeconds(perUnit: number): Build {
  return strict((a) => seconds(a.duration(0)).dividedBy(Decimal.of(perUnit)));
}

function days(a: Arguments): Value {
  return a.count === 1 ? durationOf(a.number(0).times(Decimal.of(86_400))) : Decimal.of(a.date(0) - a.date(1));
}

/** Dates and their parts, in the workspace's time zone. */
export const DATE: Family = {
  TODAY: strict((a) => new Day(dayOf(a.environment.now, a.zone))),
  NOW: strict((a) => a.environment.now),
  DATE: strict(ofParts),
  DATETIME: strict(dateTime),
  DATEOF: strict((a) => new Day(dayOf(a.instant(0), a.zone))),
  YEAR: part((number) => calendarDate(number).year),
  QUARTER: part((number) => Math.ceil(calendarDate(number).month / 3)),
  MONTH: part((number) => calendarDate(number).month),
  DAY: part((number) => calendarDate(number).day),
  DAYSINMONTH: part((number) => daysInMonth(calendarDate(number).year, calendarDate(number).month)),
  HOUR: timePart((second) => Math.floor(second / 3600)),
  MINUTE: timePart((second) => Math.floor(second / 60) % 60),
  SECOND: timePart((second) => second % 60),
  WEEKDAY: strict((a) => Decimal.of(weekdayIn(dayOf(a.moment(0), a.zone), a.wholeOr(1, 1, 1, 3)))),
  WEEKNUM: part(weekNumber),
  ISOWEEKNUM: part(isoWeek),
  ISWEEKEND: lenient((a) => a.get(0) !== null && weekday(dayOf(a.moment(0), a.zone)) > 5),
  NETWORKDAYS: strict((a) => Decimal.of(workdaysBetween(a.date(0), a.date(1)))),
  WORKDAY: strict((a) => workday(a.date(0), a.whole(1, -1_000_000, 1_000_000))),
  WEEKS: ofSeconds(604_800),
  DAYS: strict(days),
  HOURS: ofSeconds(3_600),
  MINUTES: ofSeconds(60),
  SECONDS: ofSeconds(1),
  INDAYS: inSeconds(86_400),
  INHOURS: inSeconds(3_600),
  INMINUTES: inSeconds(60),
};
