import { Modal } from "antd";
import { useCallback, useRef, useState } from "react";
import { Problem } from "@/api/problem";
import type { EntityInfo, FieldInfo } from "@/api/types";
import { isEditable } from "@/field/registry";
import { labelText, useLanguage } from "@/i18n";
import { type Draft, EMPTY_DRAFT, withValue } from "./draft";
import type { SetValue } from "./form-field";
import { RecordForm } from "./record-form";
import { useFormLogic } from "./use-form-logic";
import type { Edit } from "./use-save";

/** The fields that an edit makes required, where that is all that keeps it from being saved; else none. */
export function missingFields(error: unknown, entity: EntityInfo, edit: Edit): string[] {
  if (!(error instanceof Problem)) return [];
  const fits = error.issues.every(
    ({ code, path }) =>
      code === "value-required" &&
      !(path in edit.set) &&
      entity.fields.some((field) => field.code === path && isEditable(field)),
  );
  return fits ? error.issues.map((issue) => issue.path) : [];
}

type Missing = { edit: Edit; codes: string[] };
type Props = { entity: EntityInfo; missing: Missing; cancel: () => void; save: (edit: Edit) => void };

const NONE = new Map<string, string>();

type NeededProps = {
  title: string;
  text?: string;
  okText: string;
  fields: FieldInfo[];
  issues: Map<string, string>;
  draft: Draft;
  set: SetValue;
  cancel: () => void;
  save: () => void;
};

/** Asks on the spot for the fields that keep something from being saved. */
export function NeededFields({ title, text, okText, fields, issues, draft, set, cancel, save }: NeededProps) {
  const { t } = useLanguage();
  return (
    <Modal
      open
      destroyOnHidden
      title={title}
      okText={okText}
      cancelText={t("common.cancel")}
      onCancel={cancel}
      onOk={save}
    >
      {text && <p className="muted">{text}</p>}
      <RecordForm fields={fields} draft={draft} set={set} issues={issues} />
    </Modal>
  );
}

/** Asks for what an edit needs beside itself, such as the reason why a deal is lost, and saves both as one. */
function MissingDialog({ entity, missing: { edit, codes }, cancel, save }: Props) {
  const { t, language } = useLanguage();
  const [draft, setDraft] = useState<Draft>(EMPTY_DRAFT);
  const set: SetValue = useCallback((code, value, label) => setDraft((old) => withValue(old, code, value, label)), []);
  const { fields } = useFormLogic(entity, { ...edit.set, ...draft.values }, edit.row.values);
  const changed = entity.fields.filter((field) => field.code in edit.set).map((one) => labelText(one.label, language));
  return (
    <NeededFields
      title={t("record.needed.title", { fields: changed.join(t("record.alikeAnd")) })}
      okText={t("common.save")}
      fields={fields.filter((field) => codes.includes(field.code))}
      issues={NONE}
      draft={draft}
      set={set}
      cancel={cancel}
      save={() =>
        save({ row: edit.row, set: { ...edit.set, ...draft.values }, labels: { ...edit.labels, ...draft.labels } })
      }
    />
  );
}

/** Asks for what is missing, one edit at a time: when many are refused at once, the others are told as any refusal is. */
export function useMissing(entity: EntityInfo) {
  const [missing, setMissing] = useState<Missing | null>(null);
  const asking = useRef(false);
  const put = (next: Missing | null) => {
    asking.current = next !== null;
    setMissing(next);
  };
  return {
    /** Whether the refusal can be mended by asking, and is now being asked about. */
    ask: (error: unknown, edit: Edit): boolean => {
      const codes = missingFields(error, entity, edit);
      if (codes.length === 0 || asking.current) return false;
      put({ edit, codes });
      return true;
    },
    dialog: (save: (edit: Edit) => void) =>
      missing && (
        <MissingDialog
          entity={entity}
          missing={missing}
          cancel={() => put(null)}
          save={(edit) => {
            put(null);
            save(edit);
          }}
        />
      ),
  };
}
