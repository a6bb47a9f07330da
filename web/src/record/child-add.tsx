import { PlusOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { type KeyboardEvent, useState } from "react";
import type { EntityInfo, FieldInfo } from "@/api/types";
import { failureText } from "@/app/failure";
import { usePhone } from "@/app/use-phone";
import type { Value } from "@/core/value";
import { isEditable, kindOf } from "@/field/registry";
import { labelText, useLanguage } from "@/i18n";
import css from "./children.module.css";
import { CreateDrawer } from "./create-drawer";
import { useCreate } from "./use-create";

const INPUTS = 4;

type Props = { entity: EntityInfo; columns: FieldInfo[]; given: Record<string, Value> };
type InputProps = { field: FieldInfo; form: ReturnType<typeof useCreate>; autoFocus: boolean };

function AddInput({ field, form, autoFocus }: InputProps) {
  const { language } = useLanguage();
  const { Input } = kindOf(field);
  const { draft, set, issues } = form;
  const issue = issues.get(field.code);
  const name = labelText(field.label, language);
  if (!Input) return null;
  return (
    <fieldset className={css.input} aria-label={name}>
      <span className={css.label} aria-hidden>
        {name}
        {field.required && <span className="bad"> *</span>}
      </span>
      <Input
        field={field}
        value={draft.values[field.code] ?? null}
        label={draft.labels[field.code]}
        autoFocus={autoFocus}
        invalid={issue !== undefined}
        onChange={(value, label) => set(field.code, value, label)}
      />
      {issue && (
        <p className={css.issue} role="alert">
          {issue}
        </p>
      )}
    </fieldset>
  );
}

/** The line under a child table: the first fields of the next record; Enter saves it and is ready for another. */
export function ChildAdd({ entity, columns, given }: Props) {
  const { t, language } = useLanguage();
  const phone = usePhone();
  const form = useCreate(entity, given);
  const [round, setRound] = useState(0);
  const [drawer, setDrawer] = useState(false);
  const inputs = columns.filter((field) => isEditable(field) && kindOf(field).editing === "inline" && !field.system);
  const add = async () => {
    if (form.busy || Object.keys(form.draft.values).length === 0) return;
    if ((await form.submit()) !== null) setRound((old) => old + 1);
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || event.nativeEvent.isComposing) return;
    if (!(event.target instanceof HTMLInputElement) || event.target.role === "combobox") return;
    event.preventDefault();
    void add();
  };
  const name = labelText(entity.label, language);
  const known = [...form.issues.keys()].some((code) => inputs.slice(0, INPUTS).some((field) => field.code === code));
  return (
    <>
      {!phone && (
        <fieldset className={css.add} aria-label={t("record.child.addRow", { name })} onKeyDown={onKey}>
          {inputs.slice(0, INPUTS).map((field, at) => (
            <AddInput key={`${field.code}-${round}`} field={field} form={form} autoFocus={round > 0 && at === 0} />
          ))}
          <Button icon={<PlusOutlined />} loading={form.busy} onClick={() => void add()}>
            {t("record.child.add")}
          </Button>
        </fieldset>
      )}
      {form.error !== null && !known && (
        <p className={css.issue} role="alert">
          {failureText(form.error, t)}
        </p>
      )}
      {(phone || inputs.length > INPUTS) && (
        <Button type="link" size="small" icon={<PlusOutlined />} onClick={() => setDrawer(true)}>
          {t(phone ? "record.child.addRow" : "record.child.more", { name })}
        </Button>
      )}
      {drawer && <CreateDrawer entity={entity} given={given} stay close={() => setDrawer(false)} />}
    </>
  );
}
