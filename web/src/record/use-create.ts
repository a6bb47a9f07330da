import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useState } from "react";
import { keys } from "@/api/keys";
import { createRecord } from "@/api/records";
import type { EntityInfo } from "@/api/types";
import { useMe } from "@/app/signed-in";
import { useToast } from "@/app/toast";
import type { Value } from "@/core/value";
import { isEditable } from "@/field/registry";
import { labelText, useLanguage } from "@/i18n";
import { type Draft, EMPTY_DRAFT, sendable, withDefaults, withValue } from "./draft";
import type { SetValue } from "./form-field";
import type { FormLogic } from "./form-logic";
import { issuesByField } from "./issues";
import { useFormLogic } from "./use-form-logic";

/** What the logic finds wrong just now, under what the server said. */
function useIssues(refused: Map<string, string>, logic: FormLogic) {
  const { t, language } = useLanguage();
  const issues = new Map<string, string>();
  for (const [code, { issue, shown }] of logic.fields) {
    if (issue && shown)
      issues.set(code, issue === "option" ? t("record.optionGone") : labelText(issue.message, language));
  }
  for (const [code, text] of refused) issues.set(code, text);
  const warnings = logic.failing.filter((check) => check.field === undefined || !issues.has(check.field));
  return { issues, warnings: warnings.map((check) => labelText(check.message, language)) };
}

/**
 * The form of a new record, following its logic while somebody types. What is missing the server alone judges: it knows
 * all defaults.
 */
export function useCreate(entity: EntityInfo, given: Record<string, Value>, start: Draft = EMPTY_DRAFT) {
  const { t } = useLanguage();
  const { member } = useMe();
  const cache = useQueryClient();
  const toast = useToast();
  const [draft, setDraft] = useState<Draft>(start);
  const [refused, setRefused] = useState(new Map<string, string>());
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const { logic, fields } = useFormLogic(entity, { ...given, ...draft.values });
  const { issues, warnings } = useIssues(refused, logic);
  const set: SetValue = useCallback((code, value, label) => {
    setDraft((old) => withValue(old, code, value, label));
    setRefused((old) => (old.has(code) ? new Map([...old].filter(([other]) => other !== code)) : old));
  }, []);
  const submit = async (): Promise<string | null> => {
    setRefused(new Map());
    setError(null);
    setBusy(true);
    try {
      const row = await createRecord(entity.code, { ...given, ...sendable(draft, logic) });
      toast.done(t("record.created"));
      setDraft(EMPTY_DRAFT);
      await cache.invalidateQueries({ queryKey: keys.records(entity.code) });
      return row.id;
    } catch (failure) {
      setRefused(
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
  const own = new Set(
    entity.fields
      .filter((field) => isEditable(field) && !field.system && !(field.code in given))
      .map((one) => one.code),
  );
  return {
    /** The fields to fill in, as the logic leaves them just now. */
    fields: fields.filter((field) => own.has(field.code)),
    /** What the inputs show: what was typed, and defaults. */
    draft: withDefaults(entity, draft, logic, member),
    /** What was typed, without defaults. */
    typed: draft.values,
    /** Whether nobody has typed anything. */
    untouched: Object.keys(draft.values).length === 0,
    set,
    issues,
    /** What does not hold between fields and stands at none of them. */
    warnings,
    error,
    busy,
    submit,
  };
}
