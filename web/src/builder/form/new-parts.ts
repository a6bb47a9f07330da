import type { Part, Place, Words } from "@/core/layout/layout";
import type { Language } from "@/core/time";
import type { Translate } from "@/i18n";
import { addField, addParts, type Design, type FieldDoc, freeCode, takenCodes } from "../model/design";
import { type Decoration, type Entry, entryName, isDecoration } from "./palette-entries";

/** A text in the language that one builds in. */
export const words = (text: string, language: Language): Words => ({ [language]: text });

function decoration(kind: Decoration, code: (base: string) => string, name: (key: string) => Words): Part {
  const makers: Record<Decoration, () => Part> = {
    section: () => ({ code: code("section"), label: name("section"), items: [] }),
    tabs: () => ({
      code: code("tabs"),
      tabs: [1, 2].map((n) => ({ code: code(`tab_${n}`), label: name("tab"), items: [] })),
    }),
    note: () => ({ code: code("note"), text: name("note") }),
    divider: () => ({ code: code("divider"), divider: true }),
  };
  return makers[kind]();
}

/** The design with a new part of that kind at a place, and the key of what is new. */
export function place(design: Design, entry: Entry, at: Place, t: Translate, language: Language) {
  const taken = takenCodes(design);
  const code = (base: string) => {
    const made = freeCode(base, taken);
    taken.push(made);
    return made;
  };
  if (isDecoration(entry.key)) {
    const texts: Record<string, string> = {
      section: t("builder.newSection"),
      tab: t("builder.newTab"),
      note: t("builder.newNote"),
    };
    const part = decoration(entry.key, code, (key) => words(texts[key] ?? key, language));
    return { design: addParts(design, [part], at), key: "field" in part ? part.field : part.code };
  }
  const field: FieldDoc = {
    code: code(`${entry.key}_1`),
    type: entry.key,
    label: words(entryName(entry, t), language),
    ...entry.starts?.(t),
  };
  return { design: addField(design, field, at), key: field.code };
}
