import type { Language } from "@/core/time";

/** All texts of a language; only those of the one that is spoken are loaded. */
export const TEXTS = {
  zh: () => import("./zh"),
  en: () => import("./en"),
} satisfies Record<Language, () => Promise<{ default: object }>>;
