import { keepPreviousData, useQueries, useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback, useMemo, useState } from "react";
import { type Group, type Measure, readGroups } from "@/api/groups";
import { keys } from "@/api/keys";
import { listRecords, PAGE_SIZE } from "@/api/records";
import type { EntityInfo, Row } from "@/api/types";
import { groupLines, type Line, type Loaded, type Section, sections } from "@/core/grouping";
import type { Page } from "@/core/keyset";
import type { Value } from "@/core/value";
import type { Where } from "@/core/where";
import type { TreeQuery } from "./use-rows";
import { both } from "./views";

export type GroupSection = Section<Group>;
export type GridLine = Line<Group, Row>;

/** What is kept per page: the same shape as that of an endless list, so that edits show in both. */
type Kept = { pages: Page<Row>[]; pageParams: (string | null)[] };

const equals = (field: string, value: Value): Where =>
  value === null ? { field, op: "blank" } : { field, op: "=", value };

/** The condition that the records of a group fulfil. */
export function groupWhere(fields: readonly string[], path: readonly Value[]): Where {
  return { all: fields.slice(0, path.length).map((field, i) => equals(field, path[i] ?? null)) };
}

type Pages = ReadonlyMap<string, number>;
type Known = Loaded<Row> & { pending: boolean };

/** The records of the groups that are wanted, as many pages of each; a page is asked for once the one before is there. */
function usePages(entity: EntityInfo, query: TreeQuery, by: string[], leaves: GroupSection[], pages: Pages) {
  const cache = useQueryClient();
  const requests = leaves.flatMap((section) => {
    const where = both(query.where, groupWhere(by, section.path));
    const list = [];
    let after: string | null = null;
    for (let page = 0; page < (pages.get(section.key) ?? 0); page++) {
      const queryKey = keys.list(entity.code, { ...query, where, after });
      list.push({ key: section.key, queryKey, after, where });
      after = cache.getQueryData<Kept>(queryKey)?.pages[0]?.next ?? null;
      if (after === null) break;
    }
    return list;
  });
  const answers = useQueries({
    queries: requests.map(({ queryKey, after, where }) => ({
      queryKey,
      queryFn: async ({ signal }: { signal: AbortSignal }): Promise<Kept> => ({
        pages: [await listRecords(entity.code, { ...query, where }, after, signal)],
        pageParams: [after],
      }),
    })),
  });
  const known = new Map<string, Known>();
  requests.forEach(({ key }, i) => {
    const before = known.get(key);
    const page = answers[i]?.data?.pages[0];
    if (!page && !before) return;
    const rows = [...(before?.rows ?? []), ...(page?.items ?? [])];
    known.set(key, { rows, more: page ? page.next !== null : true, pending: !page });
  });
  return known;
}

/** The pages to ask for once these lines are in sight; the same object where nothing more is needed. */
export function wantedPages(pages: Pages, known: ReadonlyMap<string, Known>, visible: readonly GridLine[]): Pages {
  const waiting = new Set(visible.flatMap((line) => (line.kind === "wait" ? [line.section.key] : [])));
  const next = new Map(pages);
  for (const key of waiting) {
    const found = known.get(key);
    if (!next.has(key)) next.set(key, 1);
    else if (found && !found.pending && found.more) next.set(key, (pages.get(key) ?? 0) + 1);
  }
  return [...next].some(([key, count]) => pages.get(key) !== count) ? next : pages;
}

const NONE: Pages = new Map();

/**
 * The lines of a grouped list: one question for all groups and their figures, then the records of those groups that come
 * in sight, page by page.
 */
export function useGrouped(entity: EntityInfo, query: TreeQuery, by: string[], measures: Measure[], enabled: boolean) {
  const asked = { where: query.where, search: query.search, by, measures };
  const id = JSON.stringify([asked, query.sort]);
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const [wanted, setWanted] = useState({ of: id, pages: NONE });
  const totals = by.length > 1 ? ("all" as const) : undefined;
  const groups = useQuery({
    queryKey: keys.groups(entity.code, asked),
    queryFn: ({ signal }) =>
      readGroups(entity.code, query, { by, measures: [{ fn: "count" }, ...measures], totals }, signal),
    enabled: enabled && by.length > 0,
    placeholderData: keepPreviousData,
  });
  const all = useMemo(() => sections(groups.data ?? [], by.length), [groups.data, by.length]);
  const pages = wanted.of === id ? wanted.pages : NONE;
  const leaves = all.filter((section) => section.leaf && pages.has(section.key));
  const known = usePages(entity, query, by, leaves, pages);
  const lines: GridLine[] = groupLines(
    all,
    closed,
    (section) => known.get(section.key),
    (section) => Math.min(PAGE_SIZE, Number(section.figures.values[0] ?? 0)),
  );
  const toggle = useCallback((key: string) => {
    setClosed((old) => {
      const next = new Set(old);
      if (!next.delete(key)) next.add(key);
      return next;
    });
  }, []);
  const reach = (visible: readonly GridLine[]) => {
    const next = wantedPages(pages, known, visible);
    if (next !== pages) setWanted({ of: id, pages: next });
  };
  const rows = lines.flatMap((line) => (line.kind === "row" ? [line.row] : []));
  return { groups, lines, rows, toggle, reach };
}
