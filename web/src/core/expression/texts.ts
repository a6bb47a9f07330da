/**
 * Texts as the language sees them: counted and ordered by code point, letters A to Z the only ones that have two
 * cases.
 */

/** Characters of what a function makes; what is longer is cut. */
export const LONGEST = 32_767;

const SPACES = " \t\r\n\u00a0\u3000";

const isSurrogate = (unit: number) => unit >= 0xd800 && unit <= 0xdfff;

/** Order by code point, which is not that of `<` where surrogate pairs stand beside U+E000 to U+FFFF. */
export function compareTexts(a: string, b: string): number {
  const n = Math.min(a.length, b.length);
  for (let i = 0; i < n; i++) {
    const [x, y] = [a.charCodeAt(i), b.charCodeAt(i)];
    if (x !== y) {
      const high = isSurrogate(x);
      return high === isSurrogate(y) ? x - y : high ? 1 : -1;
    }
  }
  return a.length - b.length;
}

export function lengthOf(text: string): number {
  let length = 0;
  for (const _ of text) length++;
  return length;
}

/** The part from code point `from` (0 is the first), of at most `count` code points. */
export function part(text: string, from: number, count = Number.MAX_SAFE_INTEGER): string {
  return Array.from(text)
    .slice(from, from + count)
    .join("");
}

/** The last code points. */
export function lastPart(text: string, count: number): string {
  return part(text, Math.max(0, lengthOf(text) - count), count);
}

/** Cut to the length that a function may make. */
export function bounded(text: string): string {
  return text.length <= LONGEST ? text : part(text, 0, LONGEST);
}

export function lower(text: string): string {
  return text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}

export function upper(text: string): string {
  return text.replace(/[a-z]+/g, (letters) => letters.toUpperCase());
}

/** Each run of letters A to Z and digits begins with a capital and goes on in small letters. */
export function proper(text: string): string {
  return text.replace(/[A-Za-z0-9]+/g, (word) => upper(word.slice(0, 1)) + lower(word.slice(1)));
}

/** Without spaces, tabs, line ends, no-break and ideographic spaces at both ends. */
export function trim(text: string): string {
  let [from, to] = [0, text.length];
  while (from < to && SPACES.includes(text.charAt(from))) from++;
  while (to > from && SPACES.includes(text.charAt(to - 1))) to--;
  return text.slice(from, to);
}

/** The place of `needle`, 1 for the first code point, searched from `start` (1 or more); null when absent. */
export function find(needle: string, text: string, start: number): number | null {
  if (start > lengthOf(text)) return null;
  const at = text.indexOf(needle, part(text, 0, start - 1).length);
  return at < 0 ? null : lengthOf(text.slice(0, at)) + 1;
}
