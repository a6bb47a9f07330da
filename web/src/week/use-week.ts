import { keepPreviousData, useQueries, useQuery, useQueryClient } from "@tanstack/react-query";
import { useMemo } from "react";
import { entitiesQuery } from "@/api/catalogue";
import { keys } from "@/api/keys";
import { bulkUpdate, listRecords } from "@/api/records";
import { showRow } from "@/api/row-cache";
import { withValues } from "@/api/rows";
import type { Row } from "@/api/types";
import { useMe } from "@/app/signed-in";
import { useToast } from "@/app/toast";
import type { HourItem, Landing } from "@/calendar/hour-grid";
import type { Page } from "@/core/keyset";
import { addDays, dayOf } from "@/core/time";
import { toWhere } from "@/core/where";
import { callingField } from "@/field/relation";
import { useFormats } from "@/field/use-formats";
import { useLanguage } from "@/i18n";
import { whereContext } from "@/list/use-rows";
import { type Dated, datedEntities, itemOf, landed } from "./week";

/** How many records of one kind a week shows. */
const MOST = 300;

const fieldsOf = ({ entity, at, record, text }: Dated) => [
  ...new Set([callingField(entity), at, record, text].flatMap((field) => (field ? [field.code] : []))),
];

/** What this person has in the week that begins on a Monday, across entities. */
export function useWeek(monday: string) {
  const me = useMe();
  const { zone } = me.workspace;
  const today = dayOf(new Date(), zone);
  const entities = useQuery(entitiesQuery);
  const dated = useMemo(() => datedEntities(entities.data ?? []), [entities.data]);
  const answers = useQueries({
    queries: dated.map((one) => {
      const { code } = one.at;
      const rules = [
        { field: "owner", op: "me" as const },
        { field: code, op: "between" as const, value: [monday, addDays(monday, 6)] },
      ];
      const where = toWhere({ all: rules }, whereContext(one.entity, me.member.id, today, zone));
      const query = { where, search: "", sort: [code], fields: fieldsOf(one) };
      return {
        queryKey: keys.list(one.entity.code, { ...query, week: true }),
        queryFn: async ({ signal }: { signal: AbortSignal }) => ({
          pages: [await listRecords(one.entity.code, query, null, signal, MOST)] as Page<Row>[],
          pageParams: [null],
        }),
        placeholderData: keepPreviousData,
        refetchOnMount: "always" as const,
      };
    }),
  });
  const found = dated.flatMap((one, i) =>
    (answers[i]?.data?.pages[0]?.items ?? []).flatMap((row) => {
      const item = itemOf(one, row, zone);
      return item ? [{ dated: one, row, item }] : [];
    }),
  );
  return {
    today,
    zone,
    dated,
    found,
    more: answers.some((one) => one.data?.pages[0]?.next != null),
    pending: entities.isPending || answers.some((one) => one.isPending),
    error: entities.error ?? answers.find((one) => one.error)?.error ?? null,
    retry: () => {
      void entities.refetch();
      for (const one of answers) void one.refetch();
    },
  };
}

/** Moves a record to another time: at once on the screen, then on the server, with a way back. */
export function useReschedule(week: ReturnType<typeof useWeek>) {
  const { t } = useLanguage();
  const toast = useToast();
  const cache = useQueryClient();
  const formats = useFormats();
  return async (item: HourItem, to: Landing) => {
    const one = week.found.find((found) => found.item.key === item.key);
    const set = one && landed(one.dated, item, to, week.zone);
    if (!one || !set) return;
    const { code } = one.dated.entity;
    showRow(cache, code, withValues(one.row, set));
    try {
      const { batch } = await bulkUpdate(code, { ids: [one.row.id] }, set);
      toast.done(t("week.moved", { name: item.name, day: formats.date(to.day) }), batch);
    } catch (error) {
      toast.failed(error);
    } finally {
      await cache.invalidateQueries({ queryKey: keys.records(code) });
    }
  };
}
