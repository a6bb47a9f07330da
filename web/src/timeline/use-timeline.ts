import { type UseInfiniteQueryResult, useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { entitiesQuery } from "@/api/catalogue";
import { type CommentInfo, readComments } from "@/api/comments";
import { keys } from "@/api/keys";
import { listRecords, readHistory } from "@/api/records";
import type { Change, Row } from "@/api/types";
import type { Page } from "@/core/keyset";
import { type ActivityLog, activityLogs } from "./activities";
import { behind, merge, type Source } from "./merge";

export type Entry =
  | { kind: "change"; at: string; change: Change }
  | { kind: "comment"; at: string; comment: CommentInfo }
  | { kind: "activity"; at: string; log: ActivityLog; row: Row };

export const FILTERS = ["all", "activity", "comment", "change"] as const;
export type Filter = (typeof FILTERS)[number];

const timeOf = (entry: Entry) => entry.at;

function source<T>(query: UseInfiniteQueryResult<{ pages: Page<T>[] }>, entry: (item: T) => Entry): Source<Entry> {
  const items = query.data?.pages.flatMap((page) => page.items.map(entry)) ?? [];
  return { items, more: query.hasNextPage || query.isPending };
}

/** Where each log goes on after a page; a log that is at its end is not there. */
type Ends = Record<string, string>;
type ActivityPage = { rows: Record<string, Row[]>; ends: Ends };

const keyOf = (log: ActivityLog) => `${log.entity.code}.${log.record.code}`;

/** The activities of all logs, the newest first, a page of each at a time. */
function useActivities(logs: ActivityLog[], entity: string, id: string) {
  return useInfiniteQuery({
    queryKey: keys.activities(entity, id, logs.map(keyOf)),
    initialPageParam: null as Ends | null,
    getNextPageParam: ({ ends }: ActivityPage) => (Object.keys(ends).length === 0 ? null : ends),
    queryFn: async ({ pageParam, signal }): Promise<ActivityPage> => {
      const page: ActivityPage = { rows: {}, ends: {} };
      const open = logs.filter((log) => pageParam === null || keyOf(log) in pageParam);
      await Promise.all(
        open.map(async (log) => {
          const where = { field: log.record.code, op: "=", value: id } as const;
          const query = { where, search: "", sort: [`-${log.at.code}`] };
          const after = pageParam?.[keyOf(log)] ?? null;
          const { items, next } = await listRecords(log.entity.code, query, after, signal);
          page.rows[keyOf(log)] = items;
          if (next !== null) page.ends[keyOf(log)] = next;
        }),
      );
      return page;
    },
  });
}

const wanted = (filter: Filter, kind: Entry["kind"]) => filter === "all" || filter === kind;

/** What follows by itself, such as a count, is told among the changes and is no news in the whole. */
const isNews = (entry: Entry) => entry.kind !== "change" || entry.change.kind !== "compute";

/** All that happened with a record, the newest first: its changes, what was said and what was done. */
export function useTimeline(entity: string, id: string) {
  const [filter, setFilter] = useState<Filter>("all");
  const entities = useQuery(entitiesQuery);
  const logs = useMemo(() => activityLogs(entities.data ?? [], entity), [entities.data, entity]);
  const paged = { initialPageParam: null as string | null, getNextPageParam: (page: Page<unknown>) => page.next };
  const changes = useInfiniteQuery({
    ...paged,
    queryKey: keys.history(entity, id),
    queryFn: ({ pageParam, signal }) => readHistory(entity, id, pageParam, signal),
  });
  const comments = useInfiniteQuery({
    ...paged,
    queryKey: keys.comments(entity, id),
    queryFn: ({ pageParam, signal }) => readComments(entity, id, pageParam, signal),
  });
  const activities = useActivities(logs, entity, id);

  const all: { kind: Entry["kind"]; source: Source<Entry>; next: () => unknown }[] = [
    {
      kind: "change",
      source: source(changes, (change) => ({ kind: "change", at: change.at, change })),
      next: changes.fetchNextPage,
    },
    {
      kind: "comment",
      source: source(comments, (comment) => ({ kind: "comment", at: comment.at, comment })),
      next: comments.fetchNextPage,
    },
    ...logs.map((log) => ({
      kind: "activity" as const,
      source: {
        items: (activities.data?.pages ?? []).flatMap(({ rows }) =>
          (rows[keyOf(log)] ?? []).map(
            (row): Entry => ({ kind: "activity", at: String(row.values[log.at.code] ?? ""), log, row }),
          ),
        ),
        more: activities.isPending || keyOf(log) in (activities.data?.pages.at(-1)?.ends ?? {}),
      },
      next: activities.fetchNextPage,
    })),
  ];
  const chosen = all.filter((one) => wanted(filter, one.kind));
  const sources = chosen.map((one) => one.source);
  const pending = changes.isPending || comments.isPending || activities.isPending;
  const merged = merge(sources, timeOf);
  return {
    items: filter === "change" ? merged.items : merged.items.filter(isNews),
    filter,
    setFilter,
    logs,
    pending,
    busy: changes.isFetchingNextPage || comments.isFetchingNextPage || activities.isFetchingNextPage,
    error: changes.error ?? comments.error ?? activities.error,
    retry: () => {
      void changes.refetch();
      void comments.refetch();
      void activities.refetch();
    },
    more: () => {
      for (const at of behind(sources, timeOf)) chosen[at]?.next();
    },
    hasMore: sources.some((one) => one.more) && !pending,
  };
}
