import { useCallback, useMemo, useRef, useState } from "react";
import { again, back, begin, step, through, type Undo } from "@/core/undo";
import { type Design, toDesign } from "../model/design";
import { clashesOf, mergeDesign } from "../model/merge-design";
import type { ServerCopy } from "./server-copy";
import { useAutosave } from "./use-autosave";

/** Somebody else's work that came in, and how many of its values mine stand against. */
export type Met = { by: string | undefined; clashes: number };

type Options = { app: string; code: string; first: ServerCopy; met: (met: Met) => void };

/** Every state of the design since it was opened. */
function useSteps(first: ServerCopy) {
  const [undo, setUndo] = useState<Undo<Design>>(() => begin(toDesign(first)));
  const latest = useRef(undo);
  const set = useCallback((to: (undo: Undo<Design>) => Undo<Design>) => {
    latest.current = to(latest.current);
    setUndo(latest.current);
  }, []);
  return { undo, latest, set };
}

/** The work on one form: every step can be taken back, is saved as a draft by itself, and joins what others do meanwhile. */
export function useDesigner({ app, code, first, met }: Options) {
  const { undo, latest, set } = useSteps(first);
  const join = (wasCopy: ServerCopy, isCopy: ServerCopy, by: string | undefined) => {
    const [was, is] = [toDesign(wasCopy), toDesign(isCopy)];
    met({ by, clashes: clashesOf(was, latest.current.now, is) });
    set((all) => through(all, (state) => mergeDesign(was, state, is)));
  };
  const design = undo.now;
  const saved = useAutosave({ app, code, first, design, latest: () => latest.current.now, join });
  const steps = useMemo(
    () => ({
      /** A step. Steps in a row with the same tag are undone as one. */
      edit: (to: (design: Design) => Design, tag?: string) => set((all) => step(all, to(all.now), tag)),
      /** Changes what is there without a step of its own: what follows by itself from the last one. */
      follow: (to: (design: Design) => Design) => set((all) => ({ ...all, now: to(all.now) })),
      undo: () => set(back),
      redo: () => set(again),
    }),
    [set],
  );
  return { design, ...steps, canUndo: undo.past.length > 0, canRedo: undo.future.length > 0, ...saved };
}

export type Designer = ReturnType<typeof useDesigner>;
