import { useQuery } from "@tanstack/react-query";
import { Segmented, Select } from "antd";
import { formsQuery } from "@/api/forms";
import type { BlockOf } from "@/core/record-page";
import { labelText, useLanguage } from "@/i18n";
import css from "../../properties/properties.module.css";
import type { PropertiesProps } from "../kinds";
import { fieldChoices } from "./choices";
import { OrderList } from "./order-list";

type Facts = BlockOf<"facts", string>;
const WAYS = ["standard", "form", "fields"] as const;
type Way = (typeof WAYS)[number];

const wayOf = ({ form, fields }: Facts): Way =>
  fields !== undefined ? "fields" : form !== undefined ? "form" : "standard";

/** Which fields stand there: as the standard form has them, as another form, or chosen one by one. */
export function FactsProperties({ block, set, entity }: PropertiesProps<"facts">) {
  const { t, language } = useLanguage();
  const forms = (useQuery(formsQuery).data ?? []).filter((one) => one.entity === entity.code && !one.standard);
  const way = wayOf(block);
  const choose = (next: Way) =>
    set(({ form: _f, fields: _s, ...rest }) => {
      if (next === "standard") return rest;
      return next === "fields" ? { ...rest, fields: [] } : { ...rest, form: forms[0]?.code ?? entity.code };
    });
  return (
    <>
      <div className={css.property}>
        <span className="muted">{t("page.build.factsBy")}</span>
        <Segmented<Way>
          block
          aria-label={t("page.build.factsBy")}
          value={way}
          options={WAYS.map((value) => ({
            value,
            label: t(`page.build.by.${value}`),
            disabled: value === "form" && forms.length === 0,
          }))}
          onChange={choose}
        />
        {way === "standard" && <p className={css.hint}>{t("page.build.standardHint")}</p>}
      </div>
      {way === "form" && (
        <Select
          aria-label={t("page.build.by.form")}
          value={block.form}
          options={forms.map((one) => ({ value: one.code, label: labelText(one.label, language) }))}
          onChange={(form) => set((one) => ({ ...one, form }))}
        />
      )}
      {way === "fields" && (
        <OrderList
          label={t("page.build.fields")}
          choices={fieldChoices(entity, language)}
          chosen={block.fields ?? []}
          set={(fields) => set((one) => ({ ...one, fields }))}
        />
      )}
    </>
  );
}
