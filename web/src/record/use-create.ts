import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { keys } from "@/api/keys";
import { createRecord } from "@/api/records";
import type { EntityInfo } from "@/api/types";
import { useToast } from "@/app/toast";
import type { Value } from "@/core/value";
import { useLanguage } from "@/i18n";
import type { Draft } from "./draft";
import { useSurroundings } from "./surroundings";
import { useFilling } from "./use-filling";

/** The form of a new record, and making it. */
export function useCreate(entity: EntityInfo, given: Record<string, Value>, start?: Draft) {
  const { t } = useLanguage();
  const cache = useQueryClient();
  const toast = useToast();
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const filling = useFilling(entity, useSurroundings(), { given, start });
  const submit = async (): Promise<string | null> => {
    filling.refuse(null);
    setError(null);
    setBusy(true);
    try {
      const row = await createRecord(entity.code, filling.sent());
      toast.done(t("record.created"));
      filling.clear();
      await cache.invalidateQueries({ queryKey: keys.records(entity.code) });
      return row.id;
    } catch (failure) {
      filling.refuse(failure);
      setError(failure);
      return null;
    } finally {
      setBusy(false);
    }
  };
  return {
    ...filling,
    /** Whether nobody has typed anything. */
    untouched: Object.keys(filling.typed).length === 0,
    error,
    busy,
    submit,
  };
}
