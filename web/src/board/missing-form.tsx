import { Modal } from "antd";
import { useId, useState } from "react";
import type { FieldInfo, Row } from "@/api/types";
import type { Value } from "@/core/value";
import { kindOf } from "@/field/registry";
import { labelText, useLanguage } from "@/i18n";
import css from "./board.module.css";

type Props = {
  title: string;
  row: Row;
  fields: FieldInfo[];
  /** Why each of them is asked for, in the server's words. */
  issues: Map<string, string>;
  close: () => void;
  save: (values: Record<string, Value>) => Promise<void>;
};

type Typed = { value: Value; label?: string | string[] };

/** Asks for exactly what the server missed before a card may go on. */
export function MissingForm({ title, row, fields, issues, close, save }: Props) {
  const { t, language } = useLanguage();
  const id = useId();
  const [typed, setTyped] = useState<ReadonlyMap<string, Typed>>(
    () => new Map(fields.map(({ code }) => [code, { value: row.values[code] ?? null, label: row.labels[code] }])),
  );
  return (
    <Modal
      open
      title={title}
      okText={t("views.missingSave")}
      cancelText={t("common.cancel")}
      onCancel={close}
      onOk={() => void save(Object.fromEntries([...typed].map(([code, { value }]) => [code, value])))}
    >
      <p className="muted">{t("views.missingText")}</p>
      {fields.map((field, at) => {
        const { Input } = kindOf(field);
        const now = typed.get(field.code);
        return (
          Input && (
            <div key={field.code} className={css.missing}>
              <label htmlFor={`${id}-${field.code}`}>{labelText(field.label, language)}</label>
              <Input
                id={`${id}-${field.code}`}
                field={field}
                value={now?.value ?? null}
                label={now?.label}
                autoFocus={at === 0}
                onChange={(value, label) => setTyped(new Map(typed).set(field.code, { value, label }))}
              />
              <p className="faint">{issues.get(field.code)}</p>
            </div>
          )
        );
      })}
    </Modal>
  );
}
