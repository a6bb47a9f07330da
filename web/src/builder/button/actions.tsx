import { Checkbox, Input, Segmented, Select } from "antd";
import { type ComponentType, useId } from "react";
import type { ActionType } from "@/api/buttons";
import type { FieldInfo } from "@/api/types";
import { labelText, useLanguage } from "@/i18n";
import props from "../properties/properties.module.css";
import { type CallDoc, type CreateDoc, fillable, type OpenDoc, type RunDoc, type SetDoc } from "./model";
import { useTargets } from "./use-targets";
import { ValuesEditor } from "./values-editor";

/** An entity as the editors take it: with the fields of drafts and the system's. */
export type Target = { code: string; label: FieldInfo["label"]; fields: FieldInfo[] };
type Props<Doc> = { app: string; entity: Target; action: Doc; set: (action: Doc) => void };

/** What the builder knows of a type of action. */
export type ActionKind<Doc> = {
  /** What a new one of this type is at first. */
  fresh: (entity: Target) => Doc;
  Editor: ComponentType<Props<Doc>>;
};

type Options = { value: string; label: string }[];
type ChoiceProps = { name: string; value: string | undefined; options: Options; set: (value: string) => void };

function Choice({ name, value, options, set }: ChoiceProps) {
  const { t } = useLanguage();
  const id = useId();
  return (
    <div className={props.property}>
      <label htmlFor={id}>{name}</label>
      <Select
        id={id}
        style={{ width: "100%" }}
        placeholder={t("builder.choose")}
        showSearch={{ optionFilterProp: "label" }}
        value={value === "" ? undefined : value}
        options={options}
        onChange={set}
      />
    </div>
  );
}

const toOptions = (fields: FieldInfo[], language: "zh" | "en"): Options =>
  fields.map((field) => ({ value: field.code, label: labelText(field.label, language) }));

function SetEditor({ entity, action, set }: Props<SetDoc>) {
  return (
    <ValuesEditor
      entity={entity.code}
      fields={fillable(entity.fields)}
      values={action.values}
      by="button"
      asks
      set={(values) => set({ values })}
    />
  );
}

const pointing = (target: Target | undefined, entity: string) =>
  target?.fields.filter((field) => field.type === "relation" && field.entity === entity) ?? [];

function CreateEditor({ app, entity, action, set }: Props<CreateDoc>) {
  const { t, language } = useLanguage();
  const { entities } = useTargets(app);
  const target = entities.find((one) => one.code === action.entity);
  const back = pointing(target, entity.code);
  const fields = fillable(target?.fields ?? []).filter((field) => field.code !== action.back);
  return (
    <>
      <Choice
        name={t("buttonBuilder.createOf")}
        value={action.entity}
        options={entities.map((one) => ({ value: one.code, label: labelText(one.label, language) }))}
        set={(code) => {
          const first = pointing(
            entities.find((one) => one.code === code),
            entity.code,
          )[0];
          set({ ...action, entity: code, back: first?.code, values: [] });
        }}
      />
      {back.length > 0 && (
        <Choice
          name={t("buttonBuilder.back")}
          value={action.back}
          options={toOptions(back, language)}
          set={(code) => set({ ...action, back: code })}
        />
      )}
      <Checkbox
        checked={action.at_once === true}
        onChange={(event) => set({ ...action, at_once: event.target.checked || undefined })}
      >
        {t("buttonBuilder.atOnce")}
      </Checkbox>
      <ValuesEditor
        entity={entity.code}
        fields={fields}
        values={action.values ?? []}
        by="button"
        asks={action.at_once === true}
        set={(values) => set({ ...action, values })}
      />
    </>
  );
}

const TARGETS = ["url", "relation", "view"] as const;

function Address({ action, set, entity }: Props<OpenDoc>) {
  const { t, language } = useLanguage();
  const id = useId();
  const url = action.url ?? "";
  return (
    <div className={props.property}>
      <label htmlFor={id}>{t("buttonBuilder.url")}</label>
      <Input.TextArea
        id={id}
        autoSize={{ minRows: 2, maxRows: 6 }}
        maxLength={2000}
        value={url}
        onChange={(event) => set({ url: event.target.value })}
      />
      <Select
        value={null}
        aria-label={t("buttonBuilder.insertField")}
        placeholder={t("buttonBuilder.insertField")}
        options={toOptions(entity.fields, language)}
        onChange={(code: string | null) => code !== null && set({ url: `${url}{${code}}` })}
      />
      <span className={props.hint}>{t("buttonBuilder.urlHint")}</span>
    </div>
  );
}

function OpenEditor(given: Props<OpenDoc>) {
  const { app, entity, action, set } = given;
  const { t, language } = useLanguage();
  const { views } = useTargets(app);
  const kind = TARGETS.find((one) => action[one] !== undefined) ?? "url";
  const relations = entity.fields.filter((field) => field.type === "relation" && field.many !== true);
  const first = { url: "https://", relation: relations[0]?.code, view: views[0]?.code };
  return (
    <>
      <Segmented<(typeof TARGETS)[number]>
        block
        aria-label={t("buttonBuilder.openWhat")}
        value={kind}
        options={TARGETS.map((value) => ({
          value,
          label: t(`buttonBuilder.target.${value}`),
          disabled: first[value] === undefined,
        }))}
        onChange={(next) => set({ [next]: first[next] })}
      />
      {kind === "url" && <Address {...given} />}
      {kind === "relation" && (
        <Choice
          name={t("buttonBuilder.relation")}
          value={action.relation}
          options={toOptions(relations, language)}
          set={(relation) => set({ relation })}
        />
      )}
      {kind === "view" && (
        <Choice
          name={t("buttonBuilder.view")}
          value={action.view}
          options={views.map((one) => ({ value: one.code, label: labelText(one.label, language) }))}
          set={(view) => set({ view })}
        />
      )}
    </>
  );
}

function CallEditor({ entity, action, set }: Props<CallDoc>) {
  const { t, language } = useLanguage();
  const phones = entity.fields.filter((field) => field.type === "phone");
  return (
    <>
      <Choice
        name={t("buttonBuilder.phone")}
        value={action.field}
        options={toOptions(phones, language)}
        set={(field) => set({ field })}
      />
      {phones.length === 0 && <span className={props.hint}>{t("buttonBuilder.noPhone")}</span>}
    </>
  );
}

function RunEditor({ app, entity, action, set }: Props<RunDoc>) {
  const { t, language } = useLanguage();
  const rules = useTargets(app).rules.filter((rule) => rule.entity === entity.code);
  return (
    <>
      <Choice
        name={t("buttonBuilder.rule")}
        value={action.rule}
        options={rules.map((one) => ({ value: one.code, label: labelText(one.label, language) }))}
        set={(rule) => set({ rule })}
      />
      {rules.length === 0 && <span className={props.hint}>{t("buttonBuilder.noRule")}</span>}
    </>
  );
}

type Kinds = { set: SetDoc; create: CreateDoc; open: OpenDoc; call: CallDoc; run: RunDoc };

/** Every type of action, by its name in definitions. */
export const ACTION_KINDS: { [Type in ActionType]: ActionKind<Kinds[Type]> } = {
  set: { fresh: () => ({ values: [] }), Editor: SetEditor },
  create: { fresh: (entity) => ({ entity: entity.code, values: [] }), Editor: CreateEditor },
  open: { fresh: () => ({ url: "https://" }), Editor: OpenEditor },
  call: {
    fresh: (entity) => ({ field: entity.fields.find((field) => field.type === "phone")?.code ?? "" }),
    Editor: CallEditor,
  },
  run: { fresh: () => ({ rule: "" }), Editor: RunEditor },
};

/** The kind for code that does not care which it is. */
export const kindOfAction = (type: ActionType) => ACTION_KINDS[type] as unknown as ActionKind<unknown>;
