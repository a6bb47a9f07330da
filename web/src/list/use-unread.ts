import { useQuery } from "@tanstack/react-query";
import { useCallback } from "react";
import { keys } from "@/api/keys";
import type { EntityInfo, Row } from "@/api/types";
import { visitEntity } from "@/api/views";
import { useMe } from "@/app/signed-in";

/** Whether somebody else changed a record since the visit before this one. At a first visit nothing is news. */
export function isNews(row: Row, since: string | null | undefined, me: string): boolean {
  const at = row.values.updated_at;
  if (typeof at !== "string" || !since || row.values.updated_by === me) return false;
  return Date.parse(at) > Date.parse(since);
}

/** Notes the visit once, when the list is opened, and tells which rows are news. */
export function useUnread(entity: EntityInfo): (row: Row) => boolean {
  const me = useMe().member.id;
  const since = useQuery({
    queryKey: keys.visit(entity.code),
    queryFn: () => visitEntity(entity.code),
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  }).data;
  return useCallback((row: Row) => isNews(row, since, me), [since, me]);
}
