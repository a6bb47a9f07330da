import { FIRST_DAY, isInRange, LAST_DAY } from "./calendar";
import { Decimal } from "./decimal";
import { Day, Duration, Instant } from "./values";
import { offsetAt } from "./zones";

/** A wall-clock time: a day and the microseconds since its midnight, which may run over. */
export type Wall = { day: number; micros: number };

const DAY_SECONDS = 86_400;
const DAY_MICROS = 86_400_000_000;
const MICROS_SCALE = 6;
const FIRST_MICROS = BigInt(FIRST_DAY + 1) * BigInt(DAY_MICROS);
const LAST_MICROS = BigInt(LAST_DAY - 1) * BigInt(DAY_MICROS);
const MOST_MICROS = 8_640_000_000_000_000n;

/** The day of that number; null outside the years 1 to 9999. */
export function day(number: number): Day | null {
  return isInRange(number) ? new Day(number) : null;
}

export function instant(micros: bigint): Instant | null {
  return micros > FIRST_MICROS && micros < LAST_MICROS ? new Instant(micros) : null;
}

/** Null when it is too long. */
export function duration(micros: bigint): Duration | null {
  return micros < MOST_MICROS && micros > -MOST_MICROS ? new Duration(micros) : null;
}

export function seconds(of: Duration): Decimal {
  return new Decimal(of.micros, MICROS_SCALE);
}

/** The duration of so many seconds, rounded half up to microseconds; null when it is too long. */
export function durationOf(seconds: Decimal): Duration | null {
  return duration(new Decimal(seconds.units * 1_000_000n, seconds.scale).round(0, "half-up").whole());
}

/** Seconds since 1970, rounded down, and the microseconds beyond them. */
function split(micros: bigint): [number, number] {
  const rest = ((micros % 1_000_000n) + 1_000_000n) % 1_000_000n;
  return [Number((micros - rest) / 1_000_000n), Number(rest)];
}

export function wallOf(moment: Instant, zone: string): Wall {
  const [second, rest] = split(moment.micros);
  const local = second + offsetAt(second, zone);
  const number = Math.floor(local / DAY_SECONDS);
  return { day: number, micros: (local - number * DAY_SECONDS) * 1_000_000 + rest };
}

/** The day of a date or of an instant. */
export function dayOf(moment: Day | Instant, zone: string): number {
  return moment instanceof Day ? moment.number : wallOf(moment, zone).day;
}

/**
 * The instant of a wall-clock time. In the hour that a zone repeats it is the later one, in the hour that it skips as
 * long after the gap as the time is after its beginning.
 */
export function instantAt(wall: Wall, zone: string): Instant | null {
  const whole = Math.floor(wall.micros / 1_000_000);
  const local = wall.day * DAY_SECONDS + whole;
  if (!isInRange(Math.floor(local / DAY_SECONDS))) return null;
  const [before, after] = [offsetAt(local - DAY_SECONDS, zone), offsetAt(local + DAY_SECONDS, zone)];
  const second = offsetAt(local - after, zone) === after ? local - after : local - before;
  return instant(BigInt(second) * 1_000_000n + BigInt(wall.micros - whole * 1_000_000));
}

export function startOfDay(number: number, zone: string): Instant | null {
  return instantAt({ day: number, micros: 0 }, zone);
}

/** A moment so much later; a date takes whole days only. */
export function plus(moment: Day | Instant, by: Duration): Day | Instant | null {
  if (moment instanceof Instant) return instant(moment.micros + by.micros);
  return day(moment.number + Number(by.micros / BigInt(DAY_MICROS)));
}

export function isMoment(value: unknown): value is Day | Instant {
  return value instanceof Day || value instanceof Instant;
}
