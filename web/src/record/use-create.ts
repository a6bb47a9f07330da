import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useState } from "react";
import { keys } from "@/api/keys";
import { createRecord } from "@/api/records";
import type { EntityInfo } from "@/api/types";
import { useToast } from "@/app/toast";
import type { Value } from "@/core/value";
import { useLanguage } from "@/i18n";
import { type Draft, EMPTY_DRAFT, withValue } from "./draft";
import type { SetValue } from "./form-field";
import { issuesByField } from "./issues";

/** Whether a blank required field is filled by a default only the server knows, so it alone judges what is missing. */
export function useCreate(entity: EntityInfo, given: Record<string, Value>) {
  const { t } = useLanguage();
  const cache = useQueryClient();
  const toast = useToast();
  const [draft, setDraft] = useState<Draft>(EMPTY_DRAFT);
  const [issues, setIssues] = useState(new Map<string, string>());
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const set: SetValue = useCallback((code, value, label) => setDraft((old) => withValue(old, code, value, label)), []);
  const submit = async (): Promise<string | null> => {
    setIssues(new Map());
    setError(null);
    setBusy(true);
    try {
      const row = await createRecord(entity.code, { ...given, ...draft.values });
      toast.done(t("record.created"));
      setDraft(EMPTY_DRAFT);
      await cache.invalidateQueries({ queryKey: keys.records(entity.code) });
      return row.id;
    } catch (failure) {
      setIssues(
        issuesByField(
          failure,
          entity.fields.map((field) => field.code),
        ),
      );
      setError(failure);
      return null;
    } finally {
      setBusy(false);
    }
  };
  return { draft, set, issues, error, busy, submit };
}
