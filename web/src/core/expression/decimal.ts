const SPELLED = /^([+-]?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/;
const TENS: bigint[] = [];

/** Places that division keeps. */
const PLACES = 10;

/** Half up and up go away from zero, down goes towards it. */
export type Rounding = "half-up" | "up" | "down" | "floor";

function ten(power: number): bigint {
  const known = TENS[power];
  if (known !== undefined) return known;
  const made = 10n ** BigInt(power);
  TENS[power] = made;
  return made;
}

/** `a / b` without a fraction. */
function quotient(a: bigint, b: bigint, rounding: Rounding): bigint {
  const whole = a / b;
  const rest = a % b;
  if (rest === 0n || rounding === "down") return whole;
  const negative = a < 0n !== b < 0n;
  if (rounding === "floor") return negative ? whole - 1n : whole;
  const twice = rest < 0n ? -2n * rest : 2n * rest;
  const away = rounding === "up" || twice >= (b < 0n ? -b : b);
  return away ? (negative ? whole - 1n : whole + 1n) : whole;
}

/** The greatest whole number whose square is not greater than `n`. */
function wholeRoot(n: bigint): bigint {
  if (n < 2n) return n;
  let root = 1n << BigInt((n.toString(2).length + 1) >> 1);
  for (;;) {
    const next = (root + n / root) >> 1n;
    if (next >= root) return root;
    root = next;
  }
}

/** An exact decimal of any size: `units / 10^scale`. Only division and the root round, to 10 places half up. */
export class Decimal {
  static readonly ZERO = new Decimal(0n, 0);
  static readonly ONE = new Decimal(1n, 0);
  static readonly TWO = new Decimal(2n, 0);

  constructor(
    readonly units: bigint,
    readonly scale: number,
  ) {}

  static of(whole: number | bigint): Decimal {
    return new Decimal(BigInt(whole), 0);
  }

  /** The number that a text spells, with an exponent or not; null when it spells none. */
  static parse(text: string): Decimal | null {
    const found = SPELLED.exec(text);
    if (!found) return null;
    const [, sign, whole = "", fraction = "", exponent = "0"] = found;
    const units = BigInt(whole + fraction) * (sign === "-" ? -1n : 1n);
    const scale = fraction.length - Number(exponent);
    return scale >= 0 ? new Decimal(units, scale) : new Decimal(units * ten(-scale), 0);
  }

  private unitsAt(scale: number): bigint {
    return scale === this.scale ? this.units : this.units * ten(scale - this.scale);
  }

  plus(other: Decimal): Decimal {
    const scale = Math.max(this.scale, other.scale);
    return new Decimal(this.unitsAt(scale) + other.unitsAt(scale), scale);
  }

  minus(other: Decimal): Decimal {
    const scale = Math.max(this.scale, other.scale);
    return new Decimal(this.unitsAt(scale) - other.unitsAt(scale), scale);
  }

  times(other: Decimal): Decimal {
    return new Decimal(this.units * other.units, this.scale + other.scale);
  }

  /** Null for a division by zero. */
  dividedBy(other: Decimal): Decimal | null {
    if (other.units === 0n) return null;
    const upper = this.units * ten(PLACES + other.scale);
    return new Decimal(quotient(upper, other.units * ten(this.scale), "half-up"), PLACES);
  }

  /** The whole part of the quotient; null for a division by zero. */
  wholeQuotient(other: Decimal): Decimal | null {
    const scale = Math.max(this.scale, other.scale);
    return other.units === 0n ? null : new Decimal(this.unitsAt(scale) / other.unitsAt(scale), 0);
  }

  /** The remainder with the sign of the divisor; null for a divisor of zero. */
  mod(divisor: Decimal): Decimal | null {
    if (divisor.units === 0n) return null;
    const scale = Math.max(this.scale, divisor.scale);
    const by = divisor.unitsAt(scale);
    const rest = this.unitsAt(scale) % by;
    return new Decimal(rest !== 0n && rest < 0n !== by < 0n ? rest + by : rest, scale);
  }

  negated(): Decimal {
    return new Decimal(-this.units, this.scale);
  }

  abs(): Decimal {
    return this.units < 0n ? this.negated() : this;
  }

  /** -1, 0 or 1. */
  sign(): number {
    return this.units < 0n ? -1 : this.units > 0n ? 1 : 0;
  }

  compare(other: Decimal): number {
    const scale = Math.max(this.scale, other.scale);
    const [a, b] = [this.unitsAt(scale), other.unitsAt(scale)];
    return a < b ? -1 : a > b ? 1 : 0;
  }

  /** Without the places that are too many; a negative number of places rounds to tens, hundreds and so on. */
  round(places: number, rounding: Rounding): Decimal {
    if (places >= this.scale) return this;
    const units = quotient(this.units, ten(this.scale - places), rounding);
    return places >= 0 ? new Decimal(units, places) : new Decimal(units * ten(-places), 0);
  }

  /** The whole part, the fraction dropped. */
  whole(): bigint {
    return this.scale === 0 ? this.units : this.units / ten(this.scale);
  }

  isWhole(): boolean {
    return this.scale === 0 || this.units % ten(this.scale) === 0n;
  }

  /** An exact power; the exponent is not negative. */
  power(exponent: number): Decimal {
    return new Decimal(this.units ** BigInt(exponent), this.scale * exponent);
  }

  /** The square root of a number that is not negative. */
  root(): Decimal {
    // Far more places than are kept: the root cut there lies on the same side of every half as the exact one.
    const places = 2 * PLACES + this.scale;
    return new Decimal(wholeRoot(this.unitsAt(2 * places)), places).round(PLACES, "half-up");
  }

  /** With exactly so many places, rounded half up. */
  toFixed(places: number): string {
    const units = this.round(places, "half-up").unitsAt(places);
    const digits = (units < 0n ? -units : units).toString().padStart(places + 1, "0");
    const text = places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`;
    return units < 0n ? `-${text}` : text;
  }

  /** No exponent, no trailing zeros. */
  toString(): string {
    const text = this.toFixed(this.scale);
    return this.scale === 0 ? text : text.replace(/\.?0+$/, "");
  }
}
