import { queryOptions } from "@tanstack/react-query";
import { address, call } from "./client";
import { keys } from "./keys";

export type AuditFact = { name: string; label: string; value: string };
export type AuditChange = { label: string; before: string | null; after: string | null };

/** Something that was done. */
export type AuditEntry = {
  id: string;
  at: string;
  action: string;
  label: string;
  sentence: string;
  member: string | null;
  who: string | null;
  origin: "session" | "preview" | "key" | "background" | "system" | "stranger";
  way: string;
  via: string | null;
  address: string | null;
  kind: string | null;
  object: string | null;
  title: string | null;
  facts: AuditFact[];
  changes: AuditChange[];
  /** Null until it is sealed. */
  seq: number | null;
  hash: string | null;
};

export type AuditPage = { items: AuditEntry[]; next: string | null };

export type AuditState = {
  removed: number;
  sealed: number;
  /** To be noted elsewhere. */
  end: string;
  sealedAt: string | null;
  waiting: number;
  keepDays: number;
};

export type AuditVerified = {
  holds: boolean;
  first: number;
  last: number;
  entries: number;
  end: string | null;
  said: string | null;
};

const PAGE = 50;

function query(parameters: Record<string, string>, more: Record<string, string>): string {
  return new URLSearchParams({ ...parameters, ...more }).toString();
}

/** A page of the entries that fit; `parameters` are those of the contract. */
export function readAudit(
  parameters: Record<string, string>,
  after: string | null,
  signal?: AbortSignal,
): Promise<AuditPage> {
  const page = { limit: String(PAGE), ...(after === null ? {} : { after }) };
  return call<AuditPage>("GET", `/audit?${query(parameters, page)}`, { signal });
}

export function auditFile(parameters: Record<string, string>, format: "csv" | "xlsx"): string {
  return address(`/audit/export?${query(parameters, { format })}`);
}

export const auditActionsQuery = queryOptions({
  queryKey: keys.auditActions,
  queryFn: async ({ signal }) =>
    (await call<{ items: { code: string; label: string }[] }>("GET", "/audit/actions", { signal })).items,
  staleTime: Number.POSITIVE_INFINITY,
});

export const auditStateQuery = queryOptions({
  queryKey: keys.auditState,
  queryFn: ({ signal }) => call<AuditState>("GET", "/audit/state", { signal }),
});

/** Works all hashes out again; `end` is one that was noted elsewhere, or blank. */
export function verifyAudit(end: string): Promise<AuditVerified> {
  return call<AuditVerified>("POST", "/audit/verify", { body: { end: end.trim() === "" ? null : end.trim() } });
}

export function keepAudit(keepDays: number): Promise<AuditState> {
  return call<AuditState>("PUT", "/audit/retention", { body: { keepDays } });
}
