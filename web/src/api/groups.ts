import type { Value } from "@/core/value";
import { call } from "./client";
import type { ListQuery } from "./records";
import type { Total } from "./types";

export type Measure = { fn: Total; of?: string };

/** Figures over the records that have the same values; decimals are texts, counts are numbers. */
export type Group = {
  key: Value[];
  labels?: (string | null)[];
  values: (string | number | null)[];
  total?: boolean;
  /** The places of the keys that are summed over; absent where it is all of them. */
  over?: number[];
};

type Asked = { by: string[]; measures: Measure[]; totals?: boolean | "all" };

/** The groups of the records that a query matches, in the order of their values. */
export async function readGroups(
  entity: string,
  query: Pick<ListQuery, "where" | "search">,
  { by, measures, totals }: Asked,
  signal?: AbortSignal,
): Promise<Group[]> {
  const body = {
    entity,
    where: query.where ?? undefined,
    search: query.search || undefined,
    groups: by.map((field) => ({ by: field })),
    measures,
    totals,
    limit: MOST_GROUPS,
  };
  return (await call<{ groups: Group[] }>("POST", "/query", { body, signal })).groups;
}

const MOST_GROUPS = 500;
