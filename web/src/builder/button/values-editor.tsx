import { DeleteOutlined } from "@ant-design/icons";
import { Button, Checkbox, Select } from "antd";
import type { FieldInfo } from "@/api/types";
import { labelText, useLanguage } from "@/i18n";
import css from "./builder.module.css";
import type { FilledBy, ValueDoc } from "./model";
import { ValueChoice } from "./value-choice";

type RowProps = {
  entity: string;
  field: FieldInfo;
  value: ValueDoc;
  by: FilledBy;
  asks: boolean;
  set: (value: ValueDoc) => void;
  remove: () => void;
};

/** Without what is not set, as the server keeps it. */
const bare = (value: ValueDoc): ValueDoc =>
  Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined && one !== false)) as ValueDoc;

function Row({ entity, field, value, by, asks, set, remove }: RowProps) {
  const { t, language } = useLanguage();
  const name = labelText(field.label, language);
  return (
    <li className={css.value}>
      <div className={css.valueHead}>
        <strong className="ellipsis">{name}</strong>
        <Button
          type="text"
          size="small"
          icon={<DeleteOutlined />}
          aria-label={t("buttonBuilder.removeValue", { name })}
          onClick={remove}
        />
      </div>
      <ValueChoice
        entity={entity}
        field={field}
        by={by}
        label={t(value.ask ? "buttonBuilder.proposal" : "buttonBuilder.valueOf", { name })}
        value={value.value}
        set={(text) => set(bare({ ...value, value: text }))}
      />
      {asks && (
        <div className={css.flags}>
          <Checkbox
            checked={value.ask === true}
            onChange={(event) =>
              set(bare({ ...value, ask: event.target.checked, required: event.target.checked && value.required }))
            }
          >
            {t("buttonBuilder.ask")}
          </Checkbox>
          {value.ask && (
            <Checkbox
              checked={value.required === true}
              onChange={(event) => set(bare({ ...value, required: event.target.checked }))}
            >
              {t("builder.property.required")}
            </Checkbox>
          )}
        </div>
      )}
    </li>
  );
}

type Props = {
  entity: string;
  fields: FieldInfo[];
  values: ValueDoc[];
  by: FilledBy;
  /** Whether people can be asked before; a form that opens asks for everything. */
  asks: boolean;
  set: (values: ValueDoc[]) => void;
};

/** What a button fills in, field by field. */
export function ValuesEditor({ entity, fields, values, by, asks, set }: Props) {
  const { t, language } = useLanguage();
  const free = fields.filter((field) => !values.some((one) => one.field === field.code));
  return (
    <>
      <ul className={css.values}>
        {values.map((value, at) => {
          const field = fields.find((one) => one.code === value.field);
          return (
            <Row
              key={value.field}
              entity={entity}
              field={field ?? { code: value.field, type: "text", label: value.field }}
              value={value}
              by={by}
              asks={asks}
              set={(next) => set(values.map((one, i) => (i === at ? next : one)))}
              remove={() => set(values.filter((_, i) => i !== at))}
            />
          );
        })}
      </ul>
      <Select
        value={null}
        aria-label={t("buttonBuilder.addValue")}
        placeholder={t("buttonBuilder.addValue")}
        style={{ width: "100%" }}
        showSearch={{ optionFilterProp: "label" }}
        options={free.map((field) => ({ value: field.code, label: labelText(field.label, language) }))}
        onChange={(code: string | null) => code !== null && set([...values, { field: code }])}
      />
    </>
  );
}
