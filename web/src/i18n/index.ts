import i18next, { type TFunction } from "i18next";
import { useSyncExternalStore } from "react";
import { initReactI18next } from "react-i18next";
import { speak } from "@/api/client";
import type { Label } from "@/api/types";
import { chooseLanguage, chosenLanguage, firstLanguage } from "@/core/first-language";
import type { Language } from "@/core/time";
import { TEXTS } from "./texts";
import type zh from "./zh";

declare module "i18next" {
  interface CustomTypeOptions {
    defaultNS: "translation";
    resources: { translation: typeof zh };
  }
}

function apply(language: Language): void {
  document.documentElement.lang = language === "zh" ? "zh-CN" : "en";
  speak(language);
}

/** Whether this person chose a language in this browser; otherwise the account's own is taken after sign-in. */
export function hasChosenLanguage(): boolean {
  return chosenLanguage() !== null;
}

/** A figure with its noun, for languages that tell one from many: `{{n, noun(one: row; other: rows)}}`. */
function noun(
  figure: unknown,
  _language: string | undefined,
  { one, other }: { one?: string; other?: string },
): string {
  return `${figure} ${String(figure) === "1" ? one : other}`;
}

/** A name as it stands inside a sentence, for languages that write it large alone: `{{what, inside}}`. */
const inside = (name: unknown): string =>
  String(name).replace(/^\p{Lu}(?=\p{Ll}+(?:\s|$))/u, (first) => first.toLowerCase());

/** Loads the texts of the first language and speaks it. */
export async function startLanguage(): Promise<void> {
  const language = firstLanguage();
  apply(language);
  const texts = await TEXTS[language]();
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    resources: { [language]: { translation: texts.default } },
    interpolation: { escapeValue: false },
    initAsync: false,
  });
  i18next.services.formatter?.add("noun", noun);
  i18next.services.formatter?.add("inside", inside);
}

/** Changes the language; `remember` makes it this browser's choice. */
export async function changeLanguage(language: Language, remember: boolean): Promise<void> {
  if (!i18next.hasResourceBundle(language, "translation")) {
    i18next.addResourceBundle(language, "translation", (await TEXTS[language]()).default);
  }
  if (remember) chooseLanguage(language);
  apply(language);
  await i18next.changeLanguage(language);
}

function whenChanged(changed: () => void): () => void {
  i18next.on("languageChanged", changed);
  return () => i18next.off("languageChanged", changed);
}

const current = (): Language => (i18next.language === "en" ? "en" : "zh");
const spoken = new Map<Language, { t: TFunction; language: Language }>();

/** The same object for the same language. */
function speech(language: Language) {
  let found = spoken.get(language);
  if (!found) {
    found = { t: i18next.getFixedT(language), language };
    spoken.set(language, found);
  }
  return found;
}

/**
 * The language and its texts. Every cell of a list asks for them, so it is one subscription and no more: a list that
 * scrolls has six milliseconds for all of them.
 */
export function useLanguage() {
  return speech(useSyncExternalStore(whenChanged, current));
}

/** A label in a language, else in the other, else nothing. */
export function labelText(label: Label | undefined, language: Language): string {
  if (label === undefined) return "";
  if (typeof label === "string") return label;
  return label[language] ?? label.zh ?? label.en ?? "";
}

export type Translate = ReturnType<typeof useLanguage>["t"];
