/**
 * The formats that a text can be held to, as the server holds them: spec/format/vectors.json is run by both. Each gives the
 * text in the form in which it is kept, or null where it does not fit.
 */
export const FORMATS = ["id_number", "credit_code", "postal_code", "mobile"] as const;
export type TextFormat = (typeof FORMATS)[number];

const ID_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CODE_LETTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY";

/** Narrow letters for wide ones, without blanks at the ends. */
const narrow = (text: string) => text.normalize("NFKC").trim();
const compact = (text: string) => narrow(text).replaceAll(" ", "").toUpperCase();

/** A day that there is, from 1800 on, written with eight digits. */
function isDay(digits: string): boolean {
  const day = `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`;
  const moment = new Date(`${day}T00:00:00Z`);
  return digits >= "1800" && !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(day);
}

/** GB 11643: region, day of birth, serial, check digit by ISO 7064 MOD 11-2. */
function idNumber(text: string): string | null {
  const number = compact(text);
  if (!/^[1-9][0-9]{16}[0-9X]$/.test(number) || !isDay(number.slice(6, 14))) return null;
  const sum = ID_WEIGHTS.reduce((total, weight, at) => total + weight * Number(number[at]), 0);
  return "10X98765432"[sum % 11] === number[17] ? number : null;
}

/** GB 32100: 17 characters without I, O, S, V, Z and a check character modulo 31. */
function creditCode(text: string): string | null {
  const code = compact(text);
  if (!/^[0-9A-HJ-NPQRTUWXY]{18}$/.test(code)) return null;
  let [sum, weight] = [0, 1];
  for (const letter of code.slice(0, 17)) {
    sum += CODE_LETTERS.indexOf(letter) * weight;
    weight = (weight * 3) % 31;
  }
  return CODE_LETTERS[(31 - (sum % 31)) % 31] === code[17] ? code : null;
}

function mobile(text: string): string | null {
  const digits = narrow(text).replace(/[\s()-]/g, "");
  const found = /^(?:(?:\+|00)?86)?(1[3-9]\d{9})$/.exec(digits);
  return found ? `+86${found[1]}` : null;
}

const CHECKS: Record<TextFormat, (text: string) => string | null> = {
  id_number: idNumber,
  credit_code: creditCode,
  postal_code: (text) => (/^[0-9]{6}$/.test(compact(text)) ? compact(text) : null),
  mobile,
};

/** A format from a newer server is left to it. */
export function fitFormat(format: string, text: string): string | null {
  return format in CHECKS ? CHECKS[format as TextFormat](text) : text;
}

type Place = { sign: string; fixed: boolean };

function places(mask: string): Place[] {
  const found: Place[] = [];
  for (let i = 0; i < mask.length; i++) {
    const escaped = mask[i] === "\\" && i + 1 < mask.length;
    if (escaped) i++;
    const sign = mask[i] ?? "";
    found.push({ sign, fixed: escaped || !"9A*".includes(sign) });
  }
  return found;
}

const DIGIT = /^[0-9]$/;
const LETTER = /^[A-Z]$/;
const takes = (sign: string, letter: string) =>
  (sign !== "A" && DIGIT.test(letter)) || (sign !== "9" && LETTER.test(letter));

/**
 * A text on its way into a mask: what fits so far, with what the mask alone decides put in between.
 *
 * @returns what is kept so far, whether the mask is full, and whether all that was written found its place
 */
function fill(mask: string, text: string): { kept: string; full: boolean; all: boolean } {
  const rest = [...narrow(text)];
  const afterBlanks = () => {
    while (rest[0] === " ") rest.shift();
  };
  let [kept, waiting] = ["", ""];
  for (const { sign, fixed } of places(mask)) {
    if (!(fixed && sign === " ")) afterBlanks();
    const next = rest[0]?.toUpperCase();
    if (fixed) {
      waiting += sign;
      if (next === sign.toUpperCase()) {
        rest.shift();
        kept += waiting;
        waiting = "";
      }
    } else if (next !== undefined && takes(sign, next)) {
      rest.shift();
      kept += waiting + next;
      waiting = "";
    } else return { kept, full: false, all: rest.length === 0 };
  }
  afterBlanks();
  return { kept: kept + waiting, full: true, all: rest.length === 0 };
}

/** The whole text as the mask has it; null where it does not fit. */
export function fitPattern(mask: string, text: string): string | null {
  const { kept, full, all } = fill(mask, text);
  return full && all ? kept : null;
}

/** What an input shows while somebody types into a mask. A slip stays as it was typed, for it to be seen. */
export function typedInto(mask: string, text: string): string {
  const { kept, full, all } = fill(mask, text);
  if (!all) return text;
  return full && kept.startsWith(narrow(text)) && kept.length > text.length ? text : kept;
}
