import type { FieldInfo } from "@/api/types";
import type { Language } from "@/core/time";
import type { Where } from "@/core/where";
import { labelText, type Translate } from "@/i18n";
import { asFilter } from "@/list/filter/as-filter";
import { describe, type Names } from "@/list/filter/describe";
import {
  type Condition,
  type Dated,
  type Idle,
  type RuleDoc,
  type Scheduled,
  SPANS,
  type Span,
  type Stood,
} from "./model";
import { isWeekday } from "./triggers";

/** What sentences are made with: the language, and what codes are called. */
export type Saying = {
  t: Translate;
  language: Language;
  /** Fields of the entity of the rule, those behind its relations by their paths. */
  fields: readonly FieldInfo[];
  names: Names;
  /** A condition that is written as text, as a tree; null where it is not known. */
  read: (text: string) => Where | null;
  /** What a code of a kind is called, such as an entity, a member or a group; null where it is not known. */
  called: (kind: string, code: string) => string | null;
  /** What sentences over other records are made with: those that a loop goes over, a relation leads to, or of an entity. */
  within: (of: string) => Saying;
};

export const andOf = (language: Language) => (language === "zh" ? "\u3001" : ", ");

export function fieldName({ fields, language, t }: Saying, code: string): string {
  if (code === "") return t("rule.saying.unchosen");
  return labelText(fields.find((one) => one.code === code)?.label, language) || code;
}

export function spanText(span: Span | undefined, { t, language }: Saying): string {
  const said = SPANS.filter((unit) => span?.[unit] !== undefined).map((unit) =>
    t(`rule.span.${unit}`, { n: Math.abs(span?.[unit] ?? 0) }),
  );
  return said.length === 0 ? t("rule.saying.unchosen") : said.join(language === "zh" ? "" : " ");
}

function valueText(saying: Saying, code: string, value: unknown): string {
  const field = saying.fields.find((one) => one.code === code);
  if (typeof value === "boolean") return saying.t(value ? "common.yes" : "common.no");
  const option = field?.options?.find((one) => one.code === value);
  if (option) return labelText(option.label, saying.language);
  return field ? saying.names(field, String(value)) : String(value);
}

function valuesText(saying: Saying, field: string, values: readonly unknown[] | undefined, none: string): string {
  if (!values || values.length === 0) return none;
  const quoted = values.map((value) => saying.t("rule.saying.quoted", { name: valueText(saying, field, value) }));
  return quoted.join(andOf(saying.language));
}

function stoodText(saying: Saying, how: "entered" | "left", { field, values }: Stood): string {
  const none = saying.t("rule.saying.unchosen");
  return saying.t(`rule.saying.${how}`, {
    field: fieldName(saying, field),
    values: valuesText(saying, field, values, none),
  });
}

function offsetText(saying: Saying, offset: Span | undefined): string {
  const { t } = saying;
  const amount = SPANS.map((unit) => offset?.[unit] ?? 0).find((n) => n !== 0) ?? 0;
  if (amount === 0) return t("rule.saying.dateOn");
  return t(amount < 0 ? "rule.saying.dateBefore" : "rule.saying.dateAfter", { span: spanText(offset, saying) });
}

function dateText(saying: Saying, { field, offset, at, each_year, lunar }: Dated): string {
  const { t } = saying;
  const yearly = lunar ? t("rule.saying.lunar") : each_year ? t("rule.saying.yearly") : "";
  const clock = at === undefined ? "" : t("rule.saying.clockOfDate", { time: at });
  return t("rule.saying.date", {
    field: fieldName(saying, field),
    offset: offsetText(saying, offset),
    at: clock,
    yearly,
  });
}

function idleText(saying: Saying, { for: span, since = "change" }: Idle): string {
  const said = { span: spanText(span, saying) };
  if (since === "change") return saying.t("rule.saying.idleChange", said);
  if (since === "follow_up") return saying.t("rule.saying.idleFollowUp", said);
  return saying.t("rule.saying.idleField", { ...said, field: fieldName(saying, since) });
}

function dayText({ t }: Saying, day: string | number): string {
  if (isWeekday(day)) return t(`rule.weekday.${day}`);
  return day === -1 ? t("rule.saying.lastDay") : t("rule.saying.dayOfMonth", { day });
}

function scheduleText(saying: Saying, { every, at, on = [], working_days }: Scheduled): string {
  const { t, language } = saying;
  const clock = at === undefined || every === "hour" ? "" : t("rule.saying.clock", { time: at });
  if (every === "day") return t(working_days ? "rule.saying.dayWorking" : "rule.saying.day", { at: clock });
  const days = on.map((day) => dayText(saying, day)).join(andOf(language)) || t("rule.saying.unchosen");
  const said = every === "hour" ? t("rule.saying.hour") : t(`rule.saying.${every}`, { on: days, at: clock });
  return working_days ? said + t("rule.saying.working") : said;
}

function changedText(saying: Saying, { field, from, to }: NonNullable<RuleDoc["when"]["changed"]>): string {
  const { t } = saying;
  const name = fieldName(saying, field);
  if (!from?.length && !to?.length) return t("rule.saying.changedAny", { field: name });
  const any = t("rule.saying.any");
  return t("rule.saying.changed", {
    field: name,
    from: t("rule.saying.from", { values: valuesText(saying, field, from, any) }),
    to: valuesText(saying, field, to, any),
  });
}

/** What starts a rule, in words that follow the name of its form. */
export function triggerText({ when }: Pick<RuleDoc, "when">, saying: Saying): string {
  const { t, language } = saying;
  if (when.created?.form !== undefined) {
    const form = saying.called("public_form", when.created.form) ?? when.created.form;
    return t("rule.saying.createdBy", { form });
  }
  if (when.updated?.fields?.length) {
    const quoted = when.updated.fields.map((code) => t("rule.saying.quoted", { name: fieldName(saying, code) }));
    return t("rule.saying.updatedOf", { fields: quoted.join(andOf(language)) });
  }
  if (when.changed) return changedText(saying, when.changed);
  if (when.entered) return stoodText(saying, "entered", when.entered);
  if (when.left) return stoodText(saying, "left", when.left);
  if (when.date) return dateText(saying, when.date);
  if (when.idle) return idleText(saying, when.idle);
  if (when.schedule) return scheduleText(saying, when.schedule);
  const plain = (["created", "updated", "saved", "deleted", "restored", "button", "webhook"] as const).find(
    (kind) => when[kind] !== undefined,
  );
  return plain ? t(`rule.saying.${plain}`) : t("rule.saying.unchosen");
}

/** A condition in words where it can be clicked together, else as it is written; blank for none. */
export function conditionText(condition: Condition | undefined, saying: Saying): string {
  if (condition === undefined) return "";
  const { fields, t, language, names, read } = saying;
  const written = typeof condition === "string" ? condition.trim() : null;
  const tree = typeof condition === "string" ? read(condition.trim()) : condition;
  const filter = tree === null ? null : asFilter(tree, fields);
  if (filter !== null) return describe(filter, [...fields], t, language, names);
  return written ?? t("views.ownCondition");
}
