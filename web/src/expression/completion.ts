/** What somebody is in the middle of writing, as far as the text before the cursor tells. */
export type Writing =
  | { kind: "name"; path: string[]; typed: string; from: number }
  | { kind: "option"; path: string[]; typed: string; from: number }
  | { kind: "nothing" };

const NAME = String.raw`(?:[\p{L}_][\p{L}\p{N}_]*|\{[^{}]*\})`;
const PATH = new RegExp(String.raw`((?:${NAME}\s*\.\s*)*)(\{[^{}]*|[\p{L}_][\p{L}\p{N}_]*)?$`, "u");
const BEFORE_TEXT = new RegExp(String.raw`(${NAME}(?:\s*\.\s*${NAME})*)\s*(?:=|<>|IN\s*\((?:[^()]*,)?)\s*$`, "iu");
const ONE_NAME = new RegExp(NAME, "gu");

/** The names of a path, without the braces that quote them. */
const namesOf = (path: string) => [...path.matchAll(ONE_NAME)].map(([name]) => name.replace(/^\{|\}$/g, "").trim());

/** Where a text in double quotes that is still open begins, or -1. Two quotes in a row are one that is meant. */
function openText(text: string): number {
  let open = -1;
  for (let at = 0; at < text.length; at++) {
    if (/["\u201c\u201d]/.test(text[at] ?? "")) open = open < 0 ? at : -1;
  }
  return open;
}

/** What is being written at the end of `text`, which is all that stands before the cursor. */
export function writing(text: string): Writing {
  const quote = openText(text);
  if (quote >= 0) {
    const before = BEFORE_TEXT.exec(text.slice(0, quote));
    return before
      ? { kind: "option", path: namesOf(before[1] ?? ""), typed: text.slice(quote + 1), from: quote + 1 }
      : { kind: "nothing" };
  }
  const found = PATH.exec(text);
  const typed = found?.[2] ?? "";
  const path = namesOf(found?.[1] ?? "");
  const from = text.length - typed.length;
  if (typed === "" && /[\p{L}\p{N}_)\]"]\s*$/u.test(text.slice(0, from)) && path.length === 0)
    return { kind: "nothing" };
  return { kind: "name", path, typed: typed.replace(/^\{/, ""), from };
}

const PLAIN = /^[\p{L}_][\p{L}\p{N}_]*$/u;
const WORDS = new Set(["and", "or", "not", "in", "true", "false", "blank"]);

/** A name as it has to be written: what is no plain word, or a word of the language, stands in braces. */
export function quoted(name: string): string {
  return PLAIN.test(name) && !WORDS.has(name.toLowerCase()) ? name : `{${name}}`;
}
