/** A list with `id` moved to before, or after, another of it; the same list where nothing changes. */
export function movedTo<T>(list: readonly T[], id: T, target: T, after: boolean): readonly T[] {
  if (id === target || !list.includes(id) || !list.includes(target)) return list;
  const rest = list.filter((one) => one !== id);
  const at = rest.indexOf(target) + (after ? 1 : 0);
  const next = [...rest.slice(0, at), id, ...rest.slice(at)];
  return next.every((one, i) => one === list[i]) ? list : next;
}

/** A list with `id` some places further on, as far as there are places. */
export function shiftedBy<T>(list: readonly T[], id: T, by: number): readonly T[] {
  const from = list.indexOf(id);
  if (from < 0) return list;
  const to = Math.max(0, Math.min(list.length - 1, from + by));
  const target = list[to];
  return target === undefined ? list : movedTo(list, id, target, by > 0);
}
