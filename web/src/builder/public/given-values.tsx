import { DeleteOutlined } from "@ant-design/icons";
import { Button, Select } from "antd";
import { labelText, useLanguage } from "@/i18n";
import { FormField } from "@/record/form-field";
import { asInfo, type EntityDoc } from "../model/design";
import { type Change, isAskable, type PublicFormDoc } from "./model";
import css from "./public.module.css";

type Props = { doc: PublicFormDoc; entity: EntityDoc; change: Change };

/** Values that each submission has without being asked for, such as where it comes from. */
export function GivenValues({ doc, entity, change }: Props) {
  const { t, language } = useLanguage();
  const given = doc.given ?? [];
  const taken = [...doc.fields, ...given].map((one) => one.field);
  const free = entity.fields.filter(
    (field) => isAskable(field) && field.type !== "multi_select" && !taken.includes(field.code),
  );
  const without = (code: string) => given.filter((one) => one.field !== code);
  return (
    <div className={css.given}>
      {given.map((one) => {
        const field = entity.fields.find((it) => it.code === one.field);
        if (field === undefined) return null;
        const name = labelText(field.label, language);
        return (
          <div key={one.field} className={css.givenRow}>
            <FormField
              className={css.whole}
              field={{ ...asInfo(field), required: false }}
              value={one.value === "" ? null : one.value}
              set={(code, value) => {
                const plain = typeof value === "object" ? "" : value;
                const next = given.map((it) => (it.field === code ? { ...it, value: plain } : it));
                change({ ...doc, given: next }, `given:${code}`);
              }}
            />
            <Button
              type="text"
              icon={<DeleteOutlined />}
              aria-label={t("publicForm.removeGiven", { name })}
              onClick={() => change({ ...doc, given: without(one.field) })}
            />
          </div>
        );
      })}
      {free.length > 0 && (
        <Select
          value={null}
          aria-label={t("publicForm.addGiven")}
          placeholder={t("publicForm.addGiven")}
          style={{ width: "100%" }}
          options={free.map((field) => ({ value: field.code, label: labelText(field.label, language) }))}
          onChange={(code: string | null) =>
            code !== null && change({ ...doc, given: [...given, { field: code, value: "" }] })
          }
        />
      )}
    </div>
  );
}
