import type { FieldInfo } from "@/api/types";
import { BARE, type FilterNode, type FilterRule, isGroup, kindOf, parts } from "@/core/filter";
import type { Language } from "@/core/time";
import { texts } from "@/core/value";
import { durationText } from "@/field/dates";
import { numericText } from "@/field/numeric";
import { shownAs } from "@/field/registry";
import { labelText, type Translate } from "@/i18n";

/** The name behind a code or an id; the code itself where it is not known. */
export type Names = (field: FieldInfo, code: string) => string;

function operandText(rule: FilterRule, field: FieldInfo, t: Translate, language: Language, names: Names): string {
  if (BARE.has(rule.op)) return "";
  if (rule.op === "period") return t(`filter.period.${rule.value as "today"}`);
  if (rule.op === "last_days" || rule.op === "next_days") return `${texts(rule.value)[0] ?? ""} ${t("filter.days")}`;
  if (typeof rule.value === "boolean") return t(rule.value ? "common.yes" : "common.no");
  const shown = shownAs(field);
  const one = (code: string) => {
    const option = field.options?.find((found) => found.code === code);
    if (option) return labelText(option.label, language);
    if (["number", "money", "percent"].includes(shown.type)) return numericText(shown, code);
    return shown.type === "duration" ? durationText(code) : names(field, code);
  };
  return texts(rule.value)
    .map(one)
    .join(rule.op === "between" ? " – " : language === "zh" ? "\u3001" : ", ");
}

/** A condition in words, for its chip. */
export function describe(
  node: FilterNode,
  fields: FieldInfo[],
  t: Translate,
  language: Language,
  names: Names,
): string {
  if (isGroup(node)) {
    const joint = ` ${t(kindOf(node) === "all" ? "filter.and" : "filter.or")} `;
    return parts(node)
      .map((part) => describe(part, fields, t, language, names))
      .join(joint);
  }
  const field = fields.find((one) => one.code === node.field);
  if (!field) return t("filter.goneField", { code: node.field });
  const operand = operandText(node, field, t, language, names);
  return [labelText(field.label, language), t(`filter.op.${node.op}`), operand].filter(Boolean).join(" ");
}
