import { queryOptions } from "@tanstack/react-query";
import { call, segment, withQuery } from "./client";
import { keys } from "./keys";
import type { InputIssue } from "./problem";
import type { EntityInfo, Label } from "./types";

export type Document = Record<string, unknown>;

/** A definition in the state a builder works on: the draft where there is one. */
export type DefinitionInfo = {
  kind: string;
  code: string;
  app?: string;
  label: Label;
  state: "published" | "draft" | "deleted" | "trash";
  version: number;
  /** Only of drafts: who changed it last. */
  changedBy?: string;
  changedAt?: string;
  definition?: Document;
  /** Only in the answer to a save: what keeps it from being published. */
  issues?: InputIssue[];
};

type Items<T> = { items: T[]; next?: string | null };

/** What a builder sees of an app, drafts laid over what is published; looked at again and again, as others build too. */
export const definitionsQuery = (app: string) =>
  queryOptions({
    queryKey: keys.definitions(app),
    queryFn: async ({ signal }) =>
      (await call<Items<DefinitionInfo>>("GET", withQuery("/definitions", { app }), { signal })).items,
    staleTime: 0,
  });

export const draftsQuery = queryOptions({
  queryKey: keys.drafts,
  queryFn: async ({ signal }) =>
    (await call<Items<DefinitionInfo>>("GET", "/definitions?state=draft", { signal })).items,
  staleTime: 0,
});

export const schemaQuery = (kind: string) =>
  queryOptions({
    queryKey: keys.schema(kind),
    queryFn: ({ signal }) => call<Document>("GET", `/schemas/${segment(kind)}`, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });

const address = (kind: string, code: string) => `/definitions/${segment(kind)}/${segment(code)}`;
const match = (version: number) => ({ "If-Match": String(version) });

/** Saves a draft made from that version of the definition; 0 for one that is new. */
export function putDefinition(document: Document, version: number): Promise<DefinitionInfo> {
  const path = address(String(document.kind), String(document.code));
  return call<DefinitionInfo>("PUT", path, { body: document, headers: match(version) });
}

/** Marks a definition to be deleted by the next publish; one never published goes at once. */
export function deleteDefinition(kind: string, code: string): Promise<DefinitionInfo | null> {
  return call<DefinitionInfo | null>("DELETE", address(kind, code));
}

/** Throws a draft away. */
export function discardDraft(kind: string, code: string): Promise<void> {
  return call<void>("DELETE", `${address(kind, code)}?state=draft`, { headers: { "If-Match": "*" } });
}

export type PublishStep = {
  key: string;
  kind: string;
  title: string;
  lossy: boolean;
  rowsLost: number;
};
/** A draft that somebody else has to publish; without a code where it is not shown. */
export type LeftDraft = { kind: string; kindName: string; code?: string; label?: Label };
export type Published = { revision: number; steps: PublishStep[]; left?: LeftDraft[] };

/** The drafts of an app, and besides those of other apps that have to be published with them, such as `view/mine`. */
export type Drafts = { app: string; also: string[] };

/** What publishing drafts would do. */
export function planPublish(drafts: Drafts): Promise<Published> {
  return call<Published>("POST", "/publish?dry=true", { body: drafts });
}

/** @param accept the keys of the steps that may lose data */
export function publish(drafts: Drafts, accept: string[]): Promise<Published> {
  return call<Published>("POST", "/publish", { body: { ...drafts, accept } });
}

/** A definition that names what is deleted and can do without it: the parts that go, or all of it. */
export type Released = {
  kind: string;
  kindName: string;
  code: string;
  app?: string;
  label: Label;
  gone: boolean;
  parts: string[];
};
export type Release = { items: Released[]; left: InputIssue[] };

/** Takes what drafts delete out of the definitions that still name it, as drafts of those; dry only tells which. */
export function releaseDeleted(drafts: Drafts, dry: boolean): Promise<Release> {
  return call<Release>("POST", `/publish/release?dry=${dry}`, { body: drafts });
}

export type RevisionInfo = { number: number; publishedAt: string; publisher: string; changes: number };
export type ElementChange = {
  how: "added" | "removed" | "changed" | "reordered";
  element: string;
  before?: string;
  after?: string;
  was?: unknown;
  is?: unknown;
};
export type DefinitionChange = {
  kind: string;
  code: string;
  label: Label;
  how: "added" | "removed" | "changed";
  elements: ElementChange[];
};

export function listRevisions(after: string | null): Promise<Items<RevisionInfo>> {
  return call<Items<RevisionInfo>>("GET", withQuery("/revisions", { limit: 50, after }));
}

export const comparisonQuery = (a: number, b: number) =>
  queryOptions({
    queryKey: keys.comparison(a, b),
    queryFn: async ({ signal }) =>
      (await call<Items<DefinitionChange>>("GET", `/revisions/${a}/compare/${b}`, { signal })).items,
    staleTime: Number.POSITIVE_INFINITY,
  });

/** Makes drafts that bring everything back to that revision. */
export async function restoreRevision(number: number): Promise<DefinitionChange[]> {
  return (await call<Items<DefinitionChange>>("POST", `/revisions/${number}/restore`)).items;
}

/** A valid code made from what people call a thing. */
export async function suggestCode(label: string, taken: readonly string[], entity = false): Promise<string> {
  const query = { label, taken: taken.join(","), entity };
  return (await call<{ code: string }>("GET", withQuery("/codes", query))).code;
}

/** A deleted field or entity whose data is still there. */
export type TrashInfo = {
  id: string;
  entity: string;
  field?: string | null;
  label: Label;
  held: number;
  trashedAt: string;
};

export const trashQuery = queryOptions({
  queryKey: keys.trash,
  queryFn: async ({ signal }) => (await call<Items<TrashInfo>>("GET", "/trash", { signal })).items,
  staleTime: 0,
});

/** Makes a draft that takes the data up again. */
export function restoreTrash(id: string): Promise<unknown> {
  return call<unknown>("POST", `/trash/${segment(id)}/restore`);
}

/** Makes a draft of something new. */
export function newDefinition(document: Document): Promise<DefinitionInfo> {
  return call<DefinitionInfo>("PUT", address(String(document.kind), String(document.code)), { body: document });
}

/**
 * A form as the drafts would make it, its conditions and formulas checked; those that are mistaken are left out. `kept`
 * tells one draft from the next.
 */
export const draftedEntityQuery = (code: string, kept: number) =>
  queryOptions({
    queryKey: keys.draftedEntity(code, kept),
    queryFn: ({ signal }) =>
      call<EntityInfo>("GET", withQuery(`/entities/${segment(code)}`, { draft: true }), { signal }),
    staleTime: 0,
  });
