import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { readGroups } from "@/api/groups";
import { keys } from "@/api/keys";
import type { ListQuery } from "@/api/records";
import type { EntityInfo, FieldInfo, Total } from "@/api/types";
import { usualTotal } from "@/views/needs";
import type { Totalled } from "./grid/types";

export type TotalChoice = Total | "none";

/** The figures below the columns: what was chosen, else what suits the field. At most twenty, as a query takes them. */
export function chosenTotals(
  columns: readonly FieldInfo[],
  chosen: Record<string, TotalChoice>,
): { field: FieldInfo; fn: Total }[] {
  return columns
    .slice(1)
    .flatMap((field) => {
      const fn = chosen[field.code] ?? usualTotal(field) ?? "none";
      return fn === "none" ? [] : [{ field, fn }];
    })
    .slice(0, 19);
}

/** The chosen figures over all records of the query; without values until they are read. */
export function useTotals(
  entity: EntityInfo,
  query: ListQuery,
  columns: readonly FieldInfo[],
  chosen: Record<string, TotalChoice>,
  ready: boolean,
): Totalled[] {
  const wanted = useMemo(() => chosenTotals(columns, chosen), [columns, chosen]);
  const measures = wanted.map(({ field, fn }) => ({ fn, of: field.code }));
  const answer = useQuery({
    queryKey: keys.totals(entity.code, { where: query.where, search: query.search, measures }),
    queryFn: ({ signal }) => readGroups(entity.code, query, { by: [], measures }, signal),
    enabled: ready && measures.length > 0,
    placeholderData: keepPreviousData,
  });
  const values = answer.data?.[0]?.values;
  return wanted.map((one, i) => ({ ...one, value: values?.[i] ?? null }));
}
