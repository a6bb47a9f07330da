import { keepPreviousData, useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { keys } from "@/api/keys";
import { countRecords, type ListQuery, listRecords } from "@/api/records";
import type { EntityInfo } from "@/api/types";
import { useMe } from "@/app/signed-in";
import { joinPages } from "@/core/keyset";
import { dayOf } from "@/core/time";
import { toWhere, type Where, type WhereContext } from "@/core/where";
import type { ListState } from "./list-state";
import { both } from "./views";

/** What a filter of this entity may refer to: today, the zone, me, and which fields hold moments. */
export function whereContext(entity: EntityInfo, me: string, today: string, zone: string): WhereContext {
  const moments = new Set(
    entity.fields.filter((f) => f.type === "datetime" || f.result === "datetime").map((f) => f.code),
  );
  return { today, zone, me, moment: (code: string) => moments.has(code) };
}

export function useWhereContext(entity: EntityInfo): WhereContext {
  const me = useMe();
  const { zone } = me.workspace;
  const today = dayOf(new Date(), zone);
  return useMemo(() => whereContext(entity, me.member.id, today, zone), [entity, today, zone, me.member.id]);
}

type QueryOptions = { deleted?: boolean /** What holds beside the person's own filter. */; condition?: Where | null };

/** A query whose condition is a tree, so that others can be put beside it. */
export type TreeQuery = ListQuery & { where: Where | null };

/** The list's state as the server is asked for it. */
export function useListQuery(
  entity: EntityInfo,
  { filter, search, sort }: ListState,
  fields: string[],
  { deleted = false, condition = null }: QueryOptions = {},
): TreeQuery {
  const context = useWhereContext(entity);
  return useMemo(
    () => ({ where: both(condition, toWhere(filter, context)), search: search.trim(), sort, fields, deleted }),
    [filter, search, sort, context, fields, deleted, condition],
  );
}

/** Rows first, page by page as one scrolls. */
export function useRows(entity: EntityInfo, query: ListQuery, enabled = true) {
  const pages = useInfiniteQuery({
    queryKey: keys.list(entity.code, query),
    queryFn: ({ pageParam, signal }) => listRecords(entity.code, query, pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    enabled,
    placeholderData: keepPreviousData,
  });
  const rows = useMemo(() => joinPages(pages.data?.pages ?? []), [pages.data]);
  return { ...pages, rows };
}

/** The count follows the rows: capped at first, exact when asked for. */
export function useCount(entity: EntityInfo, query: ListQuery, ready: boolean) {
  const asked = JSON.stringify([query.where, query.search]);
  const [exactFor, setExactFor] = useState<string | null>(null);
  const exact = exactFor === asked;
  const count = useQuery({
    queryKey: keys.count(entity.code, { where: query.where, search: query.search, exact }),
    queryFn: ({ signal }) => countRecords(entity.code, query, exact, signal),
    enabled: ready,
    placeholderData: keepPreviousData,
  });
  return { count: count.data, counting: count.isFetching, countExactly: () => setExactFor(asked) };
}
