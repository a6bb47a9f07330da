import type { ActionInfo, ParameterSchema } from "@/api/rules";
import { RECORD_LINK } from "@/core/record-link";
import { labelText } from "@/i18n";
import { choicesOf, type ValueDoc } from "../button/model";
import type { Condition, RuleDoc } from "./model";
import { type Recipient, recipientsOf } from "./recipients";
import { inputOf, type Values } from "./schema";
import { branchOf, eachOf, kindOf, type Step, type Steps, waitOf } from "./steps";
import { andOf, conditionText, fieldName, type Saying, spanText, triggerText } from "./words";

/** A piece of the sentence; one with a place can be pressed to go there. */
export type Piece = { text: string; place?: string };

const LONG = 40;
const short = (text: string) => (text.length > LONG ? `${text.slice(0, LONG)}\u2026` : text);

function whoText({ t, called, fields, language }: Saying, one: Recipient): string {
  const name = (kind: string, code: string) => called(kind, code) ?? t("rule.input.unknown");
  switch (one.who) {
    case "field":
      return labelText(fields.find(({ code }) => code === one.field)?.label, language) || one.field;
    case "role":
      return name("role", one.role);
    case "department":
      return one.below ? t("share.tree", { name: name("department", one.id) }) : name("department", one.id);
    case "member":
    case "group":
      return name(one.who, one.id);
    case "head":
      return one.id ? t("rule.whom.headOf", { name: name("department", one.id) }) : t("rule.whom.ownHead");
    default:
      return t(`rule.whom.${one.who}`);
  }
}

const recipientText = (saying: Saying, value: unknown): string =>
  recipientsOf(value)
    .map((one) => whoText(saying, one))
    .join(andOf(saying.language));

function choiceText(schema: ParameterSchema, value: unknown, { language }: Saying): string {
  const title = schema["x-titles"]?.[String(value)];
  if (title !== undefined) return labelText(title, language);
  const same = schema.oneOf?.find((one) => one.const === value);
  return labelText(same?.title, language) || String(value);
}

function nestedText(schema: ParameterSchema, value: unknown, saying: Saying): string {
  if (Array.isArray(value)) {
    const each = value.map((one) => valueText(schema.items ?? {}, one, saying));
    return each.filter(Boolean).join(andOf(saying.language));
  }
  if (typeof value !== "object" || value === null) return choiceText(schema, value, saying);
  const variants = [schema, ...(schema.oneOf ?? [])];
  const parts = Object.entries(value).map(([name, one]) => {
    const part = variants.map((each) => each.properties?.[name]).find((each) => each !== undefined);
    return valueText(part ?? {}, one, saying);
  });
  return parts.filter(Boolean).join(" ");
}

const NAMED = /\{([a-z][a-z0-9_.]*)\}/g;

/** A text in which the names of fields stand in braces instead of their codes. */
const namedIn = (text: string, { fields, language, t }: Saying): string =>
  text.replace(NAMED, (all, code: string) => {
    if (code === RECORD_LINK) return `{${t("common.recordLink")}}`;
    const field = fields.find((one) => one.code === code);
    return field ? `{${labelText(field.label, language) || code}}` : all;
  });

/** What fields of the record itself are set to, where that can be chosen; else which they are. */
function setText(values: readonly ValueDoc[], saying: Saying): string {
  const said = values.map(({ field: code, value }) => {
    const field = fieldName(saying, code);
    const found = saying.fields.find((one) => one.code === code);
    if (value === "BLANK") return saying.t("rule.saying.emptied", { field });
    const chosen = found && choicesOf(found, "rule", saying.t, saying.language).find((one) => one.value === value);
    return chosen ? saying.t("rule.saying.setTo", { field, value: chosen.label }) : field;
  });
  return said.join(andOf(saying.language));
}

/** A value of a parameter in words. */
export function valueText(schema: ParameterSchema, value: unknown, saying: Saying): string {
  if (value === undefined || value === null || value === "") return "";
  const many = (to: (code: string) => string) =>
    (Array.isArray(value) ? value : [value]).map((one) => to(String(one))).join(andOf(saying.language));
  const input = inputOf(schema);
  switch (input) {
    case "recipients":
      return recipientText(saying, value);
    case "entity":
    case "group":
    case "department":
    case "role":
    case "member":
    case "rule":
      return many((code) => saying.called(input, code) ?? code);
    case "definition":
      return many((code) => saying.called(schema["x-input"] ?? "", code) ?? code);
    case "field":
      return many((code) => fieldName(saying, code));
    case "relation":
      return many((code) => saying.called("many", code) ?? fieldName(saying, code));
    case "condition":
      return conditionText(value as Condition, saying);
    case "values":
      return (value as ValueDoc[]).map((one) => fieldName(saying, one.field ?? "")).join(andOf(saying.language));
    case "duration":
      return typeof value === "object" ? spanText(value, saying) : String(value);
    case "choice":
      return many((code) => choiceText(schema, code, saying));
    case "flag":
      return value === true ? labelText(schema.title, saying.language) : "";
    default:
      return typeof value === "object" ? nestedText(schema, value, saying) : short(namedIn(String(value), saying));
  }
}

const HOLE = /\{([a-z_.]+)\}/g;
/** Where a sentence can be cut: after a comma of either language. */
const PAUSE = /(?<=\uff0c|, )/;

/** What stands at a place of an action's values, with its schema. */
function valueAt(action: ActionInfo, values: Values, path: string): { schema: ParameterSchema; value: unknown } {
  let schema: ParameterSchema | undefined = action.parameters;
  let value: unknown = values;
  for (const name of path.split(".")) {
    schema = schema?.properties?.[name];
    value = typeof value === "object" && value !== null ? (value as Values)[name] : undefined;
  }
  return { schema: schema ?? {}, value };
}

/** What fields are called that a value names: those of the record, or of others that are named beside. */
function sayingOver(schema: ParameterSchema, beside: Values, saying: Saying): Saying {
  const named = inputOf(schema) === "values" ? beside[schema["x-of"] ?? "entity"] : undefined;
  return typeof named === "string" && named !== "" ? saying.within(named) : saying;
}

/** What an action does, as its catalogue entry reads with these values; parts of it of which nothing is said are left out. */
export function actionText(action: ActionInfo | undefined, step: Step, saying: Saying): string {
  const { t, language } = saying;
  if (!action) return t("rule.step.unknown", { code: step.do });
  const said = labelText(action.sentence, language) || labelText(action.title, language);
  const required = new Set(action.parameters.required ?? []);
  const parts = said.split(PAUSE).flatMap((part) => {
    const holes = [...part.matchAll(HOLE)].map(([, path = ""]) => {
      const { schema, value } = valueAt(action, step.with ?? {}, path);
      const own = action.code === "set" && inputOf(schema) === "values" && Array.isArray(value);
      const over = sayingOver(schema, step.with ?? {}, saying);
      return { path, text: own ? setText(value as ValueDoc[], saying) : valueText(schema, value, over) };
    });
    const idle = holes.length > 0 && holes.every(({ path, text }) => text === "" && !required.has(path));
    if (idle && holes.length < [...said.matchAll(HOLE)].length) return [];
    const texts = new Map(holes.map(({ path, text }) => [path, text]));
    const missing = (path: string) => (required.has(path) ? t("rule.saying.unchosen") : "\u2026");
    return [part.replace(HOLE, (_, path: string) => texts.get(path) || missing(path))];
  });
  return parts.join("").replace(/(\uff0c|, )$/, "");
}

export type Actions = readonly ActionInfo[];

/** Steps one after the other. */
function stepsText(steps: Steps, actions: Actions, saying: Saying): string {
  if (steps.length === 0) return saying.t("rule.step.nothing");
  return steps.map((step) => stepText(step, actions, saying)).join(saying.language === "zh" ? "\uff0c" : ", ");
}

function branchText(step: Step, actions: Actions, saying: Saying): string {
  const { t, language } = saying;
  const { cases, otherwise = [] } = branchOf(step);
  const said = cases.map((one) =>
    t("rule.step.caseSays", {
      where: conditionText(one.if, saying) || t("rule.saying.unchosen"),
      steps: stepsText(one.then, actions, saying),
    }),
  );
  const rest = t("rule.step.otherwiseSays", { steps: stepsText(otherwise, actions, saying) });
  return [...said, ...(otherwise.length > 0 ? [rest] : [])].join(language === "zh" ? "\uff1b" : "; ");
}

function eachText(step: Step, actions: Actions, saying: Saying): string {
  const { of, then } = eachOf(step);
  const name = of === "" ? saying.t("rule.saying.unchosen") : (saying.called("many", of) ?? of);
  return saying.t("rule.step.eachSays", { of: name, steps: stepsText(then, actions, saying.within(of)) });
}

function waitText(step: Step, saying: Saying): string {
  const { t } = saying;
  const { for: span, until } = waitOf(step);
  return until === undefined
    ? t("rule.step.waitFor", { span: spanText(span, saying) })
    : t("rule.step.waitUntil", { until: until || t("rule.saying.unchosen") });
}

/** What a step does, without the condition that it is done under. */
export function doesText(step: Step, actions: Actions, saying: Saying): string {
  switch (kindOf(step)) {
    case "branch":
      return branchText(step, actions, saying);
    case "each":
      return eachText(step, actions, saying);
    case "wait":
      return waitText(step, saying);
    case "action":
      return actionText(
        actions.find(({ code }) => code === step.do),
        step,
        saying,
      );
  }
}

/** A step in words. */
export function stepText(step: Step, actions: Actions, saying: Saying): string {
  const only = conditionText(step.if, saying);
  const does = doesText(step, actions, saying);
  return only === "" ? does : does + saying.t("rule.step.only", { if: only });
}

/** The rule as a sentence: when …, if …, then …; what can be pressed leads to where it is said. */
export function sentenceOf(doc: RuleDoc, actions: Actions, saying: Saying): Piece[] {
  const { t, language, called } = saying;
  const [pause, gap] = language === "zh" ? ["\uff0c", ""] : [", ", " "];
  const word = (text: string): Piece => ({ text });
  const entity = called("entity", doc.entity) ?? doc.entity;
  const pieces: Piece[] = [
    word(t("rule.sentence.when") + gap),
    { text: entity, place: "when" },
    word(gap),
    { text: triggerText(doc, saying), place: "when" },
    word(pause),
  ];
  const [where, was] = [conditionText(doc.where, saying), conditionText(doc.was, saying)];
  if (where || was) {
    const said = where + (was ? t("rule.sentence.was", { was }) : "");
    pieces.push(word(t("rule.if") + gap), { text: said, place: "where" }, word(pause));
  }
  pieces.push(word(t("rule.so") + gap));
  if (doc.then.length === 0) return [...pieces, { text: t("rule.sentence.nothing"), place: "then" }];
  doc.then.forEach((step, at) => {
    if (at > 0) pieces.push(word(pause));
    pieces.push({ text: stepText(step, actions, saying), place: step.code });
  });
  return pieces;
}

/** The sentence as one text. */
export const sentenceText = (pieces: readonly Piece[]): string => pieces.map(({ text }) => text).join("");
