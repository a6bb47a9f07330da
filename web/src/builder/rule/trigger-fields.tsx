import { useQuery } from "@tanstack/react-query";
import { Select } from "antd";
import type { ComponentType } from "react";
import { definitionsQuery } from "@/api/definitions";
import { labelText, useLanguage } from "@/i18n";
import { FieldChoice, FieldValues } from "./field-values";
import { Labelled } from "./labelled";
import type { TriggerKind } from "./model";
import { useRule } from "./rule-context";
import { DateFields, IdleFields, ScheduleFields } from "./time-fields";
import { changingFields, standingFields } from "./triggers";
import { useSaid } from "./use-said";
import { WebhookFields } from "./webhook-fields";

function CreatedFields() {
  const { t, language } = useLanguage();
  const { app, doc } = useRule();
  const { said, set } = useSaid("created");
  const forms = (useQuery(definitionsQuery(app)).data ?? []).filter(
    (one) => one.kind === "public_form" && one.definition?.entity === doc.entity,
  );
  if (forms.length === 0 && said.form === undefined) return null;
  return (
    <Labelled label={t("rule.form")}>
      {(id) => (
        <Select<string>
          id={id}
          allowClear
          placeholder={t("rule.anyWay")}
          value={said.form}
          options={forms.map(({ code, label }) => ({ value: code, label: labelText(label, language) }))}
          onChange={(form: string | undefined) => set({ form })}
        />
      )}
    </Labelled>
  );
}

function UpdatedFields() {
  const { t, language } = useLanguage();
  const { scope } = useRule();
  const { said, set } = useSaid("updated");
  const fields = changingFields(scope.target.fields);
  return (
    <Labelled label={t("rule.fields")}>
      {(id) => (
        <Select<string[]>
          id={id}
          mode="multiple"
          showSearch={{ optionFilterProp: "label" }}
          placeholder={t("rule.anyField")}
          value={said.fields ?? []}
          options={fields.map(({ code, label }) => ({ value: code, label: labelText(label, language) }))}
          onChange={(picked) => set({ fields: picked.length === 0 ? undefined : picked })}
        />
      )}
    </Labelled>
  );
}

function ChangedFields() {
  const { t } = useLanguage();
  const { scope } = useRule();
  const { said, set } = useSaid("changed");
  const field = scope.target.fields.find(({ code }) => code === said.field);
  const side = (name: "from" | "to") => (
    <Labelled label={t(name === "from" ? "rule.from" : "rule.become")}>
      {(id) => (
        <FieldValues
          id={id}
          field={field}
          values={said[name]}
          placeholder={t("rule.anyValue")}
          set={(values) => set({ [name]: values.length === 0 ? undefined : values })}
        />
      )}
    </Labelled>
  );
  return (
    <>
      <Labelled label={t("rule.field")}>
        {(id) => (
          <FieldChoice
            id={id}
            fields={changingFields(scope.target.fields)}
            value={said.field}
            set={(code = "") => set({ field: code, from: undefined, to: undefined })}
          />
        )}
      </Labelled>
      {side("from")}
      {side("to")}
    </>
  );
}

function StoodFields({ kind }: { kind: "entered" | "left" }) {
  const { t } = useLanguage();
  const { scope } = useRule();
  const { said, set } = useSaid(kind);
  return (
    <>
      <Labelled label={t("rule.field")}>
        {(id) => (
          <FieldChoice
            id={id}
            fields={standingFields(scope.target.fields)}
            value={said.field}
            set={(code = "") => set({ field: code, values: [] })}
          />
        )}
      </Labelled>
      <Labelled label={t("rule.values")} required>
        {(id) => (
          <FieldValues
            id={id}
            field={scope.target.fields.find(({ code }) => code === said.field)}
            values={said.values}
            set={(values) => set({ values })}
          />
        )}
      </Labelled>
    </>
  );
}

/** What is said of each trigger beside its name; nothing of some. */
export const TRIGGER_FIELDS: Partial<Record<TriggerKind, ComponentType>> = {
  created: CreatedFields,
  updated: UpdatedFields,
  changed: ChangedFields,
  entered: () => <StoodFields kind="entered" />,
  left: () => <StoodFields kind="left" />,
  date: DateFields,
  idle: IdleFields,
  schedule: ScheduleFields,
  webhook: WebhookFields,
};
