/** The Gregorian calendar, also before it was made. Days are numbers counted from 1970-01-01. */
export type CalendarDate = { year: number; month: number; day: number };

export type Unit = "year" | "quarter" | "month" | "week" | "day";

/** 0001-01-01 and 9999-12-31: what is outside is blank. */
export const FIRST_DAY = -719_162;
export const LAST_DAY = 2_932_896;

const DAYS_IN_400_YEARS = 146_097;

export function floorMod(a: number, b: number): number {
  return a - Math.floor(a / b) * b;
}

/** Years are counted from March, so that the leap day is the last of them. */
export function dayNumber(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * DAYS_IN_400_YEARS + dayOfEra - 719_468;
}

export function calendarDate(number: number): CalendarDate {
  const z = number + 719_468;
  const era = Math.floor(z / DAYS_IN_400_YEARS);
  const d = z - era * DAYS_IN_400_YEARS;
  const yearOfEra = Math.floor((d - Math.floor(d / 1460) + Math.floor(d / 36_524) - Math.floor(d / 146_096)) / 365);
  const dayOfYear = d - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const m = Math.floor((5 * dayOfYear + 2) / 153);
  const month = m < 10 ? m + 3 : m - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return { year, month, day: dayOfYear - Math.floor((153 * m + 2) / 5) + 1 };
}

export function isInRange(number: number): boolean {
  return number >= FIRST_DAY && number <= LAST_DAY;
}

export function daysInMonth(year: number, month: number): number {
  return dayNumber(month === 12 ? year + 1 : year, (month % 12) + 1, 1) - dayNumber(year, month, 1);
}

/** Months since the year 0. */
export function monthsOf(number: number): number {
  const { year, month } = calendarDate(number);
  return year * 12 + month - 1;
}

/** The same day of another month; a day that the month lacks becomes its last. */
export function plusMonths(number: number, months: number): number {
  const target = monthsOf(number) + months;
  const [year, month] = [Math.floor(target / 12), floorMod(target, 12) + 1];
  return dayNumber(year, month, Math.min(calendarDate(number).day, daysInMonth(year, month)));
}

/** 1 is Monday, 7 is Sunday. */
export function weekday(number: number): number {
  return floorMod(number + 3, 7) + 1;
}

/** The week number of ISO 8601. */
export function isoWeek(number: number): number {
  const thursday = number + 4 - weekday(number);
  return Math.floor((thursday - dayNumber(calendarDate(thursday).year, 1, 1)) / 7) + 1;
}

/** So many units later, or earlier. */
export function plusUnits(number: number, amount: number, unit: Unit): number {
  switch (unit) {
    case "day":
      return number + amount;
    case "week":
      return number + amount * 7;
    case "month":
      return plusMonths(number, amount);
    case "quarter":
      return plusMonths(number, amount * 3);
    case "year":
      return plusMonths(number, amount * 12);
  }
}

/** The first day of the unit around a day; weeks begin on Monday. */
export function startOf(number: number, unit: Unit): number {
  const { year, month } = calendarDate(number);
  switch (unit) {
    case "day":
      return number;
    case "week":
      return number + 1 - weekday(number);
    case "month":
      return dayNumber(year, month, 1);
    case "quarter":
      return dayNumber(year, month - ((month - 1) % 3), 1);
    case "year":
      return dayNumber(year, 1, 1);
  }
}

/** The last day of the unit around a day. */
export function endOf(number: number, unit: Unit): number {
  return plusUnits(startOf(number, unit), 1, unit) - 1;
}

const two = (n: number) => String(n).padStart(2, "0");

/** "2026-01-31". */
export function spellDay(number: number): string {
  const { year, month, day } = calendarDate(number);
  return `${String(year).padStart(4, "0")}-${two(month)}-${two(day)}`;
}

/** The day that "2026-01-31" spells; null when there is no such day. */
export function parseDay(text: string): number | null {
  const found = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!found) return null;
  const [year, month, day] = [Number(found[1]), Number(found[2]), Number(found[3])];
  const exists = year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
  return exists ? dayNumber(year, month, day) : null;
}
