import { queryOptions } from "@tanstack/react-query";
import type { Tree } from "@/core/expression";
import type { Value } from "@/core/value";
import { call, segment, withQuery } from "./client";
import { keys } from "./keys";
import { newKey } from "./new-key";
import type { Label, Row } from "./types";

export const TONES = ["default", "primary", "danger"] as const;
export type Tone = (typeof TONES)[number];
export const ACTIONS = ["set", "create", "open", "call", "run"] as const;
export type ActionType = (typeof ACTIONS)[number];

/** A part of an address: what is written out, or an expression whose value is put in. */
export type UrlPart = { text?: string; tree?: Tree };

/** What a button does; only what belongs to its type is there. */
export type ButtonAction = {
  type: ActionType;
  /** What the person is asked for before. */
  ask?: { field: string; required: boolean }[];
  /** The fields that it fills in by itself. */
  computed?: string[];
  entity?: string;
  atOnce?: boolean;
  url?: UrlPart[];
  relation?: string;
  view?: string;
  viewEntity?: string;
  field?: string;
};

/** A button that this person can use; `shown` is its condition as the server checked it. */
export type ButtonInfo = {
  code: string;
  app?: string;
  label: Label;
  entity: string;
  icon?: string;
  tone: Tone;
  shown?: Tree;
  confirm?: Label;
  action: ButtonAction;
};

/** All buttons, in their order. */
export const buttonsQuery = queryOptions({
  queryKey: keys.buttons,
  queryFn: async ({ signal }) => (await call<{ items: ButtonInfo[] }>("GET", "/buttons", { signal })).items,
  staleTime: 10 * 60_000,
});

/** What a press would fill in, and whether the button is there for the record. */
export type ButtonPreview = {
  shown: boolean;
  version: number;
  action: ActionType;
  entity: string;
  values: Record<string, Value>;
  labels: Row["labels"];
  /** What it would open, where it opens an address. */
  url?: string;
};

const path = (entity: string, id: string, code: string) =>
  `/records/${segment(entity)}/${segment(id)}/buttons/${segment(code)}`;

/** @param draft whether the draft of the button is meant; for builders */
export function previewButton(entity: string, id: string, code: string, draft = false): Promise<ButtonPreview> {
  return call<ButtonPreview>("GET", withQuery(path(entity, id, code), { draft: draft || undefined }));
}

export type Pressed = { batch?: string; entity: string; id: string; version: number };

/** Does it, if the record is still at the version that the person sees. */
export function pressButton(
  button: ButtonInfo,
  row: Pick<Row, "id" | "version">,
  values: Record<string, Value>,
): Promise<Pressed> {
  const headers = { "Idempotency-Key": newKey(), "If-Match": String(row.version) };
  return call<Pressed>("POST", path(button.entity, row.id, button.code), { body: { values }, headers });
}

export type PressedMany = { batch?: string; entity: string; done: number; left: number };
/** How many records one press may be for. */
export const MOST_PRESSED = 1_000;

export function pressButtonForMany(
  button: ButtonInfo,
  ids: string[],
  values: Record<string, Value>,
): Promise<PressedMany> {
  const address = `/records/${segment(button.entity)}/buttons/${segment(button.code)}`;
  return call<PressedMany>("POST", address, { body: { ids, values }, headers: { "Idempotency-Key": newKey() } });
}
