import type { DefinitionInfo, Document } from "@/api/definitions";
import type { Words } from "@/core/layout/layout";
import type { Where } from "@/core/where";
import { waysOfOne } from "../draft/one-document";
import type { Steps } from "./steps";

/** A condition as a rule keeps it: written in the language, or clicked together. */
export type Condition = string | Where;

export const SPANS = ["minutes", "hours", "days", "working_hours", "working_days"] as const;
export type SpanUnit = (typeof SPANS)[number];
export type Span = Partial<Record<SpanUnit, number>>;

export type Changed = { field: string; from?: unknown[]; to?: unknown[] };
export type Stood = { field: string; values: unknown[] };
export type Dated = { field: string; offset?: Span; at?: string; each_year?: boolean; lunar?: boolean };
export type Idle = { for: Span; since?: string };
export type Scheduled = {
  every: "hour" | "day" | "week" | "month";
  at?: string;
  on?: (string | number)[];
  working_days?: boolean;
};
/** `id` and the values of `fields` are JSON pointers into what another system sends. */
export type Hooked = { match?: string; id?: string; fields?: Record<string, string> };

/** What starts a rule: exactly one of these is there. */
export type When = {
  created?: { form?: string };
  updated?: { fields?: string[] };
  saved?: Record<string, never>;
  changed?: Changed;
  entered?: Stood;
  left?: Stood;
  deleted?: Record<string, never>;
  restored?: Record<string, never>;
  date?: Dated;
  idle?: Idle;
  schedule?: Scheduled;
  button?: Record<string, never>;
  webhook?: Hooked;
};
export type TriggerKind = keyof When;

export const PERIODS = ["ever", "year", "month", "week", "day", "hour"] as const;
export type Period = (typeof PERIODS)[number];

/** A definition of kind `rule`. */
export type RuleDoc = {
  kind: "rule";
  code: string;
  app?: string;
  label: Words;
  note?: string;
  entity: string;
  on?: boolean;
  order?: number;
  at?: "after" | "save";
  when: When;
  where?: Condition;
  was?: Condition;
  once?: { per: Period };
  limit?: { runs: number; per: "hour" | "day" };
  as?: "record" | "set";
  then: Steps;
} & Document;

export const TRIGGERS: readonly TriggerKind[] = [
  "created",
  "updated",
  "saved",
  "changed",
  "entered",
  "left",
  "deleted",
  "restored",
  "date",
  "idle",
  "schedule",
  "button",
  "webhook",
];

/** The trigger of a rule; one that a newer server knows reads as the first of its own. */
export const triggerOf = (doc: Pick<RuleDoc, "when">): TriggerKind =>
  TRIGGERS.find((kind) => doc.when[kind] !== undefined) ?? "created";

/** Triggers after which there is no record as it was before. */
const NO_BEFORE: ReadonlySet<TriggerKind> = new Set([
  "created",
  "deleted",
  "date",
  "idle",
  "schedule",
  "button",
  "webhook",
  "restored",
]);
export const hasBefore = (doc: RuleDoc): boolean => !NO_BEFORE.has(triggerOf(doc));

/** Triggers that can run before the record is stored. */
const IN_SAVE: ReadonlySet<TriggerKind> = new Set(["created", "updated", "saved", "changed", "entered", "left"]);
export const mayBeInSave = (doc: RuleDoc): boolean => IN_SAVE.has(triggerOf(doc));

/** The rule with another trigger; what goes with the old one alone goes. */
export function withTrigger(doc: RuleDoc, when: When): RuleDoc {
  const next = { ...doc, when };
  return inSave({
    ...next,
    was: hasBefore(next) ? doc.was : undefined,
    at: mayBeInSave(next) ? doc.at : undefined,
  });
}

/** Before saving, every write is looked at by itself and as often as there is one. */
export const inSave = (doc: RuleDoc): RuleDoc =>
  doc.at === "save" ? { ...doc, once: undefined, limit: undefined, as: undefined } : doc;

const isBlankCondition = (condition: Condition | undefined): boolean =>
  condition === undefined || (typeof condition === "string" && condition.trim() === "");

const trimmed = (condition: Condition | undefined): Condition | undefined =>
  isBlankCondition(condition) ? undefined : typeof condition === "string" ? condition.trim() : condition;

/** Without what is undefined, at any depth of objects; what is told as empty stays. */
export function bare<T>(value: T): T {
  if (Array.isArray(value)) return value.map(bare) as T;
  if (typeof value !== "object" || value === null) return value;
  const kept = Object.entries(value).filter(([, one]) => one !== undefined);
  return Object.fromEntries(kept.map(([name, one]) => [name, bare(one)])) as T;
}

/** The document as the server keeps it: what says no more than its absence is left out. */
export function tidy(doc: RuleDoc): RuleDoc {
  return bare({
    ...doc,
    note: doc.note?.trim() ? doc.note : undefined,
    at: doc.at === "after" ? undefined : doc.at,
    as: doc.as === "record" ? undefined : doc.as,
    where: trimmed(doc.where),
    was: trimmed(doc.was),
  });
}

/** How the builder keeps a rule. */
export const RULE_WAYS = waysOfOne("rule", tidy);

/** A rule that somebody is about to write: for what is new, doing nothing yet, and switched on once it is published. */
export const newRule = (code: string, app: string, label: Words, entity: string): RuleDoc => ({
  kind: "rule",
  code,
  app,
  label,
  entity,
  on: true,
  when: { created: {} },
  then: [],
});

export const docOf = (info: DefinitionInfo): RuleDoc => info.definition as RuleDoc;
