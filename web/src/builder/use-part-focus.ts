import { useCallback, useLayoutEffect, useReducer, useRef } from "react";

type Wish = { key: string; lost?: string };

/** Leads the keyboard to a part of what is built; parts say which they are by `data-part`. */
export function usePartFocus() {
  const root = useRef<HTMLDivElement>(null);
  const wish = useRef<Wish | null>(null);
  const [, draw] = useReducer((times: number) => times + 1, 0);
  // With the drawing that brings the part, not in a frame of its own: on a busy machine that comes before the part does.
  useLayoutEffect(() => {
    if (wish.current === null) return;
    const { key, lost } = wish.current;
    const focused = document.activeElement;
    if (lost !== undefined && focused?.getAttribute("data-part") === lost) return;
    wish.current = null;
    if (lost === undefined || focused === document.body)
      root.current?.querySelector<HTMLElement>(`[data-part="${CSS.escape(key)}"]`)?.focus();
  });
  const focus = useCallback((key: string | null) => {
    wish.current = key === null ? null : { key };
    draw();
  }, []);
  /** A part with another code is drawn anew; the focus goes with it, unless it goes elsewhere meanwhile. */
  const recoded = useCallback((from: string, to: string) => {
    if (wish.current?.key === from) wish.current = { key: to };
    else if (document.activeElement?.getAttribute("data-part") === from) wish.current = { key: to, lost: from };
    draw();
  }, []);
  return { root, focus, recoded };
}
