import { DeleteOutlined, PlusOutlined } from "@ant-design/icons";
import { Button, Select } from "antd";
import { useId, useState } from "react";
import type { Document } from "@/api/definitions";
import type { ActionInfo, ParameterSchema } from "@/api/rules";
import { wordFor } from "@/builder/properties/simple-editors";
import { labelText, useLanguage } from "@/i18n";
import type { Inputs, ParameterProps } from "./input";
import {
  CredentialInput,
  DefinitionInput,
  DepartmentInput,
  EntityInput,
  FieldInput,
  GroupInput,
  MemberInput,
  OptionInput,
  RelationInput,
  RoleInput,
  RuleInput,
} from "./inputs/named";
import { RecipientsInput } from "./inputs/recipients";
import { Choice, Flag, Line, Numeric, Raw } from "./inputs/simple";
import { ConditionInput, DurationInput, Expression, TextInput, ValueInput, ValuesInput } from "./inputs/written";
import css from "./rule.module.css";
import { freshValue, inputOf, inSight, parametersOf, put, type Values, variantOf } from "./schema";
import type { Step } from "./steps";

const asValues = (value: unknown): Values =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Values) : {};

/** Parameters inside of one. */
function ObjectInput({ schema, value, set }: ParameterProps) {
  return <Parameters schema={schema} values={asValues(value)} set={set} />;
}

/** One of several shapes, each with parameters of its own. */
function VariantInput({ schema, id, value, set }: ParameterProps) {
  const { t, language } = useLanguage();
  const variants = schema.oneOf ?? [];
  const at = variantOf(schema, value);
  const chosen = variants[at];
  return (
    <>
      <Select<number>
        id={id}
        style={{ width: "100%" }}
        placeholder={t("rule.input.choose")}
        value={at < 0 ? undefined : at}
        options={variants.map((one, i) => ({
          value: i,
          label: labelText(one.title, language) || String(one.const ?? i + 1),
        }))}
        onChange={(i) => set(freshValue(variants[i] ?? {}))}
      />
      {chosen?.properties && <Parameters schema={chosen} values={asValues(value)} set={set} />}
    </>
  );
}

/** As many of something as one likes, one below the other. */
function ListInput({ schema, label, value, set, beside }: ParameterProps) {
  const { t } = useLanguage();
  const items = Array.isArray(value) ? value : [];
  const item = schema.items ?? {};
  const replace = (at: number, next: unknown) => set(items.map((one, i) => (i === at ? next : one)));
  return (
    <>
      {items.map((one, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: they have no name, and their place is what counts
        <div key={`${items.length}-${at}`} className={css.item}>
          <div className={css.itemBody}>
            <One
              schema={item}
              label={t("rule.input.item", { name: label, n: at + 1 })}
              value={one}
              set={(next) => replace(at, next)}
              beside={beside}
              bare
            />
          </div>
          <Button
            type="text"
            icon={<DeleteOutlined />}
            aria-label={`${t("rule.input.remove")} ${t("rule.input.item", { name: label, n: at + 1 })}`}
            onClick={() => set(items.filter((_, i) => i !== at))}
          />
        </div>
      ))}
      <Button
        type="link"
        size="small"
        className={css.flat}
        icon={<PlusOutlined />}
        onClick={() => set([...items, freshValue(item)])}
      >
        {t("rule.input.addTo", { name: label })}
      </Button>
    </>
  );
}

/** The input of each way to give a parameter. */
export const INPUT_OF: Inputs = {
  entity: { Component: EntityInput },
  field: { Component: FieldInput },
  relation: { Component: RelationInput },
  option: { Component: OptionInput },
  values: { Component: ValuesInput, group: true },
  value: { Component: ValueInput, group: true },
  text: { Component: TextInput },
  recipients: { Component: RecipientsInput },
  expression: { Component: Expression },
  condition: { Component: ConditionInput, group: true },
  credential: { Component: CredentialInput },
  group: { Component: GroupInput },
  department: { Component: DepartmentInput },
  role: { Component: RoleInput },
  member: { Component: MemberInput },
  duration: { Component: DurationInput },
  definition: { Component: DefinitionInput },
  rule: { Component: RuleInput },
  choice: { Component: Choice },
  flag: { Component: Flag },
  number: { Component: Numeric },
  line: { Component: Line },
  variant: { Component: VariantInput, group: true },
  list: { Component: ListInput, group: true },
  object: { Component: ObjectInput, group: true },
  raw: { Component: Raw },
};

type OneProps = Omit<ParameterProps, "id"> & {
  required?: boolean /** Named by what is around it. */;
  bare?: boolean;
};

function One({ schema, label, required = false, bare = false, ...rest }: OneProps) {
  const { language } = useLanguage();
  const id = useId();
  const { Component, group } = INPUT_OF[inputOf(schema)];
  const help = labelText(schema.help ?? schema.description, language);
  const input = <Component {...rest} schema={schema} label={label} id={id} />;
  const hint = help && <span className={css.hint}>{help}</span>;
  if (bare)
    return (
      <fieldset className={css.plain} aria-label={label}>
        {input}
      </fieldset>
    );
  const star = required && (
    <span className="bad" aria-hidden>
      {" *"}
    </span>
  );
  if (group) {
    return (
      <fieldset className={css.plain}>
        <legend>
          {label}
          {star}
        </legend>
        {input}
        {hint}
      </fieldset>
    );
  }
  return (
    <div className={css.labelled}>
      <label htmlFor={id}>
        {label}
        {star}
      </label>
      {input}
      {hint}
    </div>
  );
}

type ParametersProps = { schema: ParameterSchema; values: Values; set: (values: Values) => void };

/** An input for each parameter of a schema, in its order; those that are seldom needed once somebody asks. */
function Parameters({ schema, values, set }: ParametersProps) {
  const { t, language } = useLanguage();
  const [all, setAll] = useState(false);
  const asked = parametersOf(schema).filter(({ schema: one }) => one.const === undefined);
  const { shown, folded } = inSight(asked, values);
  return (
    <div className={css.inputs}>
      {(all ? asked : shown).map(({ name, schema: one, required }) => (
        <One
          key={name}
          schema={one}
          required={required}
          label={labelText(one.title, language) || wordFor(`rule.parameter.${name}`, name, t)}
          value={values[name]}
          set={(value) => set(put(values, name, value))}
          beside={values}
        />
      ))}
      {folded.length > 0 && !all && (
        <button type="button" className={`plain ${css.more}`} onClick={() => setAll(true)}>
          {t("rule.input.more")}
        </button>
      )}
    </div>
  );
}

type Props = { action: ActionInfo; step: Step; set: (values: Document, tag: string) => void };

/** What an action of the catalogue takes. */
export function ActionForm({ action, step, set }: Props) {
  const { language } = useLanguage();
  return (
    <>
      <p className={css.hint}>{labelText(action.help, language)}</p>
      <Parameters
        schema={action.parameters}
        values={asValues(step.with)}
        set={(values) => set(values, `with ${step.code}`)}
      />
    </>
  );
}
