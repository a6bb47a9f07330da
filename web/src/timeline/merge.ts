/** What one source has loaded so far, the newest first. */
export type Source<T> = { items: readonly T[]; more: boolean };

export type Merged<T> = { items: T[]; more: boolean };

/**
 * Entries of several sources in one order, the newest first. An entry is shown only when no source can still bring a newer
 * one: what is older than the oldest loaded entry of a source with more to come waits.
 */
export function merge<T>(sources: readonly Source<T>[], at: (item: T) => string): Merged<T> {
  const moment = (item: T) => Date.parse(at(item));
  const open = sources.filter((source) => source.more);
  const bound = Math.max(
    Number.NEGATIVE_INFINITY,
    ...open.map(({ items }) => {
      const last = items.at(-1);
      return last === undefined ? Number.POSITIVE_INFINITY : moment(last);
    }),
  );
  const items = sources
    .flatMap((source) => source.items)
    .filter((item) => moment(item) >= bound)
    .sort((a, b) => moment(b) - moment(a));
  return { items, more: open.length > 0 };
}

/** The sources that keep older entries from being shown: those that have to be asked for more. */
export function behind<T>(sources: readonly Source<T>[], at: (item: T) => string): number[] {
  const bounds = sources.map(({ items, more }) => {
    const last = items.at(-1);
    return !more ? Number.NEGATIVE_INFINITY : last === undefined ? Number.POSITIVE_INFINITY : Date.parse(at(last));
  });
  const bound = Math.max(...bounds);
  return bounds.flatMap((one, index) => (one === bound && one !== Number.NEGATIVE_INFINITY ? [index] : []));
}
