import { useCallback, useMemo, useState } from "react";
import { keyOf, type Layout, partsOf } from "@/core/layout/layout";

/** What is selected, and where the next key goes. Parts that are gone are not selected any more. */
export function useSelection(layout: Layout) {
  const [keys, setKeys] = useState<ReadonlySet<string>>(new Set());
  const [focus, setFocus] = useState<string | null>(null);
  const order = useMemo(() => partsOf(layout).map(keyOf), [layout]);
  const selected = useMemo(() => new Set(order.filter((key) => keys.has(key))), [order, keys]);
  const only = useCallback((key: string | null) => {
    setKeys(new Set(key === null ? [] : [key]));
    setFocus(key);
  }, []);
  const select = useCallback(
    (key: string, { many, range }: { many: boolean; range: boolean }) => {
      if (range && focus !== null) {
        const [a, b] = [order.indexOf(focus), order.indexOf(key)];
        setKeys(new Set([...keys, ...order.slice(Math.min(a, b), Math.max(a, b) + 1)]));
      } else if (many) {
        const next = new Set(keys);
        if (!next.delete(key)) next.add(key);
        setKeys(next);
      } else setKeys(new Set([key]));
      setFocus(key);
    },
    [focus, keys, order],
  );
  const set = useCallback((all: Iterable<string>) => {
    const next = new Set(all);
    setKeys(next);
    setFocus([...next].at(-1) ?? null);
  }, []);
  const rename = useCallback((from: string, to: string) => {
    setKeys((now) => new Set([...now].map((key) => (key === from ? to : key))));
    setFocus((now) => (now === from ? to : now));
  }, []);
  return { selected, focus: focus ?? order[0] ?? null, order, only, select, set, rename };
}

export type Selection = ReturnType<typeof useSelection>;
