import { Decimal, type Rounding } from "./decimal";
import { type Arguments, type Build, type Family, lenient, strict } from "./scope";
import type { Value } from "./values";

/** How far places may be rounded, either way of the point. */
const MOST_PLACES = 20;

/** Largest base and exponent of POWER, so that no result is monstrous. */
const MOST_BASE = Decimal.of(1_000_000_000_000_000);
const MOST_EXPONENT = 100;

const TEN_PLACES = 10;

function round(rounding: Rounding): Build {
  return strict((a) => a.number(0).round(a.wholeOr(0, 1, -MOST_PLACES, MOST_PLACES), rounding));
}

function toStep(a: Arguments, up: boolean): Value {
  const number = a.number(0);
  const over = (up ? number.negated() : number).mod(a.has(1) ? a.number(1).abs() : Decimal.ONE);
  if (over === null) return null;
  return up ? number.plus(over) : number.minus(over);
}

function power(base: Decimal, exponent: Decimal): Value {
  const small = base.abs().compare(MOST_BASE) < 0 && exponent.abs().compare(Decimal.of(MOST_EXPONENT)) <= 0;
  if (!exponent.isWhole() || !small || (base.sign() === 0 && exponent.sign() < 0)) return null;
  const n = Number(exponent.whole());
  const power = base.power(Math.abs(n));
  return n < 0 ? Decimal.ONE.dividedBy(power) : power.round(TEN_PLACES, "half-up");
}

function clamp(a: Arguments): Value {
  if (a.get(0) === null) return null;
  let number = a.number(0);
  if (a.get(1) !== null && number.compare(a.number(1)) < 0) number = a.number(1);
  if (a.get(2) !== null && number.compare(a.number(2)) > 0) number = a.number(2);
  return number;
}

/** The numbers among values; the checker lets no others through. */
export function decimals(values: readonly Value[]): Decimal[] {
  return values.filter((value) => value instanceof Decimal);
}

function median(a: Arguments): Value {
  const numbers = decimals(a.collected()).sort((x, y) => x.compare(y));
  const n = numbers.length;
  const [low, high] = [numbers[(n - 1) >> 1], numbers[n >> 1]];
  return low && high ? low.plus(high).dividedBy(Decimal.TWO) : null;
}

function isParity(a: Arguments, parity: bigint): boolean {
  return a.get(0) !== null && (a.number(0).abs().whole() & 1n) === parity;
}

/** Functions on numbers. What cannot be exact is rounded to 10 places, half up. */
export const NUMBER: Family = {
  ROUND: round("half-up"),
  ROUNDUP: round("up"),
  ROUNDDOWN: round("down"),
  INT: strict((a) => a.number(0).round(0, "floor")),
  CEILING: strict((a) => toStep(a, true)),
  FLOOR: strict((a) => toStep(a, false)),
  ABS: strict((a) => a.number(0).abs()),
  SIGN: strict((a) => Decimal.of(a.number(0).sign())),
  MOD: strict((a) => a.number(0).mod(a.number(1))),
  QUOTIENT: strict((a) => a.number(0).wholeQuotient(a.number(1))),
  POWER: strict((a) => power(a.number(0), a.number(1))),
  SQRT: strict((a) => (a.number(0).sign() < 0 ? null : a.number(0).root())),
  CLAMP: lenient(clamp),
  MEDIAN: lenient(median),
  ISEVEN: lenient((a) => isParity(a, 0n)),
  ISODD: lenient((a) => isParity(a, 1n)),
};
