import { keepPreviousData, useQuery, useQueryClient } from "@tanstack/react-query";
import { createContext, use, useEffect, useRef } from "react";
import type { FiguresQuery, FigureValue } from "@/api/record-pages";
import { isFigures } from "@/api/row-cache";

export type FiguresState = { values: FigureValue[] | undefined; error: unknown; retry: () => void };

/** The figures of the page that is shown, all asked for at once; null where a page has none. */
export const FiguresContext = createContext<FiguresState | null>(null);

export const useFiguresState = () => use(FiguresContext);

/** Asks for figures, again whenever records of any entity have changed: they may count those. */
export function useFigures(query: FiguresQuery, enabled: boolean): FiguresState | null {
  const cache = useQueryClient();
  const { data, error, refetch } = useQuery({ ...query, enabled, placeholderData: keepPreviousData });
  const latest = useRef(query.queryKey);
  latest.current = query.queryKey;
  useEffect(() => {
    if (!enabled) return;
    return cache.getQueryCache().subscribe((event) => {
      const invalidated = event.type === "updated" && event.action.type === "invalidate";
      if (invalidated && event.query.queryKey[0] === "records" && !isFigures(event.query.queryKey)) {
        void cache.invalidateQueries({ queryKey: latest.current });
      }
    });
  }, [cache, enabled]);
  return enabled ? { values: data, error, retry: () => void refetch() } : null;
}
