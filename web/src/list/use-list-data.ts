import { useMemo } from "react";
import type { EntityInfo, ViewType } from "@/api/types";
import { kindOf } from "@/field/registry";
import { shownColumns } from "./columns";
import type { ListState } from "./list-state";
import { neededFields } from "./needed";
import { useCount, useListQuery, useRows, useTotals } from "./use-rows";
import { useView } from "./use-view";

/** The types of view that read one record after the other; the others read what they show by themselves. */
const ROWED: ReadonlySet<ViewType> = new Set<ViewType>(["list", "gallery", "gantt"]);

/** Everything a list shows: its view, its columns, its rows, and then the figures over all of them. */
export function useListData(entity: EntityInfo, state: ListState) {
  const view = useView(entity, state);
  const { shown, applied, condition } = view;
  const columns = useMemo(() => shownColumns(shown, applied.columns), [shown, applied.columns]);
  const { group } = applied;
  const fields = useMemo(
    () => neededFields(shown, view.view, columns, group ?? []),
    [shown, view.view, columns, group],
  );
  const sums = useMemo(() => columns.filter((field) => kindOf(field).summable).map((field) => field.code), [columns]);
  const options = useMemo(() => ({ condition }), [condition]);
  const query = useListQuery(entity, applied, fields, options);
  const type = view.view?.type ?? "list";
  const inRows = ROWED.has(type);
  const rows = useRows(entity, query, view.ready && inRows);
  const read = view.ready && (!inRows || (rows.isSuccess && !rows.isPlaceholderData));
  const counted = useCount(entity, query, read);
  const totals = useTotals(entity, query, sums, read && type === "list" && rows.rows.length > 0);
  return { view, type, columns, query, rows, counted, totals };
}
