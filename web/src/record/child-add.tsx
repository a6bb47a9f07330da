import { PlusOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { type KeyboardEvent, useState } from "react";
import type { EntityInfo, FieldInfo } from "@/api/types";
import { failureText } from "@/app/failure";
import { usePhone } from "@/app/use-phone";
import type { Value } from "@/core/value";
import { kindOf } from "@/field/registry";
import { labelText, useLanguage } from "@/i18n";
import css from "./children.module.css";
import { CreateDrawer } from "./create-drawer";
import { FormField } from "./form-field";
import { useCreate } from "./use-create";

const INPUTS = 4;

type Props = { entity: EntityInfo; columns: FieldInfo[]; given: Record<string, Value> };
/** The line under a child table: the first fields of the next record; Enter saves it and is ready for another. */
export function ChildAdd({ entity, columns, given }: Props) {
  const { t, language } = useLanguage();
  const phone = usePhone();
  const form = useCreate(entity, given);
  const [round, setRound] = useState(0);
  const [drawer, setDrawer] = useState(false);
  const inputs = columns.flatMap(({ code }) =>
    form.fields.filter((field) => field.code === code && !field.readonly && kindOf(field).editing === "inline"),
  );
  const add = async () => {
    if (form.busy || form.untouched) return;
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
            <fieldset
              key={`${field.code}-${round}`}
              className={css.input}
              aria-label={labelText(field.label, language)}
            >
              <FormField
                bare
                field={field}
                value={form.draft.values[field.code] ?? null}
                label={form.draft.labels[field.code]}
                issue={form.issues.get(field.code)}
                autoFocus={round > 0 && at === 0}
                set={form.set}
              />
            </fieldset>
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
