import type { EntityInfo } from "@/api/types";
import type { Language } from "@/core/time";
import { kindOf } from "@/field/registry";
import { labelText, type Translate } from "@/i18n";
import { pointingHere } from "@/record/usual-page";

export type Idea = { name: string; value: string };

const MOMENTS: ReadonlySet<string> = new Set(["date", "datetime"]);

/**
 * Figures that somebody is likely to want of a record: how many records point to it, what their amounts come to, how long ago
 * the last was; then its own figures and dates; at last one that is written by hand.
 */
export function figureIdeas(
  entity: EntityInfo,
  entities: readonly EntityInfo[],
  t: Translate,
  language: Language,
): Idea[] {
  const ideas: Idea[] = [];
  for (const one of pointingHere(entities, entity.code)) {
    const rows = `${one.entity.code}_${one.field.code}`;
    const of = labelText(one.entity.label, language);
    ideas.push({ name: t("page.build.idea.count", { of }), value: `COUNT({${rows}})` });
    for (const field of one.entity.fields.filter((it) => !it.system)) {
      const name = labelText(field.label, language);
      const each = `{${rows}}, {${field.code}}`;
      if (kindOf(field).summable) ideas.push({ name: t("page.build.idea.sum", { of, name }), value: `SUM(${each})` });
      if (MOMENTS.has(field.type)) {
        ideas.push({ name: t("page.build.idea.since", { of, name }), value: `DAYS(TODAY(), MAX(${each}))` });
      }
    }
  }
  for (const field of entity.fields) {
    const name = labelText(field.label, language);
    if (field.code !== "number" && kindOf(field).summable) ideas.push({ name, value: `{${field.code}}` });
    if (MOMENTS.has(field.type)) {
      ideas.push({ name: t("page.build.idea.days", { name }), value: `DAYS(TODAY(), {${field.code}})` });
    }
  }
  return [...ideas, { name: t("page.build.idea.own"), value: "" }];
}
