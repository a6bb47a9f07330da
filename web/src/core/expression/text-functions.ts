import { Decimal } from "./decimal";
import { formatted } from "./formats";
import { compare } from "./operators";
import type { Run } from "./scope";
import { type Arguments, type Family, lenient, strict } from "./scope";
import { bounded, find, LONGEST, lastPart, lengthOf, lower, part, proper, trim, upper } from "./texts";
import type { Value } from "./values";

/** What SUBSTITUTE puts in the place of each occurrence is cut to this length. */
const REPLACEMENT = 255;
const NUMBER = /^[+-]?[0-9]{1,20}(\.[0-9]{1,20})?$/;

function mask(text: string, first: number, last: number): string {
  const hidden = lengthOf(text) - first - last;
  return hidden <= 0 ? "*".repeat(lengthOf(text)) : part(text, 0, first) + "*".repeat(hidden) + lastPart(text, last);
}

function replace(a: Arguments): Value {
  if (a.get(0) === null || a.get(1) === null || a.get(2) === null) return null;
  const start = a.whole(1, 1, LONGEST) - 1;
  const text = a.text(0);
  const fresh = a.get(3) === null ? "" : a.text(3);
  return bounded(part(text, 0, start) + fresh + part(text, start + a.whole(2, 0, LONGEST)));
}

function substitute(a: Arguments): Value {
  if (a.get(0) === null) return null;
  const text = part(a.text(0), 0, LONGEST);
  if (a.get(1) === null) return text;
  const by = a.get(2) === null ? "" : part(a.text(2), 0, REPLACEMENT);
  return bounded(text.replaceAll(a.text(1), () => by));
}

function repeated(text: string, times: number): string {
  return bounded(text.repeat(Math.min(times, Math.floor(LONGEST / lengthOf(text)) + 1)));
}

function fill(a: Arguments): string {
  const fill = a.has(2) ? a.text(2) : "0";
  const lacking = a.whole(1, 0, LONGEST) - lengthOf(a.text(0));
  return lacking <= 0 ? "" : part(fill.repeat(Math.floor(lacking / lengthOf(fill)) + 1), 0, lacking);
}

function place(needle: string, text: string, a: Arguments): Value {
  const at = find(needle, text, a.wholeOr(1, 2, 1, LONGEST));
  return at === null ? null : Decimal.of(at);
}

/** A test of two texts in which cases are not told apart; a blank one fails. */
export function folded(a: Arguments, test: (text: string, other: string) => boolean): boolean {
  return a.get(0) !== null && a.get(1) !== null && test(lower(a.text(0)), lower(a.text(1)));
}

function beside(a: Arguments, choose: (text: string, at: number, separator: string) => string): Value {
  const [text, separator] = [a.text(0), a.text(1)];
  const at = text.indexOf(separator);
  return at < 0 ? null : choose(text, at, separator);
}

function textJoin(a: Arguments): string {
  const parts: string[] = [];
  for (let i = 1; i < a.count; i++) if (a.get(i) !== null) parts.push(a.text(i));
  return bounded(parts.join(a.get(0) === null ? "" : a.text(0)));
}

function value(text: string): Value {
  const digits = trim(text).replaceAll(",", "");
  return NUMBER.test(digits) ? Decimal.parse(digits) : null;
}

function character(code: number): Value {
  return code === 0 || (code >= 0xd800 && code <= 0xdfff) ? null : String.fromCodePoint(code);
}

/** Functions on text. Places and lengths count code points, the first place is 1. */
export const TEXT: Family = {
  LEN: lenient((a) => Decimal.of(a.get(0) === null ? 0 : lengthOf(a.text(0)))),
  LEFT: strict((a) => part(a.text(0), 0, a.wholeOr(1, 1, 0, LONGEST))),
  RIGHT: strict((a) => lastPart(a.text(0), a.wholeOr(1, 1, 0, LONGEST))),
  MID: strict((a) => part(a.text(0), a.whole(1, 1, LONGEST) - 1, a.whole(2, 0, LONGEST))),
  TEXTBEFORE: strict((a) => beside(a, (text, at) => text.slice(0, at))),
  TEXTAFTER: strict((a) => beside(a, (text, at, separator) => text.slice(at + separator.length))),
  TRIM: strict((a) => trim(a.text(0))),
  UPPER: strict((a) => upper(a.text(0))),
  LOWER: strict((a) => lower(a.text(0))),
  PROPER: strict((a) => proper(a.text(0))),
  REVERSE: strict((a) => Array.from(a.text(0)).reverse().join("")),
  DIGITS: strict((a) => a.text(0).replace(/[^0-9]+/g, "")),
  MASK: strict((a) => mask(a.text(0), a.whole(1, 0, LONGEST), a.whole(2, 0, LONGEST))),
  REPLACE: lenient(replace),
  SUBSTITUTE: lenient(substitute),
  REPT: strict((a) => repeated(a.text(0), a.whole(1, 0, LONGEST))),
  PADLEFT: strict((a) => fill(a) + a.text(0)),
  PADRIGHT: strict((a) => a.text(0) + fill(a)),
  FIND: strict((a) => place(a.text(0), a.text(1), a)),
  SEARCH: strict((a) => place(lower(a.text(0)), lower(a.text(1)), a)),
  STARTSWITH: lenient((a) => folded(a, (text, other) => text.startsWith(other))),
  ENDSWITH: lenient((a) => folded(a, (text, other) => text.endsWith(other))),
  EXACT: ([text, other]) => compare("=", text as Run, other as Run),
  TEXTJOIN: lenient(textJoin),
  SPLIT: strict((a) =>
    a
      .text(0)
      .split(a.text(1))
      .filter((part) => part !== ""),
  ),
  TEXT: strict((a) => formatted(a.get(0), a.has(1) ? a.text(1) : null, a.zone)),
  VALUE: strict((a) => value(a.text(0))),
  CODE: strict((a) => Decimal.of(a.text(0).codePointAt(0) ?? 0)),
  CHAR: strict((a) => character(a.whole(0, 0, 0x10ffff))),
};
