import { useMemo } from "react";
import type { EntityInfo } from "@/api/types";
import { kindOf } from "@/field/registry";
import { shownColumns } from "./columns";
import type { ListState } from "./list-state";
import { useCount, useListQuery, useRows, useTotals } from "./use-rows";
import { useView } from "./use-view";

/** Everything a list shows: its view, its columns, its rows, and then the figures over all of them. */
export function useListData(entity: EntityInfo, state: ListState) {
  const view = useView(entity, state);
  const { shown, applied, condition } = view;
  const columns = useMemo(() => shownColumns(shown, applied.columns), [shown, applied.columns]);
  const fields = useMemo(() => columns.map((field) => field.code), [columns]);
  const sums = useMemo(() => columns.filter((field) => kindOf(field).summable).map((field) => field.code), [columns]);
  const options = useMemo(() => ({ condition }), [condition]);
  const query = useListQuery(entity, applied, fields, options);
  const rows = useRows(entity, query, view.ready);
  const read = view.ready && rows.isSuccess && !rows.isPlaceholderData;
  const counted = useCount(entity, query, read);
  const totals = useTotals(entity, query, sums, read && rows.rows.length > 0);
  return { view, columns, query, rows, counted, totals };
}
