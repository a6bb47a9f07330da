import type { InfiniteData, QueryClient } from "@tanstack/react-query";
import type { Page } from "@/core/keyset";
import { keys } from "./keys";
import type { Row } from "./types";

type Pages = InfiniteData<Page<Row>>;

/** The newest version of a record that any screen holds. */
export function cachedRow(cache: QueryClient, entity: string, id: string): Row | undefined {
  const one = cache.getQueryData<Row>(keys.record(entity, id));
  const listed = cache
    .getQueriesData<Pages>({ queryKey: [...keys.records(entity), "list"] })
    .flatMap(([, data]) => data?.pages.flatMap((page) => page.items) ?? [])
    .find((row) => row.id === id);
  return one && (!listed || one.version >= listed.version) ? one : listed;
}

/** Shows a changed record on every screen that holds it, without asking the server. */
export function showRow(cache: QueryClient, entity: string, row: Row): void {
  const put = (old: Row) => (old.id === row.id ? { ...row, values: { ...old.values, ...row.values } } : old);
  cache.setQueryData<Row>(keys.record(entity, row.id), (old) => (old ? put(old) : old));
  cache.setQueriesData<Pages>({ queryKey: [...keys.records(entity), "list"] }, (data) =>
    data ? { ...data, pages: data.pages.map((page) => ({ ...page, items: page.items.map(put) })) } : data,
  );
}

/** Takes records out of every list before the server confirms it. */
export function hideRows(cache: QueryClient, entity: string, gone: (id: string) => boolean): void {
  cache.setQueriesData<Pages>({ queryKey: [...keys.records(entity), "list"] }, (data) =>
    data
      ? { ...data, pages: data.pages.map((page) => ({ ...page, items: page.items.filter((row) => !gone(row.id)) })) }
      : data,
  );
}

/** The figures of record pages, which look at records of any entity. */
export const isFigures = (key: readonly unknown[]): boolean => key[0] === "records" && key[2] === "figures";

/** After a save: figures over many records and the record's history are out of date, the lists themselves are not. */
export async function staleFigures(cache: QueryClient, entity: string, id?: string): Promise<void> {
  await Promise.all([
    cache.invalidateQueries({ queryKey: [...keys.records(entity), "count"] }),
    cache.invalidateQueries({ queryKey: [...keys.records(entity), "totals"] }),
    cache.invalidateQueries({ queryKey: [...keys.records(entity), "groups"] }),
    cache.invalidateQueries({ predicate: ({ queryKey }) => isFigures(queryKey) }),
    id === undefined ? undefined : cache.invalidateQueries({ queryKey: keys.history(entity, id) }),
  ]);
}
