import type { EntityInfo, FieldInfo, ViewInfo } from "@/api/types";
import type { Language } from "@/core/time";
import type { Where } from "@/core/where";
import { labelText } from "@/i18n";
import type { ListState } from "./list-state";

/** The list as it is shown: the person's own choices over those of the view. */
export function overView(state: ListState, view: ViewInfo | undefined): ListState {
  if (!view) return state;
  return {
    ...state,
    sort: state.sort.length > 0 ? state.sort : view.sort,
    columns: state.columns ?? (view.columns.length > 0 ? view.columns : null),
    group: state.group ?? view.group ?? null,
    totals: view.totals || state.totals ? { ...view.totals, ...state.totals } : null,
  };
}

/** Whether something of the person's own lies over the view, or over the whole list. */
export function isChanged(state: ListState): boolean {
  return state.search !== "" || isArranged(state);
}

/** Whether there is something of the person's own that a view can keep. */
export function isArranged({ filter, sort, columns, group, totals }: ListState): boolean {
  return filter !== null || sort.length > 0 || columns !== null || group !== null || totals !== null;
}

/** A view by itself. */
export function pristine(view: string | null): ListState {
  return { view, filter: null, search: "", sort: [], columns: null, group: null, totals: null };
}

/** Both conditions at once; either may be missing. */
export function both(one: Where | null, other: Where | null): Where | null {
  if (one === null || other === null) return one ?? other;
  return { all: [one, other] };
}

/**
 * The field at the end of a path such as `customer.owner`, to be shown and not edited; undefined where the path leads
 * nowhere that the caller sees.
 */
export function pathField(
  path: string,
  entity: EntityInfo,
  entities: EntityInfo[],
  language: Language,
): FieldInfo | undefined {
  const codes = path.split(".");
  const way: FieldInfo[] = [];
  let at: EntityInfo | undefined = entity;
  for (const code of codes) {
    const field: FieldInfo | undefined = at?.fields.find((one) => one.code === code);
    if (!field) return undefined;
    way.push(field);
    at = entities.find((one) => one.code === field.entity);
  }
  const last = way.at(-1);
  if (!last || way.length === 1) return last;
  return {
    ...last,
    code: path,
    readonly: true,
    label: way.map((field) => labelText(field.label, language)).join(" · "),
  };
}

/** The entity with the fields of related records that a view shows beside its own. */
export function withPaths(entity: EntityInfo, paths: string[], entities: EntityInfo[], language: Language): EntityInfo {
  const far = [...new Set(paths)]
    .filter((path) => path.includes("."))
    .map((path) => pathField(path, entity, entities, language))
    .filter((field) => field !== undefined);
  return far.length === 0 ? entity : { ...entity, fields: [...entity.fields, ...far] };
}
