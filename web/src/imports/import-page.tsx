import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { useParams } from "react-router";
import { importQuery, isLive } from "@/api/imports";
import { keys } from "@/api/keys";
import { Failure } from "@/app/failure";
import { PageSkeleton } from "@/app/skeleton";
import { ImportView } from "./import-view";

/** One import, live. When it ends, whatever shows its records is out of date. */
export function Component() {
  const { id = "" } = useParams();
  const cache = useQueryClient();
  const found = useQuery(importQuery(id));
  const state = found.data?.state;
  const entity = found.data?.entity;
  useEffect(() => {
    if (state === undefined || entity === undefined || isLive(state)) return;
    void cache.invalidateQueries({ queryKey: keys.records(entity) });
    void cache.invalidateQueries({ queryKey: keys.imports, exact: true });
  }, [state, entity, cache]);
  if (found.data) return <ImportView job={found.data} />;
  if (found.isPending) return <PageSkeleton />;
  return <Failure error={found.error} retry={() => void found.refetch()} />;
}
