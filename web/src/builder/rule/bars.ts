const next = (month: string): string => {
  const [year = 0, of = 0] = month.split("-").map(Number);
  return of === 12 ? `${year + 1}-01` : `${year}-${String(of + 1).padStart(2, "0")}`;
};

/** The months from the first to the last one, those also in which nothing happened. */
export function everyMonth(months: readonly { month: string; fired: number }[]): { month: string; fired: number }[] {
  const [first, last] = [months[0]?.month, months.at(-1)?.month];
  const all = [];
  for (let month = first; month !== undefined && last !== undefined && month <= last; month = next(month)) {
    all.push({ month, fired: months.find((one) => one.month === month)?.fired ?? 0 });
  }
  return all;
}

/** Months with how high their bars are, the highest 100; one in which something happened is never without. */
export function bars<M extends { fired: number }>(months: readonly M[]): (M & { share: number })[] {
  const most = Math.max(1, ...months.map(({ fired }) => fired));
  return months.map((one) => ({
    ...one,
    share: one.fired === 0 ? 0 : Math.max(3, Math.round((one.fired / most) * 100)),
  }));
}
