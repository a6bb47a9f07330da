import type { EntityInfo, Total, ViewInfo } from "@/api/types";
import { toSaved } from "@/core/saved-where";
import type { Where, WhereContext } from "@/core/where";
import type { ListState } from "@/list/list-state";
import { both } from "@/list/views";

/** The view as the list stands: what the person set in the list over what the view says. */
export function merged(
  entity: EntityInfo,
  view: ViewInfo | undefined,
  state: ListState,
  condition: Where | null,
  context: WhereContext,
): ViewInfo {
  const mine = toSaved(state.filter, context);
  const base: ViewInfo = view ?? { code: "", label: {}, entity: entity.code, columns: [], where: null, sort: [] };
  return {
    ...base,
    where: mine === null ? base.where : flat(both(condition, mine)),
    sort: state.sort.length > 0 ? state.sort : base.sort,
    columns: state.columns ?? base.columns,
    group: state.group ?? base.group,
    totals: kept({ ...base.totals, ...state.totals }),
  };
}

function kept(totals: Record<string, Total | "none">): Record<string, Total> {
  const entries = Object.entries(totals).filter((entry): entry is [string, Total] => entry[1] !== "none");
  return Object.fromEntries(entries);
}

/** Conditions that all have to hold, as one list, so that they read as one filter again. */
function flat(where: Where | null): Where | null {
  if (where === null || !("all" in where)) return where;
  return { all: where.all.flatMap((part) => ("all" in part ? part.all : [part])) };
}
