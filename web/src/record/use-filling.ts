import { useCallback, useState } from "react";
import type { EntityInfo } from "@/api/types";
import type { Value } from "@/core/value";
import { isEditable } from "@/field/registry";
import { labelText, useLanguage } from "@/i18n";
import { type Draft, EMPTY_DRAFT, sendable, withDefaults, withValue } from "./draft";
import type { SetValue } from "./form-field";
import type { FormLogic } from "./form-logic";
import { issuesByField } from "./issues";
import type { Surroundings } from "./surroundings";
import { useLogicIn } from "./use-form-logic";

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

const NOTHING: Record<string, Value> = {};

type Options = {
  /** Values that are given and not asked for, as the parent of a child record. */
  given?: Record<string, Value>;
  /** What is filled in at first. */
  start?: Draft;
  /** The record as it is stored; without it the form makes a new one. */
  before?: Record<string, Value>;
};

/**
 * A form while somebody fills it in: what was typed and what its logic makes of that, wherever the form stands. What is
 * missing the server alone judges: it knows all defaults.
 */
export function useFilling(entity: EntityInfo, around: Surroundings, options: Options = {}) {
  const { given = NOTHING, start = EMPTY_DRAFT, before } = options;
  const [draft, setDraft] = useState<Draft>(start);
  const [refused, setRefused] = useState(new Map<string, string>());
  const { logic, fields } = useLogicIn(around, entity, { ...given, ...draft.values }, before);
  const set: SetValue = useCallback((code, value, label) => {
    setDraft((old) => withValue(old, code, value, label));
    setRefused((old) => (old.has(code) ? new Map([...old].filter(([other]) => other !== code)) : old));
  }, []);
  const own = new Set(
    entity.fields
      .filter((field) => (isEditable(field) || field.formulaTree) && !field.system && !(field.code in given))
      .map((one) => one.code),
  );
  const codes = entity.fields.map((field) => field.code);
  return {
    /** The fields to fill in, as the logic leaves them just now, and formulas with what they come to. */
    fields: fields.filter((field) => own.has(field.code)),
    /** What the inputs show: what was typed, and defaults. */
    draft: withDefaults(entity, draft, logic, around.me),
    /** What was typed, without defaults. */
    typed: draft.values,
    set,
    /** What is wrong, by field; `warnings` is what does not hold between fields and stands at none of them. */
    ...useIssues(refused, logic),
    /** What is to be sent of it. */
    sent: () => ({ ...given, ...sendable(draft, logic) }),
    /** Shows what the server said against it; null for nothing. */
    refuse: (failure: unknown) => setRefused(issuesByField(failure, codes)),
    /** Begins anew. */
    clear: () => setDraft(EMPTY_DRAFT),
  };
}

export type Filling = ReturnType<typeof useFilling>;
