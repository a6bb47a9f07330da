import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { useSearchParams } from "react-router";
import { keys } from "@/api/keys";
import { listRecords } from "@/api/records";
import type { EntityInfo } from "@/api/types";
import { mondayOf, monthWeeks, weekFrom } from "@/core/month";
import { addDays, addMonths } from "@/core/time";
import type { TreeQuery } from "@/list/use-rows";
import { both } from "@/list/views";
import { type Dates, type RowSpell, spanWhere, spellOf } from "@/views/spells";

export const MODES = ["month", "week", "day"] as const;
export type Mode = (typeof MODES)[number];

/** How many records a calendar shows at most at a time. */
const MOST = 500;

/** The weeks (or the one day) that a mode shows around a day. */
export function weeksShown(mode: Mode, day: string): string[][] {
  if (mode === "month") return monthWeeks(day);
  return mode === "week" ? [weekFrom(mondayOf(day))] : [[day]];
}

export function stepped(mode: Mode, day: string, by: 1 | -1): string {
  if (mode === "month") return addMonths(`${day.slice(0, 8)}01`, by);
  return addDays(day, by * (mode === "week" ? 7 : 1));
}

/** Which part of the calendar is in sight; it stands in the address. */
export function useCalendarPlace(today: string) {
  const [params, setParams] = useSearchParams();
  const asked = params.get("day") ?? "";
  const day = /^\d{4}-\d{2}-\d{2}$/.test(asked) && !Number.isNaN(Date.parse(asked)) ? asked : today;
  const mode = MODES.find((one) => one === params.get("mode")) ?? "month";
  const go = (next: { day?: string; mode?: Mode }) =>
    setParams(
      (old) => {
        const changed = new URLSearchParams(old);
        changed.set("day", next.day ?? day);
        changed.set("mode", next.mode ?? mode);
        return changed;
      },
      { replace: true },
    );
  return { day, mode, go };
}

/** The records that last at any time between two days, the second excluded. */
export function useSpells(entity: EntityInfo, query: TreeQuery, dates: Dates, first: string, until: string) {
  const asked = useMemo(
    () => ({ ...query, sort: [dates.from.code], where: both(query.where, spanWhere(dates, first, until)) }),
    [query, dates, first, until],
  );
  const answer = useQuery({
    queryKey: keys.list(entity.code, { ...asked, calendar: true }),
    queryFn: async ({ signal }) => ({
      pages: [await listRecords(entity.code, asked, null, signal, MOST)],
      pageParams: [null],
    }),
    placeholderData: keepPreviousData,
  });
  const page = answer.data?.pages[0];
  const spells = useMemo(
    () => (page?.items ?? []).map((row) => spellOf(row, dates)).filter((spell): spell is RowSpell => spell !== null),
    [page, dates],
  );
  return { ...answer, spells, more: page?.next != null };
}
