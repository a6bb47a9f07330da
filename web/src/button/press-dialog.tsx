import { Alert, Modal } from "antd";
import { useCallback, useState } from "react";
import type { ButtonInfo, ButtonPreview } from "@/api/buttons";
import type { EntityInfo, FieldInfo } from "@/api/types";
import { failureText } from "@/app/failure";
import type { Value } from "@/core/value";
import { labelText, useLanguage } from "@/i18n";
import { type Draft, withValue } from "@/record/draft";
import type { SetValue } from "@/record/form-field";
import { issuesByField } from "@/record/issues";
import { RecordForm } from "@/record/record-form";
import { useFormLogic } from "@/record/use-form-logic";

/** What is asked, and of what: several records have no values of their own, so that nothing is proposed for them. */
export type Question = {
  button: ButtonInfo;
  /** Of what the fields are. */
  entity: EntityInfo;
  /** The record as it is stored; absent where the button makes one, or is for several. */
  before?: Record<string, Value>;
  preview: Pick<ButtonPreview, "values" | "labels">;
  /** For how many records, where it is for more than one. */
  many?: number;
};

type Props = {
  question: Question;
  /** Gives what keeps it from being done; null where it is done. */
  press: (values: Record<string, Value>) => Promise<unknown>;
  close: () => void;
};

/** The fields that a refusal asks for beside those that the button does. */
function missing(failure: unknown, entity: EntityInfo): string[] {
  return [...issuesByField(failure, codesOf(entity)).keys()];
}

const codesOf = (entity: EntityInfo) => entity.fields.map((field) => field.code);

function proposed({ button, preview }: Question): Draft {
  const draft: Draft = { values: {}, labels: {} };
  for (const { field } of button.action.ask ?? []) {
    const [value, label] = [preview.values[field], preview.labels[field]];
    if (value !== undefined) draft.values[field] = value;
    if (label !== undefined) draft.labels[field] = label;
  }
  return draft;
}

function usePressDialog({ question, press, close }: Props, first: unknown) {
  const { button, entity, before, preview } = question;
  const [draft, setDraft] = useState(() => proposed(question));
  const [failure, setFailure] = useState<unknown>(first);
  const [busy, setBusy] = useState(false);
  const set: SetValue = useCallback((code, value, label) => setDraft((old) => withValue(old, code, value, label)), []);
  const { fields } = useFormLogic(entity, { ...preview.values, ...draft.values }, before);
  const ask = new Map(button.action.ask?.map((one) => [one.field, one.required]));
  const also = missing(failure, entity).filter((code) => !button.action.computed?.includes(code));
  const wanted: FieldInfo[] = fields
    .filter((field) => ask.has(field.code) || also.includes(field.code))
    .map((field) => ({ ...field, required: field.required || ask.get(field.code) || also.includes(field.code) }));
  const submit = async () => {
    setBusy(true);
    const shown = new Set(wanted.map((field) => field.code));
    const values = Object.fromEntries(Object.entries(draft.values).filter(([code]) => shown.has(code)));
    const refused = await press(values);
    setBusy(false);
    if (refused === null) close();
    else setFailure(refused);
  };
  return { draft, set, wanted, failure, busy, submit };
}

/** Asks what a button needs to know, and whether it is meant; says at each field what is wrong with it. */
export function PressDialog(props: Props & { failure?: unknown }) {
  const { question, close } = props;
  const { t, language } = useLanguage();
  const dialog = usePressDialog(props, props.failure ?? null);
  const { button, entity, many } = question;
  const issues = issuesByField(dialog.failure, codesOf(entity));
  const name = labelText(button.label, language);
  const elsewhere = dialog.failure !== null && issues.size === 0;
  return (
    <Modal
      open
      destroyOnHidden
      title={t("button.askTitle", { name })}
      okText={name}
      okButtonProps={{ danger: button.tone === "danger", loading: dialog.busy }}
      cancelText={t("common.cancel")}
      onCancel={close}
      onOk={() => void dialog.submit()}
    >
      {button.confirm && <p>{labelText(button.confirm, language)}</p>}
      {many !== undefined && <p className="muted">{t("button.toMany", { n: many })}</p>}
      {elsewhere && <Alert type="error" showIcon title={failureText(dialog.failure, t)} style={{ marginBottom: 16 }} />}
      {dialog.wanted.length > 0 && (
        <RecordForm fields={dialog.wanted} draft={dialog.draft} set={dialog.set} issues={issues} />
      )}
    </Modal>
  );
}
