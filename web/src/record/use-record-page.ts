import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { entitiesQuery } from "@/api/catalogue";
import { type RecordPageInfo, recordPagesQuery } from "@/api/record-pages";
import type { EntityInfo } from "@/api/types";
import type { Tree } from "@/core/expression";
import type { Page } from "@/core/record-page";
import { usualPage } from "./usual-page";

export type ShownPage = { page: Page<Tree>; code: string | null };

/** The page that records of an entity have: a built one, or the usual one, whose code is null. */
export function useRecordPage(entity: EntityInfo): ShownPage {
  const built: RecordPageInfo | undefined = useQuery(recordPagesQuery).data?.find((one) => one.entity === entity.code);
  const entities = useQuery(entitiesQuery).data;
  return useMemo(
    () => ({ page: built ?? usualPage<Tree>(entity, entities ?? []), code: built?.code ?? null }),
    [built, entity, entities],
  );
}
