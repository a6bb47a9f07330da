import { type UseInfiniteQueryResult, useInfiniteQuery, useQueries, useQuery } from "@tanstack/react-query";
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

const PAGE = 200;

/** The newest activities of each log; as many as a page shows of anything. */
function useActivities(logs: ActivityLog[], id: string) {
  return useQueries({
    queries: logs.map((log) => ({
      queryKey: keys.activities(log.entity.code, log.record.code, id),
      queryFn: ({ signal }: { signal: AbortSignal }) => {
        const where = { field: log.record.code, op: "=", value: id } as const;
        const query = { where, search: "", sort: [`-${log.at.code}`] };
        return listRecords(log.entity.code, query, null, signal, PAGE);
      },
    })),
    combine: (results) => ({
      pending: results.some((one) => one.isPending),
      error: results.find((one) => one.isError)?.error ?? null,
      rows: results.map((one) => one.data?.items ?? []),
      retry: () => {
        for (const one of results) void one.refetch();
      },
    }),
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
  const activities = useActivities(logs, id);

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
    ...logs.map((log, at) => ({
      kind: "activity" as const,
      source: {
        items: (activities.rows[at] ?? []).map(
          (row): Entry => ({ kind: "activity", at: String(row.values[log.at.code] ?? ""), log, row }),
        ),
        more: false,
      },
      next: () => {},
    })),
  ];
  const chosen = all.filter((one) => wanted(filter, one.kind));
  const sources = chosen.map((one) => one.source);
  const pending = changes.isPending || comments.isPending || activities.pending;
  const merged = merge(sources, timeOf);
  return {
    items: filter === "change" ? merged.items : merged.items.filter(isNews),
    filter,
    setFilter,
    logs,
    pending,
    busy: changes.isFetchingNextPage || comments.isFetchingNextPage,
    error: changes.error ?? comments.error ?? activities.error,
    retry: () => {
      void changes.refetch();
      void comments.refetch();
      activities.retry();
    },
    more: () => {
      for (const at of behind(sources, timeOf)) chosen[at]?.next();
    },
    hasMore: sources.some((one) => one.more) && !pending,
  };
}
