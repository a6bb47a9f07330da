/**
 * Exact decimal arithmetic on strings ("5000.00"), because money must not pass through floating point.
 * A decimal here is what the server sends: an optional minus, digits, an optional point and digits.
 */
const PLAIN = /^-?\d+(\.\d+)?$/;

type Parts = { negative: boolean; units: bigint; scale: number };

function parts(text: string): Parts {
  const negative = text.startsWith("-");
  const [whole = "0", fraction = ""] = text.replace("-", "").split(".");
  return { negative, units: BigInt(whole + fraction), scale: fraction.length };
}

function render(units: bigint, scale: number): string {
  const negative = units < 0n;
  const digits = (negative ? -units : units).toString().padStart(scale + 1, "0");
  const text = scale === 0 ? digits : `${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
  return negative ? `-${text}` : text;
}

function signed(p: Parts): bigint {
  return p.negative ? -p.units : p.units;
}

/** Reads what a person types or pastes: separators, full-width digits, currency signs, accounting brackets. Null if it is no number. */
export function parseDecimal(typed: string): string | null {
  let text = typed
    .trim()
    .replace(/[\uff10-\uff19]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
    .replace(/[\uff0c,\s\u00a0¥￥$€£]/g, "")
    .replace(/[\u2212\uff0d]/g, "-")
    .replace(/\uff0e/g, ".");
  if (/^\(.+\)$/.test(text)) text = `-${text.slice(1, -1)}`;
  if (text.startsWith("+")) text = text.slice(1);
  if (text.startsWith(".")) text = `0${text}`;
  if (text.startsWith("-.")) text = `-0${text.slice(1)}`;
  if (text.endsWith(".")) text = text.slice(0, -1);
  return PLAIN.test(text) ? text : null;
}

/** Rounds half up (away from zero) to a number of places and pads with zeros. */
export function roundDecimal(text: string, places: number): string {
  const p = parts(text);
  if (p.scale <= places) return render(signed(p) * 10n ** BigInt(places - p.scale), places);
  const divisor = 10n ** BigInt(p.scale - places);
  const rounded = (p.units + divisor / 2n) / divisor;
  return render(p.negative ? -rounded : rounded, places);
}

/** Moves the decimal point: 2 turns "0.125" into "12.5", -2 back. Trailing zeros of the fraction go. */
export function shiftDecimal(text: string, by: number): string {
  const p = parts(text);
  const scale = p.scale - by;
  const shifted = scale >= 0 ? render(signed(p), scale) : render(signed(p) * 10n ** BigInt(-scale), 0);
  return trimZeros(shifted);
}

/** The exact sum of decimals. */
export function addDecimals(a: string, b: string): string {
  const [x, y] = [parts(a), parts(b)];
  const scale = Math.max(x.scale, y.scale);
  const sum = signed(x) * 10n ** BigInt(scale - x.scale) + signed(y) * 10n ** BigInt(scale - y.scale);
  return render(sum, scale);
}

/** Drops zeros at the end of the fraction: "5.00" is "5", "0.10" is "0.1". */
export function trimZeros(text: string): string {
  return text.includes(".") ? text.replace(/0+$/, "").replace(/\.$/, "") : text;
}

/** Groups the whole digits by three: "1234567.5" is "1,234,567.5". What is no decimal comes back as it is. */
export function groupDigits(text: string): string {
  if (!PLAIN.test(text)) return text;
  const [whole = "", fraction] = text.split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}

/** For people: rounded to `places` when given, grouped. What is no decimal comes back as it is. */
export function formatDecimal(value: string | number, places?: number): string {
  const text = String(value);
  if (!PLAIN.test(text)) return text;
  return groupDigits(places === undefined ? trimZeros(text) : roundDecimal(text, places));
}

const SIGNS: Record<string, string> = { CNY: "¥", USD: "$", EUR: "€", GBP: "£", JPY: "¥", HKD: "HK$", TWD: "NT$" };

/** What stands before an amount: "¥" for CNY; a currency without a sign of its own by its code. */
export function currencySign(currency = "CNY"): string {
  return SIGNS[currency] ?? currency;
}

/** Money with its sign, two places unless told otherwise: "¥1,234.50"; an unknown currency stands before as its code. */
export function formatMoney(value: string | number, currency = "CNY", places = 2): string {
  const text = formatDecimal(value, places);
  const sign = SIGNS[currency] ?? `${currency} `;
  return text.startsWith("-") ? `-${sign}${text.slice(1)}` : `${sign}${text}`;
}

/** A ratio as a percentage: "0.125" is "12.5%". */
export function formatPercent(value: string | number, places?: number): string {
  const text = String(value);
  return PLAIN.test(text) ? `${formatDecimal(shiftDecimal(text, 2), places)}%` : text;
}
