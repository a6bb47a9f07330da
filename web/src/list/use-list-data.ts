import { useMemo } from "react";
import type { EntityInfo } from "@/api/types";
import { shownColumns } from "./columns";
import type { ListState } from "./list-state";
import { neededFields } from "./needed";
import { useGrouped } from "./use-grouped";
import { useCount, useListQuery, useRows } from "./use-rows";
import { chosenTotals, type TotalChoice, useTotals } from "./use-totals";
import { useView } from "./use-view";

const NO_GROUP: string[] = [];
const NO_TOTALS: Record<string, TotalChoice> = {};

/** Everything a list shows: its view, its columns, its rows, and then the figures over all of them. */
export function useListData(entity: EntityInfo, state: ListState) {
  const view = useView(entity, state);
  const { shown, applied, condition } = view;
  const type = view.view?.type ?? "list";
  const columns = useMemo(() => shownColumns(shown, applied.columns), [shown, applied.columns]);
  const group = applied.group ?? NO_GROUP;
  const fields = useMemo(() => neededFields(shown, view.view, columns, group), [shown, view.view, columns, group]);
  const options = useMemo(() => ({ condition }), [condition]);
  const query = useListQuery(entity, applied, fields, options);
  const grouped = type === "list" && group.length > 0;
  const chosen = applied.totals ?? NO_TOTALS;
  const measures = useMemo(
    () => chosenTotals(columns, chosen).map(({ field, fn }) => ({ fn, of: field.code })),
    [columns, chosen],
  );
  const groups = useGrouped(entity, query, grouped ? group : NO_GROUP, measures, view.ready && grouped);
  // Views of other types read what they show by themselves.
  const inRows = type === "list" && !grouped;
  const rows = useRows(entity, query, view.ready && inRows);
  const read = view.ready && (inRows ? rows.isSuccess && !rows.isPlaceholderData : !grouped || groups.groups.isSuccess);
  const counted = useCount(entity, query, read);
  const some = grouped ? groups.lines.length > 0 : rows.rows.length > 0;
  const totals = useTotals(entity, query, columns, chosen, read && type === "list" && some);
  return { view, type, columns, query, rows, counted, totals, group, groups: grouped ? groups : null };
}
