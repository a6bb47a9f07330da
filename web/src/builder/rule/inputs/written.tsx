import { PlusOutlined } from "@ant-design/icons";
import { Button, Input, Select } from "antd";
import type { TextAreaRef } from "antd/es/input/TextArea";
import { useRef } from "react";
import { fillable, type ValueDoc } from "@/builder/button/model";
import { ValueChoice } from "@/builder/button/value-choice";
import { ValuesEditor } from "@/builder/button/values-editor";
import { useTyped } from "@/builder/properties/simple-editors";
import { RECORD_LINK } from "@/core/record-link";
import { ExpressionInput } from "@/expression/expression-input";
import { labelText, useLanguage } from "@/i18n";
import { ConditionEditor } from "../condition-editor";
import type { ParameterProps } from "../input";
import type { Condition, Span } from "../model";
import css from "../rule.module.css";
import { useRule } from "../rule-context";
import { scopeOf } from "../scope";
import { SpanInput } from "../span-input";
import { withInserted } from "../texts";
import { useEntityOf } from "./named";

/** A text in which the values of fields are put where their names stand in braces. */
export function TextInput({ schema, id, label, value, set }: ParameterProps) {
  const { t, language } = useLanguage();
  const { scope } = useRule();
  const [typed, setTyped] = useTyped(typeof value === "string" ? value : "");
  const area = useRef<TextAreaRef>(null);
  const put = (text: string) => {
    setTyped(text);
    set(text === "" ? undefined : text);
  };
  const insert = (code: string) => {
    const box = area.current?.resizableTextArea?.textArea;
    const { text, at } = withInserted(typed, code, box?.selectionStart ?? typed.length, box?.selectionEnd);
    put(text);
    requestAnimationFrame(() => {
      box?.focus();
      box?.setSelectionRange(at, at);
    });
  };
  return (
    <div className={css.texts}>
      <Input.TextArea
        id={id}
        ref={area}
        autoSize={{ minRows: 1, maxRows: 10 }}
        maxLength={schema.maxLength}
        value={typed}
        onChange={(event) => put(event.target.value)}
      />
      <Select<string | null>
        size="small"
        value={null}
        variant="borderless"
        prefix={<PlusOutlined aria-hidden />}
        aria-label={`${label} ${t("rule.input.insert")}`}
        placeholder={t("rule.input.insert")}
        showSearch={{ optionFilterProp: "label" }}
        popupMatchSelectWidth={240}
        className={css.insert}
        options={[
          ...scope.scope.fields.map((field) => ({ value: field.code, label: labelText(field.label, language) })),
          ...(schema["x-input"] === "linked_template" ? [{ value: RECORD_LINK, label: t("common.recordLink") }] : []),
        ]}
        onChange={(code) => code !== null && insert(code)}
      />
    </div>
  );
}

export function Expression({ label, id, value, set }: ParameterProps) {
  const { scope } = useRule();
  return (
    <ExpressionInput
      id={id}
      entity={scope.target.code}
      draft
      label={label}
      value={typeof value === "string" ? value : ""}
      onChange={(text) => set(text === "" ? undefined : text)}
    />
  );
}

/** A condition over the record, or over the records that are named beside it. */
export function ConditionInput({ schema, label, value, set, beside }: ParameterProps) {
  const { language } = useLanguage();
  const { scope } = useRule();
  const named = useEntityOf({ schema, beside });
  const other = schema["x-of"] !== undefined && named !== scope.target;
  return (
    <ConditionEditor
      key={named.code}
      entity={other ? scopeOf(named, scope.entities, language) : scope.scope}
      condition={value as Condition | undefined}
      label={label}
      set={set}
    />
  );
}

/** Field by field what is filled in, as with buttons. */
export function ValuesInput({ schema, value, set, beside }: ParameterProps) {
  const { scope } = useRule();
  const { fields } = useEntityOf({ schema, beside });
  return (
    <ValuesEditor
      entity={scope.target.code}
      fields={fillable([...fields])}
      values={Array.isArray(value) ? (value as ValueDoc[]) : []}
      by="rule"
      asks={false}
      set={(values) => set(values.map((one) => ({ ...one, value: one.value ?? "" })))}
    />
  );
}

/** The value of the field that stands beside it. */
export function ValueInput(props: ParameterProps) {
  const { schema, label, value, set, beside } = props;
  const { scope } = useRule();
  const named = beside[schema["x-of"] ?? "field"];
  const field = useEntityOf({ schema: {}, beside }).fields.find(({ code }) => code === named);
  if (!field) return <Expression {...props} />;
  return (
    <ValueChoice
      key={field.code}
      entity={scope.target.code}
      field={field}
      by="rule"
      label={label}
      value={typeof value === "string" ? value : undefined}
      set={set}
    />
  );
}

export function DurationInput({ label, id, value, set }: ParameterProps) {
  const { t } = useLanguage();
  const span = typeof value === "object" && value !== null ? (value as Span) : undefined;
  if (span === undefined) {
    return (
      <Button size="small" onClick={() => set({ days: 1 })} id={id}>
        {t("rule.input.addTo", { name: label })}
      </Button>
    );
  }
  return (
    <div className={css.inline}>
      <SpanInput id={id} label={label} span={span} set={set} />
      <Button type="text" size="small" onClick={() => set(undefined)}>
        {t("rule.input.remove")}
      </Button>
    </div>
  );
}
