import { DatePicker, InputNumber, Select } from "antd";
import dayjs from "dayjs";
import { useId } from "react";
import type { Words } from "@/core/layout/layout";
import { labelText, useLanguage } from "@/i18n";
import type { EntityDoc } from "../model/design";
import { LabelField } from "../properties/label-field";
import props from "../properties/properties.module.css";
import { Sentence } from "../properties/simple-editors";
import { type Change, isAskable, isKey, type PublicFormDoc } from "./model";

type Props = { doc: PublicFormDoc; entity: EntityDoc; change: Change };
type TextKey = "intro" | "thanks";

function Text({ name, doc, change }: { name: TextKey } & Omit<Props, "entity">) {
  const { t } = useLanguage();
  const id = useId();
  const limits = { properties: { zh: { maxLength: 2000 } } };
  return (
    <div className={props.property}>
      <label htmlFor={id}>{t(`publicForm.${name}`)}</label>
      <Sentence
        id={id}
        schema={limits}
        value={doc[name]}
        set={(words) => change({ ...doc, [name]: words as Words | undefined }, name)}
      />
    </div>
  );
}

/** Moments are those of the workspace's own time, and are kept so. */
function Moment({ name, doc, change }: { name: "opens" | "closes" } & Omit<Props, "entity">) {
  const { t } = useLanguage();
  const id = useId();
  return (
    <div className={props.property}>
      <label htmlFor={id}>{t(`publicForm.${name}`)}</label>
      <DatePicker
        id={id}
        showTime={{ format: "HH:mm" }}
        format="YYYY-MM-DD HH:mm"
        style={{ width: "100%" }}
        value={doc[name] === undefined ? null : dayjs(doc[name])}
        onChange={(picked) => change({ ...doc, [name]: picked ? picked.format("YYYY-MM-DDTHH:mm") : undefined })}
      />
    </div>
  );
}

function Limits({ doc, entity, change }: Props) {
  const { t, language } = useLanguage();
  const [quota, by, known, link] = [useId(), useId(), useId(), useId()];
  const nameOf = (code: string) => {
    const field = entity.fields.find((one) => one.code === code);
    return field ? labelText(field.label, language) : code;
  };
  const asked = doc.fields.map((one) => one.field);
  const keys = entity.fields.filter((field) => isKey(field) && asked.includes(field.code));
  const linkable = entity.fields.filter((field) => isAskable(field) && !asked.includes(field.code));
  const choice = (code: string) => ({ value: code, label: nameOf(code) });
  return (
    <>
      <div className={props.property}>
        <label htmlFor={quota}>{t("publicForm.quota")}</label>
        <InputNumber
          id={quota}
          min={1}
          precision={0}
          style={{ width: "100%" }}
          placeholder={t("publicForm.noQuota")}
          value={doc.quota ?? null}
          onChange={(value) => change({ ...doc, quota: value ?? undefined }, "quota")}
        />
      </div>
      <div className={props.property}>
        <label htmlFor={by}>{t("publicForm.duplicates")}</label>
        <Select
          id={by}
          allowClear
          style={{ width: "100%" }}
          placeholder={t("publicForm.noDuplicates")}
          value={doc.duplicates?.by}
          options={keys.map((field) => choice(field.code))}
          onChange={(code: string | undefined) =>
            change({ ...doc, duplicates: code ? { by: code, known: doc.duplicates?.known ?? "fill" } : undefined })
          }
        />
      </div>
      {doc.duplicates && (
        <div className={props.property}>
          <label htmlFor={known}>{t("publicForm.known")}</label>
          <Select
            id={known}
            style={{ width: "100%" }}
            value={doc.duplicates.known}
            options={(["fill", "skip"] as const).map((value) => ({ value, label: t(`publicForm.knownOf.${value}`) }))}
            onChange={(value) => change({ ...doc, duplicates: doc.duplicates && { ...doc.duplicates, known: value } })}
          />
        </div>
      )}
      <div className={props.property}>
        <label htmlFor={link}>{t("publicForm.fromLink")}</label>
        <Select
          id={link}
          mode="multiple"
          style={{ width: "100%" }}
          placeholder={t("publicForm.fromLinkHint")}
          value={doc.from_link ?? []}
          options={linkable.map((field) => choice(field.code))}
          onChange={(codes: string[]) => change({ ...doc, from_link: codes })}
        />
      </div>
    </>
  );
}

/** Everything of a public form but the fields it asks for. */
export function Settings(given: Props) {
  const { t } = useLanguage();
  const { doc, change } = given;
  return (
    <>
      <LabelField name={t("publicForm.name")} value={doc.label} set={(label) => change({ ...doc, label }, "label")} />
      <Text name="intro" doc={doc} change={change} />
      <Text name="thanks" doc={doc} change={change} />
      <Moment name="opens" doc={doc} change={change} />
      <Moment name="closes" doc={doc} change={change} />
      <Limits {...given} />
    </>
  );
}
