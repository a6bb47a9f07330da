import { useCallback, useMemo, useRef, useState } from "react";
import { again, back, begin, step, through, type Undo } from "@/core/undo";
import { type Keeping, useAutosave } from "./use-autosave";

/** Somebody else's work that came in, and how many of its values mine stand against. */
export type Met = { by: string | undefined; clashes: number };

/** What a builder makes of the server's copy, and how two people's work on it becomes one. */
export type Craft<Copy, Design> = Keeping<Copy, Design> & {
  toDesign: (copy: Copy) => Design;
  merge: (base: Design, mine: Design, theirs: Design) => Design;
  clashes: (base: Design, mine: Design, theirs: Design) => number;
};

type Options<Copy, Design> = { app: string; craft: Craft<Copy, Design>; first: Copy; met: (met: Met) => void };

/** Every state of the design since it was opened. */
function useSteps<Design>(first: () => Design) {
  const [undo, setUndo] = useState<Undo<Design>>(() => begin(first()));
  const latest = useRef(undo);
  const set = useCallback((to: (undo: Undo<Design>) => Undo<Design>) => {
    latest.current = to(latest.current);
    setUndo(latest.current);
  }, []);
  return { undo, latest, set };
}

/**
 * The work on something that is built: every step can be taken back, is saved as a draft by itself, and joins what others do
 * meanwhile.
 *
 * @param craft must stay the same object
 */
export function useWork<Copy, Design>({ app, craft, first, met }: Options<Copy, Design>) {
  const { undo, latest, set } = useSteps(() => craft.toDesign(first));
  const join = (wasCopy: Copy, isCopy: Copy, by: string | undefined) => {
    const [was, is] = [craft.toDesign(wasCopy), craft.toDesign(isCopy)];
    met({ by, clashes: craft.clashes(was, latest.current.now, is) });
    set((all) => through(all, (state) => craft.merge(was, state, is)));
  };
  const design = undo.now;
  const saved = useAutosave({ app, keeping: craft, first, design, latest: () => latest.current.now, join });
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

export type Work<Design> = {
  design: Design;
  edit: (to: (design: Design) => Design, tag?: string) => void;
  follow: (to: (design: Design) => Design) => void;
  undo: () => void;
  redo: () => void;
  canUndo: boolean;
  canRedo: boolean;
} & ReturnType<typeof useAutosave<unknown, unknown>>;
