import { queryOptions } from "@tanstack/react-query";
import { call, fileOf, segment, withQuery } from "./client";
import type { Document } from "./definitions";
import { keys } from "./keys";
import type { Label } from "./types";

/** A published template of an entity that the caller sees. */
export type PrintTemplate = { code: string; app?: string | null; label: Label; entity: string; paper: string };

export const printTemplatesQuery = queryOptions({
  queryKey: keys.printTemplates,
  queryFn: async ({ signal }) => (await call<{ items: PrintTemplate[] }>("GET", "/print-templates", { signal })).items,
});

const one = (entity: string, id: string, template: string) =>
  `/records/${segment(entity)}/${segment(id)}/print/${segment(template)}`;

/** A record as the template shows it: a page that runs nothing. */
export const printedQuery = (entity: string, id: string, template: string) =>
  queryOptions({
    queryKey: keys.printed(entity, id, template),
    queryFn: async ({ signal }) => (await fileOf(one(entity, id, template), signal)).text(),
    gcTime: 0,
  });

export const pdfPath = (entity: string, id: string, template: string): string =>
  withQuery(one(entity, id, template), { format: "pdf" });

/** One PDF of several records. */
export const pdfOfPath = (template: string, ids: readonly string[]): string =>
  withQuery(`/prints/${segment(template)}`, { ids: ids.join(",") });

/** How many records go into one PDF. */
export const MOST_PRINTED = 100;

export type Preview = {
  html: string | null;
  record: string | null;
  unread: { path: string; what: string }[];
  /** Whether its link to the record is empty, since nobody said the site address. */
  unlinked: boolean;
};

/** What is tried: on which record, or on the newest one; as a mail, whose links begin with the site address, or on paper. */
export type Trial = { template: Document; record: string | null; mail: boolean };

/** What a template that is not published yet gives. */
export function previewTemplate(trial: Trial, signal: AbortSignal): Promise<Preview> {
  return call<Preview>("POST", "/print-templates/preview", { body: trial, signal });
}
