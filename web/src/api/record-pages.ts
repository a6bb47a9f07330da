import { queryOptions } from "@tanstack/react-query";
import type { Tree } from "@/core/expression";
import type { Figure, Page } from "@/core/record-page";
import type { Value } from "@/core/value";
import type { Where } from "@/core/where";
import { call, segment } from "./client";
import { keys } from "./keys";
import type { FieldInfo, Label } from "./types";

/** The page that records of an entity have for this person, without what this person may not see. */
export type RecordPageInfo = Page<Tree> & { code: string; app?: string; label: Label; entity: string };

export const recordPagesQuery = queryOptions({
  queryKey: keys.recordPages,
  queryFn: async ({ signal }) => (await call<{ items: RecordPageInfo[] }>("GET", "/record-pages", { signal })).items,
  staleTime: 10 * 60_000,
});

/** What a figure comes to for one record. Without `field` this person may not have it, or it is not right yet. */
export type FigureValue = {
  code: string;
  field?: Pick<FieldInfo, "type"> & Partial<FieldInfo>;
  value: Value;
  label?: string | string[];
  color?: string;
  /** The records that it takes together, where a list can be asked for them. */
  records?: { entity: string; where: Where };
};

type Items = { items: FigureValue[] };
type Asking = { signal: AbortSignal };

/** A question for all figures of a page for one record. */
export type FiguresQuery = {
  queryKey: readonly unknown[];
  queryFn: (asking: Asking) => Promise<FigureValue[]>;
};

export const figuresQuery = (page: string, entity: string, id: string): FiguresQuery => ({
  queryKey: keys.pageFigures(entity, id, page),
  queryFn: async ({ signal }) =>
    (await call<Items>("GET", `/record-pages/${segment(page)}/figures/${segment(id)}`, { signal })).items,
});

/** The same for figures that somebody is building. */
export const triedFiguresQuery = (figures: Figure[], entity: string, id: string): FiguresQuery => ({
  queryKey: keys.pageFigures(entity, id, figures),
  queryFn: async ({ signal }) =>
    (await call<Items>("POST", "/record-pages/figures", { body: { entity, record: id, figures }, signal })).items,
});
