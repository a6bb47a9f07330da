/** Months with how high their bars are, the highest 100; one in which something happened is never without. */
export function bars<M extends { fired: number }>(months: readonly M[]): (M & { share: number })[] {
  const most = Math.max(1, ...months.map(({ fired }) => fired));
  return months.map((one) => ({
    ...one,
    share: one.fired === 0 ? 0 : Math.max(3, Math.round((one.fired / most) * 100)),
  }));
}
