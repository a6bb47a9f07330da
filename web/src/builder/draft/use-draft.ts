import { useCallback, useMemo, useRef, useState } from "react";
import { again, back, begin, step, through, type Undo } from "@/core/undo";
import { useAutosave } from "./use-autosave";
import type { Ways } from "./ways";

/** Somebody else's work that came in, and how many of its values mine stand against. */
export type Met = { by: string | undefined; clashes: number };

type Options<State, Copy> = {
  app: string;
  code: string;
  ways: Ways<State, Copy>;
  first: Copy;
  met: (met: Met) => void;
};

/** Every state of the design since it was opened. */
function useSteps<State>(first: () => State) {
  const [undo, setUndo] = useState<Undo<State>>(() => begin(first()));
  const latest = useRef(undo);
  const set = useCallback((to: (undo: Undo<State>) => Undo<State>) => {
    latest.current = to(latest.current);
    setUndo(latest.current);
  }, []);
  return { undo, latest, set };
}

/** The work on a draft: every step can be taken back, is saved by itself, and joins what others do meanwhile. */
export function useDraft<State, Copy>({ app, code, ways, first, met }: Options<State, Copy>) {
  const { undo, latest, set } = useSteps(() => ways.open(first));
  const join = (wasCopy: Copy, isCopy: Copy, by: string | undefined) => {
    const [was, is] = [ways.open(wasCopy), ways.open(isCopy)];
    met({ by, clashes: ways.clashes(was, latest.current.now, is) });
    set((all) => through(all, (state) => ways.merge(was, state, is)));
  };
  const design = undo.now;
  const saved = useAutosave({ app, code, ways, first, design, latest: () => latest.current.now, join });
  const steps = useMemo(
    () => ({
      /** A step. Steps in a row with the same tag are undone as one. */
      edit: (to: (design: State) => State, tag?: string) => set((all) => step(all, to(all.now), tag)),
      /** Changes what is there without a step of its own: what follows by itself from the last one. */
      follow: (to: (design: State) => State) => set((all) => ({ ...all, now: to(all.now) })),
      undo: () => set(back),
      redo: () => set(again),
    }),
    [set],
  );
  return { design, ...steps, canUndo: undo.past.length > 0, canRedo: undo.future.length > 0, ...saved };
}
