import { keepPreviousData, useQueries, useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { entitiesQuery } from "@/api/catalogue";
import { keys } from "@/api/keys";
import { listRecords } from "@/api/records";
import type { Row } from "@/api/types";
import { useMe } from "@/app/signed-in";
import { type FilterGroup, writeFilter } from "@/core/filter";
import type { Page } from "@/core/keyset";
import { addDays, dayOf } from "@/core/time";
import { toWhere } from "@/core/where";
import { callingField } from "@/field/relation";
import { whereContext } from "@/list/use-rows";
import { AHEAD_DAYS, bucketsOf, type Due, dueOf, type Followed, followedEntities } from "./plan";

/** How many records of one entity a plan shows; the list has the rest. */
const MOST = 200;

const mine = ({ at }: Followed, until: string): FilterGroup => ({
  all: [
    { field: "owner", op: "me" },
    { field: at.code, op: "<=", value: until },
  ],
});

function fieldsOf({ entity, at, step, phones }: Followed): string[] {
  const stage = entity.fields.find((field) => field.type === "stage");
  const wanted = [callingField(entity), at, step, stage, ...phones].map((field) => field?.code);
  return [...new Set(wanted)].filter((code) => code !== undefined);
}

/** The list of all that is due of one entity, for what a plan leaves out. */
export function allDue(followed: Followed, until: string): string {
  const filter = encodeURIComponent(writeFilter(mine(followed, until)) ?? "");
  return `?filter=${filter}&sort=${followed.at.code}`;
}

/** What this person has to follow up: one question for each entity that is followed up. */
export function usePlan() {
  const me = useMe();
  const { zone } = me.workspace;
  const today = dayOf(new Date(), zone);
  const until = addDays(today, AHEAD_DAYS);
  const entities = useQuery(entitiesQuery);
  const followed = useMemo(() => followedEntities(entities.data ?? []), [entities.data]);
  const answers = useQueries({
    queries: followed.map((one) => {
      const where = toWhere(mine(one, until), whereContext(one.entity, me.member.id, today, zone));
      const query = { where, search: "", sort: [one.at.code], fields: fieldsOf(one) };
      return {
        queryKey: keys.list(one.entity.code, { ...query, plan: true }),
        queryFn: async ({ signal }: { signal: AbortSignal }) => ({
          pages: [await listRecords(one.entity.code, query, null, signal, MOST)] as Page<Row>[],
          pageParams: [null],
        }),
        placeholderData: keepPreviousData,
        refetchOnMount: "always" as const,
      };
    }),
  });
  const dues = followed.flatMap((one, i) =>
    (answers[i]?.data?.pages[0]?.items ?? [])
      .map((row) => dueOf(one, row, zone))
      .filter((due): due is Due => due !== null),
  );
  return {
    today,
    until,
    followed,
    buckets: bucketsOf(dues, today),
    /** The entities of which there is more than a plan shows. */
    more: followed.filter((_, i) => answers[i]?.data?.pages[0]?.next != null),
    pending: entities.isPending || answers.some((one) => one.isPending),
    error: entities.error ?? answers.find((one) => one.error)?.error ?? null,
    retry: () => {
      void entities.refetch();
      for (const one of answers) void one.refetch();
    },
  };
}
