import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { keys } from "@/api/keys";
import { type BatchAnswer, bulkDelete, bulkUpdate, type ListQuery, type Selection } from "@/api/records";
import type { EntityInfo } from "@/api/types";
import { useToast } from "@/app/toast";
import { formatDecimal } from "@/core/decimal";
import type { Value } from "@/core/value";
import { useLanguage } from "@/i18n";
import type { Selected } from "./selection";

/** Edits or deletes all chosen records as one batch that can be undone from the toast. */
export function useBulk(entity: EntityInfo, query: ListQuery, selected: Selected, done: () => void) {
  const { t } = useLanguage();
  const toast = useToast();
  const cache = useQueryClient();
  const [busy, setBusy] = useState(false);
  const selection: Selection = selected.all ? { where: query.where, search: query.search } : { ids: [...selected.ids] };
  const run = async (work: () => Promise<BatchAnswer>, say: (answer: BatchAnswer) => string): Promise<boolean> => {
    setBusy(true);
    try {
      const answer = await work();
      toast.done(say(answer), answer.batch);
      done();
      await cache.invalidateQueries({ queryKey: keys.records(entity.code) });
      return true;
    } catch (error) {
      toast.failed(error);
      return false;
    } finally {
      setBusy(false);
    }
  };
  return {
    busy,
    update: (set: Record<string, Value>) =>
      run(
        () => bulkUpdate(entity.code, selection, set),
        (answer) => t("list.updated", { n: formatDecimal(answer.updated ?? 0) }),
      ),
    remove: () =>
      run(
        () => bulkDelete(entity.code, selection),
        (answer) => t("list.deleted", { n: formatDecimal(answer.deleted ?? 0) }),
      ),
  };
}
