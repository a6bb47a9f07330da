import type { TFunction } from "i18next";
import type { EntityInfo } from "@/api/types";
import type { Why, WhyField, WhyRows, WhyWord } from "@/api/why";
import type { Written } from "@/builder/read-text";
import type { FieldRight } from "@/builder/role/field-rights";
import type { One, Scoped } from "@/builder/role/model";
import { type About, rightWords, scopedWords, scopeWords } from "@/builder/role/words";
import type { Language } from "@/core/time";
import { labelText } from "@/i18n";

/** What decided: a denial, that nobody gives the right, that no rule covers the record, or a rule that does. */
export type Because = "denied" | "ungiven" | "unmet" | "unread" | "given";

export function because(why: Why, right: Scoped): Because {
  const { allowed, words }: WhyRows = why[right];
  if (allowed) return "given";
  if (words.some((word) => word.denies && word.holds)) return "denied";
  if (!words.some((word) => !word.denies)) return "ungiven";
  return words.some((word) => !word.denies && word.holds) ? "unread" : "unmet";
}

const scopeOf = (word: WhyWord): One => word.reach ?? { where: word.condition ?? "" };

/** The conditions of rules over records of an entity. */
export const conditionsOf = (why: Why, entity: string): Written[] =>
  (["read", "update", "delete"] as const)
    .flatMap((right) => why[right].words)
    .flatMap(({ condition }) => (condition ? [{ entity, text: condition.trim() }] : []));

/** A rule as a person would say it. */
export function sentence(
  word: WhyWord,
  right: Scoped,
  about: Pick<About, "condition">,
  language: Language,
  t: TFunction,
): string {
  if (word.by === "share") return t(right === "read" ? "why.share" : "why.shareUpdate");
  const name = word.label === null ? (word.code ?? "") : labelText(word.label, language);
  const scope = scopeOf(word);
  const what = word.denies
    ? t(`role.denied.${right}`, { which: scopeWords(scope, about, t) })
    : word.by === "sharing"
      ? scopeWords(scope, about, t)
      : scopedWords(right, scope, about, t);
  return t("why.say", { who: t(word.by === "role" ? "why.role" : "why.sharing", { name }), what });
}

const RANK = { none: 0, masked: 1, reveal: 2, read: 3 } as const;

/** The fields that `search` finds by name, those of which least is seen first. */
export function fieldsOf(why: Why, entity: EntityInfo, search: string, language: Language) {
  const wanted = search.trim().toLowerCase();
  const named = entity.fields.flatMap((info) => {
    const field = why.fields.find(({ code }) => code === info.code);
    const name = labelText(info.label, language);
    return field && name.toLowerCase().includes(wanted) ? [{ field, name }] : [];
  });
  return named.sort((a, b) => RANK[a.field.see] - RANK[b.field.see]);
}

/** What nobody can change is not said to be changed by a role. */
function saidRight(said: FieldRight, field: WhyField): FieldRight {
  const unwritable = field.change === "none" && (field.see !== "none" || field.hiddenBy.length > 0);
  return unwritable ? { ...said, change: "none" } : said;
}

function fieldPhrase(word: WhyField["words"][number], field: WhyField, t: TFunction): string {
  if (word.see === "none") return t(word.denies ? "why.forbidden" : "why.notGiven");
  const right = rightWords(saidRight(word, field), t);
  return word.denies ? t("why.atMost", { right }) : right;
}

/** What each role says of a field, and what else hides it. */
export function fieldSentences(
  field: WhyField,
  names: { role: (code: string) => string; place: (entity: string, field: string) => string },
  t: TFunction,
): string[] {
  const said = field.words.map((word) =>
    t("why.say", {
      who: names.role(word.role),
      what: fieldPhrase(word, field, t),
    }),
  );
  if (field.hiddenBy.length === 0) return said;
  const sources = field.hiddenBy.map((place) => names.place(place.entity, place.field)).join(t("why.comma"));
  return [...said, t("why.hiddenBy", { names: sources })];
}
