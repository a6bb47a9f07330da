import { useCallback, useMemo } from "react";
import { useSearchParams } from "react-router";
import { type ListState, readState, writeState } from "./list-state";

/** The list's state lives in its URL, so that back, reload and a sent link show the same. */
export function useListState() {
  const [params, setParams] = useSearchParams();
  const state = useMemo(() => readState(params), [params]);
  const change = useCallback(
    (part: Partial<ListState>, replace = false) =>
      setParams((current) => writeState(current, { ...readState(current), ...part }), { replace }),
    [setParams],
  );
  return { state, change };
}
