import { calendarDate, endOf, monthsOf, plusMonths, plusUnits, startOf, type Unit } from "./calendar";
import { MOST_MONTHS } from "./date-functions";
import { Decimal } from "./decimal";
import { at } from "./logic-functions";
import { day, dayOf, durationOf, instantAt, plus, startOfDay, wallOf } from "./moments";
import { all, compare } from "./operators";
import { type Arguments, type Build, type Family, type Run, strict } from "./scope";
import { Day, type Instant, type Value } from "./values";

const LETTERS: Record<string, string> = { y: "year", m: "month", d: "day" };

/** The full name of a unit; Excel's letters are taken too. */
const unitOf = (typed: string) => LETTERS[typed] ?? typed;

const isUnit = (name: string): name is Unit => ["year", "quarter", "month", "week", "day"].includes(name);

const secondsIn = (unit: string) => (unit === "hour" ? 3_600 : unit === "minute" ? 60 : 1);

/** A date by its day, an instant by its wall clock. */
function shifted(a: Arguments, shift: (number: number) => number): Value {
  const moment = a.moment(0);
  if (moment instanceof Day) return day(shift(moment.number));
  const wall = wallOf(moment, a.zone);
  return instantAt({ day: shift(wall.day), micros: wall.micros }, a.zone);
}

/** How many units DATEADD steps at most. */
const MOST: Record<Unit, number> = {
  year: MOST_MONTHS / 12,
  quarter: MOST_MONTHS / 3,
  month: MOST_MONTHS,
  week: 100_000,
  day: 1_000_000,
};

function add(a: Arguments): Value {
  const unit = unitOf(a.text(2));
  if (isUnit(unit)) return shifted(a, (number) => plusUnits(number, a.whole(1, -MOST[unit], MOST[unit]), unit));
  const amount = a.whole(1, -1_000_000_000, 1_000_000_000);
  const by = durationOf(Decimal.of(amount * secondsIn(unit)));
  return by === null ? null : plus(a.moment(0), by);
}

function laterMonth(a: Arguments): Day | null {
  return day(plusMonths(a.date(0), a.whole(1, -MOST_MONTHS, MOST_MONTHS)));
}

function endOfMonth(a: Arguments): Value {
  const month = laterMonth(a);
  return month === null ? null : day(endOf(month.number, "month"));
}

function instantOf(moment: Day | Instant, zone: string): Instant | null {
  return moment instanceof Day ? startOfDay(moment.number, zone) : moment;
}

/** Whole units between two moments, cut towards zero. */
function between(from: Day | Instant, to: Day | Instant, unit: string, zone: string): Value {
  if (!isUnit(unit)) {
    const [a, b] = [instantOf(from, zone), instantOf(to, zone)];
    if (a === null || b === null) return null;
    return Decimal.of((b.micros - a.micros) / 1_000_000n / BigInt(secondsIn(unit)));
  }
  const [first, last] = [dayOf(from, zone), dayOf(to, zone)];
  const inMonths = (number: number) => monthsOf(number) * 32 + calendarDate(number).day;
  const months = Math.trunc((inMonths(last) - inMonths(first)) / 32);
  const days = last - first;
  const count = { year: months / 12, quarter: months / 3, month: months, week: days / 7, day: days }[unit];
  return Decimal.of(Math.trunc(count));
}

const today: Run = ({ environment }) => new Day(dayOf(environment.now, environment.zone));

const yearsBetween = strict((a) => between(a.moment(0), a.moment(1), "year", a.zone));

function startOfUnit(a: Arguments): Value {
  const unit = a.text(1);
  if (isUnit(unit)) {
    const moment = a.moment(0);
    if (moment instanceof Day) return new Day(startOf(moment.number, unit));
    return instantAt({ day: startOf(wallOf(moment, a.zone).day, unit), micros: 0 }, a.zone);
  }
  const moment = a.moment(0);
  if (moment instanceof Day) return moment;
  const wall = wallOf(moment, a.zone);
  return instantAt({ day: wall.day, micros: wall.micros - (wall.micros % 3_600_000_000) }, a.zone);
}

const CALENDAR = /^(this|last|next)_(week|month|quarter|year)$/;
const ROLLING = /^(last|next)_([1-9][0-9]{0,3})_(day|week|month)s$/;
const NEAR: Record<string, number> = { today: 0, yesterday: -1, tomorrow: 1 };
const DIRECTION: Record<string, number> = { last: -1, this: 0, next: 1 };

/** The first and the last day of a period such as "this_month" or "last_30_days", the present day included. */
export function periodAround(now: number, name: string): { start: number; end: number } {
  const near = NEAR[name];
  if (near !== undefined) return { start: now + near, end: now + near };
  const [, word = "", calendarUnit = ""] = CALENDAR.exec(name) ?? [];
  if (isUnit(calendarUnit)) {
    const start = plusUnits(startOf(now, calendarUnit), DIRECTION[word] ?? 0, calendarUnit);
    return { start, end: plusUnits(start, 1, calendarUnit) - 1 };
  }
  const [, direction, count, rollingUnit = ""] = ROLLING.exec(name) ?? [];
  if (!isUnit(rollingUnit)) throw new TypeError(`no period ${name}`);
  return direction === "last"
    ? { start: plusUnits(now, -Number(count), rollingUnit) + 1, end: now }
    : { start: now, end: plusUnits(now, Number(count), rollingUnit) - 1 };
}

const periodOf = (a: Arguments) => periodAround(dayOf(a.environment.now, a.zone), a.text(0));

const periodStart = strict((a) => new Day(periodOf(a).start));
const periodEnd = strict((a) => new Day(periodOf(a).end));

const during: Build = (args) => {
  const period = args.slice(1);
  return all([compare(">=", at(args, 0), periodStart(period)), compare("<=", at(args, 0), periodEnd(period))]);
};

function endOfUnit(a: Arguments): Value {
  const unit = a.text(1);
  return day(isUnit(unit) ? endOf(a.date(0), unit) : a.date(0));
}

/** Steps along the calendar, differences, and the beginnings and ends of periods. */
export const PERIOD: Family = {
  DATEADD: strict(add),
  EDATE: strict(laterMonth),
  EOMONTH: strict(endOfMonth),
  DATEDIF: strict((a) => between(a.moment(0), a.moment(1), unitOf(a.text(2)), a.zone)),
  AGE: (args) => yearsBetween([at(args, 0), args[1] ?? today]),
  STARTOF: strict(startOfUnit),
  ENDOF: strict(endOfUnit),
  PERIODSTART: periodStart,
  PERIODEND: periodEnd,
  DURING: during,
};
