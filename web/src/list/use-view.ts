import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { entitiesQuery } from "@/api/catalogue";
import type { EntityInfo } from "@/api/types";
import { conditionQuery, personalViewsQuery, viewsQuery } from "@/api/views";
import { useLanguage } from "@/i18n";
import type { ListState } from "./list-state";
import { viewPaths } from "./needed";
import { overView, withPaths } from "./views";

/**
 * The views of an entity, and the one of the address with what it sets. A view that is gone shows all records; a list
 * without a view does not wait for the views.
 */
export function useView(entity: EntityInfo, state: ListState) {
  const { language } = useLanguage();
  const known = useQuery(viewsQuery);
  const own = useQuery(personalViewsQuery);
  const entities = useQuery(entitiesQuery).data;
  const views = useMemo(
    () => [...(known.data ?? []), ...(own.data ?? [])].filter((one) => one.entity === entity.code),
    [known.data, own.data, entity.code],
  );
  const view = state.view === null ? undefined : views.find((one) => one.code === state.view);
  const text = typeof view?.where === "string" ? view.where : "";
  const tree = typeof view?.where === "object" ? view.where : null;
  const condition = useQuery({ ...conditionQuery(entity.code, text), enabled: text !== "" });
  const shown = useMemo(
    () => withPaths(entity, [...(view?.columns ?? []), ...viewPaths(view)], entities ?? [], language),
    [entity, view, entities, language],
  );
  const applied = useMemo(() => overView(state, view), [state, view]);
  const waits = state.view !== null && view === undefined && (known.isPending || own.isPending);
  return {
    views,
    view,
    /** The entity with the far fields that the view shows. */
    shown,
    /** The state with what the view sets below it. */
    applied,
    condition: text === "" ? tree : (condition.data ?? null),
    ready: !waits && (text === "" || condition.isSuccess),
    error: state.view === null ? null : (known.error ?? own.error ?? condition.error),
    retry: () => void (known.isError ? known.refetch() : own.isError ? own.refetch() : condition.refetch()),
  };
}
