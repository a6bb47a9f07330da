import type { Words } from "@/core/layout/layout";

export type OptionDoc = {
  code: string;
  label: Words;
  color?: string;
  end?: "won" | "lost";
  retired?: boolean;
} & Record<string, unknown>;

/** The lines of a text as people paste them: from a column of a sheet, a list in a message, a line with commas. */
export function readLines(text: string): string[] {
  const lines = text.split(/[\r\n\t]+/).map((line) => line.trim());
  const single = lines.filter((line) => line !== "");
  const parts =
    single.length === 1 ? (single[0] ?? "").split(/[,\uff0c\u3001;\uff1b]/).map((part) => part.trim()) : single;
  return parts.filter((part, at) => part !== "" && parts.indexOf(part) === at);
}

const nameOf = (option: OptionDoc) => option.label.zh ?? option.label.en ?? option.code;

/**
 * The options that these names make. One that is there keeps its code, so that records keep their values; where as many
 * names as there are options were given, a name in the place of another is that option renamed.
 */
export function fromLines(names: string[], before: OptionDoc[], code: (name: string) => string): OptionDoc[] {
  const kept = new Set(before.filter((option) => names.includes(nameOf(option))));
  return names.map((name, at) => {
    const same = before.find((option) => nameOf(option) === name);
    if (same) return same;
    const here = before[at];
    if (here && names.length === before.length && !kept.has(here)) {
      const language = here.label.zh === undefined ? "en" : "zh";
      return { ...here, label: { ...here.label, [language]: name } };
    }
    return { code: code(name), label: { zh: name } };
  });
}
