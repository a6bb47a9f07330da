/** What was, what is and what was taken back, without a limit. */
export type Undo<T> = { past: readonly T[]; now: T; future: readonly T[]; tag: string | null };

export const begin = <T>(now: T): Undo<T> => ({ past: [], now, future: [], tag: null });

/** A step. Steps in a row with the same tag are one: a name that is typed is undone as a whole. */
export function step<T>(undo: Undo<T>, next: T, tag: string | null = null): Undo<T> {
  if (next === undo.now) return undo;
  const goesOn = tag !== null && tag === undo.tag;
  return { past: goesOn ? undo.past : [...undo.past, undo.now], now: next, future: [], tag };
}

export function back<T>(undo: Undo<T>): Undo<T> {
  const before = undo.past.at(-1);
  if (before === undefined) return undo;
  return { past: undo.past.slice(0, -1), now: before, future: [undo.now, ...undo.future], tag: null };
}

export function again<T>(undo: Undo<T>): Undo<T> {
  const [next, ...future] = undo.future;
  return next === undefined ? undo : { past: [...undo.past, undo.now], now: next, future, tag: null };
}

/** Every state as `change` makes it: what somebody else did is in all of them, so that an undo takes only my steps back. */
export function through<T>(undo: Undo<T>, change: (state: T) => T): Undo<T> {
  return { past: undo.past.map(change), now: change(undo.now), future: undo.future.map(change), tag: null };
}
