const HAN = /^\p{Script=Han}/u;

/** The one or two characters that stand for a person: the first of a Chinese name, else the first letters of two words. */
export function initials(name: string): string {
  const [first = "", ...rest] = name.trim().split(/\s+/);
  const letter = (word: string) => [...word][0] ?? "";
  return HAN.test(first) ? letter(first) : (letter(first) + letter(rest.at(-1) ?? "")).toUpperCase();
}
