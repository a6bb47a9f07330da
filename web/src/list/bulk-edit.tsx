import { Modal, Select } from "antd";
import { useId, useState } from "react";
import type { EntityInfo } from "@/api/types";
import type { Value } from "@/core/value";
import { isEditable, kindOf } from "@/field/registry";
import { labelText, useLanguage } from "@/i18n";
import css from "./list.module.css";

type Props = {
  entity: EntityInfo;
  size: string;
  busy: boolean;
  apply: (set: Record<string, Value>) => Promise<void>;
  close: () => void;
};

/** One field, one new value, many records. */
export function BulkEdit({ entity, size, busy, apply, close }: Props) {
  const { t, language } = useLanguage();
  const id = useId();
  const fields = entity.fields.filter((field) => isEditable(field) && !field.unique);
  const [code, setCode] = useState<string | undefined>();
  const [value, setValue] = useState<Value>(null);
  const [label, setLabel] = useState<string | string[] | undefined>();
  const field = fields.find((one) => one.code === code);
  const Input = field && kindOf(field).Input;
  return (
    <Modal
      open
      title={t("list.bulkEdit")}
      okText={t("list.bulkApply", { n: size })}
      okButtonProps={{ disabled: !field, loading: busy }}
      onOk={() => field && void apply({ [field.code]: value })}
      onCancel={close}
    >
      <div className={css.form}>
        <label htmlFor={`${id}-field`}>{t("list.bulkField")}</label>
        <Select
          id={`${id}-field`}
          value={code}
          showSearch={{ optionFilterProp: "label" }}
          options={fields.map((one) => ({ value: one.code, label: labelText(one.label, language) }))}
          onChange={(next) => {
            setCode(next);
            setValue(
              kindOf(fields.find((one) => one.code === next) ?? { code: "", type: "text", label: "" }).types.includes(
                "boolean",
              )
                ? false
                : null,
            );
            setLabel(undefined);
          }}
        />
        {field && Input && (
          <>
            <label htmlFor={`${id}-value`}>{t("list.bulkValue")}</label>
            <Input
              key={field.code}
              id={`${id}-value`}
              field={field}
              value={value}
              label={label}
              onChange={(next, text) => {
                setValue(next);
                setLabel(text);
              }}
            />
          </>
        )}
        <p className="muted">{t("list.bulkHint", { n: size })}</p>
      </div>
    </Modal>
  );
}
