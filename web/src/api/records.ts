import type { Page } from "@/core/keyset";
import type { Value } from "@/core/value";
import type { Where } from "@/core/where";
import { address, call, segment, withQuery } from "./client";
import { newKey } from "./new-key";
import { toRow, type WireRow } from "./rows";
import type { Change, Count, Row } from "./types";

/** What a list shows: which records, in which order. A text is a sentence of the language; null and empty mean all, by newest. */
export type ListQuery = {
  where: Where | string | null;
  search: string;
  sort: string[];
  fields?: string[];
  deleted?: boolean;
};
export type Selection = { ids: string[] } | { where: ListQuery["where"]; search: string };

const path = (entity: string, rest = "") => `/records/${segment(entity)}${rest}`;
const whereText = (where: ListQuery["where"]) =>
  where === null ? undefined : typeof where === "string" ? where : JSON.stringify(where);

export const PAGE_SIZE = 100;

export async function listRecords(
  entity: string,
  query: ListQuery,
  after: string | null,
  signal?: AbortSignal,
  limit = PAGE_SIZE,
): Promise<Page<Row>> {
  const answer = await call<Page<WireRow>>(
    "GET",
    withQuery(path(entity), {
      where: whereText(query.where),
      search: query.search,
      sort: query.sort.join(","),
      fields: query.fields?.join(","),
      deleted: query.deleted ? true : undefined,
      limit,
      after,
    }),
    { signal },
  );
  return { items: answer.items.map(toRow), next: answer.next };
}

/** Counts up to the server's cap; `exact` counts all, which may take long. */
export async function countRecords(
  entity: string,
  query: ListQuery,
  exact: boolean,
  signal?: AbortSignal,
): Promise<Count> {
  const body = {
    entity,
    where: query.where ?? undefined,
    search: query.search || undefined,
    count: exact ? "exact" : true,
  };
  const { count } = await call<{ count: { value: number; more?: boolean; capped?: boolean } }>("POST", "/query", {
    body,
    signal,
  });
  return { value: count.value, capped: count.more === true || count.capped === true };
}

export async function readRecord(entity: string, id: string, signal?: AbortSignal): Promise<Row> {
  return toRow(await call<WireRow>("GET", path(entity, `/${segment(id)}`), { signal }));
}

export async function createRecord(entity: string, values: Record<string, Value>): Promise<Row> {
  const headers = { "Idempotency-Key": newKey() };
  return toRow(await call<WireRow>("POST", path(entity), { body: values, headers }));
}

/** Null when the change is saved and took the record out of what this person may see. */
export async function updateRecord(
  entity: string,
  id: string,
  version: number,
  set: Record<string, Value>,
): Promise<Row | null> {
  const headers = { "If-Match": String(version) };
  const saved = await call<WireRow | null>("PATCH", path(entity, `/${segment(id)}`), { body: set, headers });
  return saved === null ? null : toRow(saved);
}

export type BatchAnswer = { batch: string; updated?: number; deleted?: number; restored?: number };

/** Exactly one way of saying which. Everything is said in words: a condition that got lost must not mean all. */
function selected(selection: Selection) {
  if ("ids" in selection) return { ids: selection.ids };
  const search = selection.search || undefined;
  return selection.where === null ? { all: true, search } : { where: selection.where, search };
}

export function bulkUpdate(entity: string, selection: Selection, set: Record<string, Value>): Promise<BatchAnswer> {
  return call<BatchAnswer>("POST", path(entity, "/bulk"), { body: { ...selected(selection), set } });
}

export function bulkDelete(entity: string, selection: Selection): Promise<BatchAnswer> {
  return call<BatchAnswer>("POST", path(entity, "/bulk-delete"), { body: selected(selection) });
}

/** How many records were taken back, and how many stay as they are: changed since, or out of this person's reach. */
export type Undone = { undone: number; kept: number };

export function undoBatch(batch: string): Promise<Undone> {
  return call<Undone>("POST", `/batches/${segment(batch)}/undo`);
}

export function restoreRecords(entity: string, ids: string[]): Promise<BatchAnswer> {
  return call<BatchAnswer>("POST", path(entity, "/restore"), { body: { ids } });
}

export function purgeRecords(entity: string, ids: string[]): Promise<void> {
  return call<void>("POST", path(entity, "/purge"), { body: { ids } });
}

export function readHistory(
  entity: string,
  id: string,
  after: string | null,
  signal?: AbortSignal,
): Promise<Page<Change>> {
  return call<Page<Change>>("GET", withQuery(path(entity, `/${segment(id)}/history`), { after }), { signal });
}

/** The address that streams the whole list as a file; opening it starts the download. */
export function exportAddress(entity: string, format: "csv" | "xlsx", query: ListQuery): string {
  return address(`/exports/${segment(entity)}`, {
    format,
    where: whereText(query.where),
    search: query.search,
    sort: query.sort.join(","),
    fields: query.fields?.join(","),
  });
}
