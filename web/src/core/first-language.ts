import type { Language } from "./time";

const KEY = "zhike.language";

/** The language that was chosen in this browser; null where none was. */
export function chosenLanguage(): Language | null {
  const stored = localStorage.getItem(KEY);
  return stored === "zh" || stored === "en" ? stored : null;
}

export function chooseLanguage(language: Language): void {
  localStorage.setItem(KEY, language);
}

/** The language to begin in: the chosen one, else the browser's. */
export function firstLanguage(): Language {
  return chosenLanguage() ?? (navigator.language.toLowerCase().startsWith("en") ? "en" : "zh");
}
