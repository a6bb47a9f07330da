import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { call, segment, withQuery } from "./client";
import type { Document } from "./definitions";
import { keys } from "./keys";
import type { MessageChannel } from "./mail";
import { newKey } from "./new-key";
import type { Label } from "./types";

/** A JSON Schema of what an action or a part of it takes, as far as a form is made of it. */
export type ParameterSchema = {
  type?: string | string[];
  title?: Label;
  description?: Label;
  help?: Label;
  enum?: string[];
  /** What the values of `enum` are called. */
  "x-titles"?: Record<string, Label>;
  const?: string;
  oneOf?: ParameterSchema[];
  properties?: Record<string, ParameterSchema>;
  required?: string[];
  items?: ParameterSchema;
  default?: unknown;
  minimum?: number;
  maximum?: number;
  maxLength?: number;
  "x-input"?: string;
  /** The parameter whose value says of which entity, or field, this one is. */
  "x-of"?: string;
};

/** Something that can be done, as the catalogue describes it. `sentence` has its parameters in braces: `assign to {to}`. */
export type ActionInfo = {
  code: string;
  group: { code: string; label: Label };
  title: Label;
  help: Label;
  sentence: Label;
  parameters: ParameterSchema;
  example: Document;
  /** Whether it may stand in a rule that runs before records are stored, and whether it may stand in no other. */
  inSave: boolean;
  onlyInSave?: boolean;
};

export const actionsQuery = queryOptions({
  queryKey: keys.actions,
  queryFn: async ({ signal }) => (await call<{ items: ActionInfo[] }>("GET", "/actions", { signal })).items,
  staleTime: 10 * 60_000,
});

export const RUN_STATES = ["waiting", "running", "done", "failed", "stopped"] as const;
export type RunState = (typeof RUN_STATES)[number];

/** How a published rule does. */
export type RuleInfo = {
  code: string;
  app?: string | null;
  label: Label;
  entity: string;
  /** False where its definition or a press switched it off. */
  on: boolean;
  order?: number;
  lastRun: string | null;
  runsToday: number;
  failures: number;
};
export type Rules = { items: RuleInfo[]; paused: boolean; pausedAt: string | null };

export const rulesQuery = queryOptions({
  queryKey: keys.rules,
  queryFn: ({ signal }) => call<Rules>("GET", "/rules", { signal }),
  staleTime: 0,
});

export const switchRule = (code: string, on: boolean) =>
  call<void>("POST", `/rules/${segment(code)}/${on ? "start" : "stop"}`);
export const pauseRules = (paused: boolean) => call<void>("POST", paused ? "/rules/pause" : "/rules/resume");
/** Applies a timed rule to what was due before it was switched on. */
export const applyToDue = (code: string) => call<void>("POST", `/rules/${segment(code)}/due`);

/** What came of a step for one record. */
export type StepOutcome = {
  step: string;
  /** What the step is called: of an action, or of a control. */
  do: string;
  outcome: "done" | "skipped" | "failed" | "waiting";
  message: string;
  at?: string;
  /** The id of the record that it was done for, where that is another one: in a loop. */
  item?: string | null;
  touched?: RecordRef[];
};
export type RecordRef = { entity: string; id: string; title?: string | null };

/** What would be, tried on a record in a transaction that was rolled back. */
export type Trial = { fires: boolean; steps: StepOutcome[]; sends: Outgoing[] };
/** What would leave the house. */
export type Outgoing = { channel: MessageChannel; to: string; subject: string | null; text: string };
export const tryRule = (definition: Document, record: string) =>
  call<Trial>("POST", "/rules/try", { body: { definition, record } });

export type Replay = {
  fired: number;
  /** The records that are named: not all of many. */
  records: { id: string; title?: string | null; at: string }[];
  byMonth: { month: string; fired: number }[];
  /** False where there was too much of the past to look at all of it. */
  whole: boolean;
};
export const replayRule = (definition: Document, months: number) =>
  call<Replay>("POST", "/rules/replay", { body: { definition, months } });

export const SET_OFF_BY = ["change", "rule", "public_form", "webhook", "button", "time"] as const;
export type SetOffBy = (typeof SET_OFF_BY)[number];

export type Cycle = { rule: string; label?: Label; entity: string; record: string; title?: string | null }[];
export type RunInfo = {
  id: string;
  rule: string;
  ruleLabel?: Label;
  /** The first one, where it is for several. */
  record?: RecordRef | null;
  records?: number;
  state: RunState;
  startedAt: string;
  endedAt?: string | null;
  attempts?: number;
  /** When it is tried again, or goes on after a wait. */
  due?: string | null;
  message?: string | null;
  /** What set it off, and the rule or the member who did where one did. */
  setOff?: { kind: SetOffBy; by?: string | null };
};
export type Run = RunInfo & { steps: StepOutcome[]; cycle?: Cycle | null };
export type RunFilter = { state?: RunState | null; record?: string | null };

export const runsQuery = (rule: string, filter: RunFilter) =>
  infiniteQueryOptions({
    queryKey: keys.ruleRuns(rule, filter),
    queryFn: ({ pageParam, signal }) =>
      call<{ items: RunInfo[]; next?: string | null }>(
        "GET",
        withQuery(`/rules/${segment(rule)}/runs`, { ...filter, after: pageParam }),
        { signal },
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next ?? null,
    staleTime: 0,
  });

export const runQuery = (id: string) =>
  queryOptions({
    queryKey: keys.ruleRun(id),
    queryFn: ({ signal }) => call<Run>("GET", `/rule-runs/${segment(id)}`, { signal }),
    staleTime: 0,
  });

export const repeatRun = (id: string) =>
  call<RunInfo>("POST", `/rule-runs/${segment(id)}/repeat`, { headers: { "Idempotency-Key": newKey() } });

/** How a change of a record was judged by a rule; `change` says in words which one it was. */
export type WhyChange = { at: string; change: string; fired: boolean; reason: string; run?: string | null };
export const whyFiredQuery = (rule: string, record: string) =>
  queryOptions({
    queryKey: keys.whyFired(rule, record),
    queryFn: async ({ signal }) =>
      (await call<{ items: WhyChange[] }>("GET", `/rules/${segment(rule)}/why/${segment(record)}`, { signal })).items,
    staleTime: 0,
  });
