import { useCallback, useState } from "react";
import type { FieldInfo, Row } from "@/api/types";
import type { Value } from "@/core/value";
import { useLanguage } from "@/i18n";
import { type Draft, withValue } from "@/record/draft";
import type { SetValue } from "@/record/form-field";
import { NeededFields } from "@/record/missing-dialog";

type Props = {
  title: string;
  row: Row;
  fields: FieldInfo[];
  /** Why each of them is asked for, in the server's words. */
  issues: Map<string, string>;
  close: () => void;
  save: (values: Record<string, Value>) => Promise<void>;
};

/** The fields as the record has them now. */
function draftOf(row: Row, fields: FieldInfo[]): Draft {
  const draft: Draft = { values: {}, labels: {} };
  for (const { code } of fields) {
    draft.values[code] = row.values[code] ?? null;
    const label = row.labels[code];
    if (label !== undefined) draft.labels[code] = label;
  }
  return draft;
}

/** Asks for exactly what the server missed before a card may go on. */
export function MissingForm({ title, row, fields, issues, close, save }: Props) {
  const { t } = useLanguage();
  const [draft, setDraft] = useState(() => draftOf(row, fields));
  const set: SetValue = useCallback((code, value, label) => setDraft((old) => withValue(old, code, value, label)), []);
  return (
    <NeededFields
      title={title}
      text={t("views.missingText")}
      okText={t("views.missingSave")}
      fields={fields}
      issues={issues}
      draft={draft}
      set={set}
      cancel={close}
      save={() => void save(draft.values)}
    />
  );
}
