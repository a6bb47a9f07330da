import { InputNumber, Select } from "antd";
import type { FieldInfo } from "@/api/types";
import { BARE, type FilterRule } from "@/core/filter";
import { PERIODS } from "@/core/period";
import { texts, type Value } from "@/core/value";
import { kindOf } from "@/field/registry";
import { useLanguage } from "@/i18n";
import type { Names } from "./describe";
import css from "./filter.module.css";
import { operandField } from "./operators";

type Props = { field: FieldInfo; rule: FilterRule; change: (value: Value) => void; names: Names };

type InputProps = Omit<Props, "names">;

function PeriodInput({ rule, change }: InputProps) {
  const { t } = useLanguage();
  return (
    <Select
      value={rule.value as string}
      aria-label={t("filter.value")}
      options={PERIODS.map((period) => ({ value: period, label: t(`filter.period.${period}`) }))}
      onChange={change}
      style={{ width: "100%" }}
    />
  );
}

function DaysInput({ rule, change }: InputProps) {
  const { t } = useLanguage();
  return (
    <InputNumber
      value={Number(rule.value ?? 7)}
      min={1}
      max={3650}
      precision={0}
      aria-label={t("filter.value")}
      suffix={t("filter.days")}
      onChange={(days) => days !== null && change(Number(days))}
      style={{ width: "100%" }}
    />
  );
}

function BooleanInput({ rule, change }: InputProps) {
  const { t } = useLanguage();
  return (
    <Select
      value={rule.value === true}
      aria-label={t("filter.value")}
      options={[
        { value: true, label: t("common.yes") },
        { value: false, label: t("common.no") },
      ]}
      onChange={change}
      style={{ width: "100%" }}
    />
  );
}

function Between({ field, rule, change }: InputProps) {
  const { t } = useLanguage();
  const { Input } = kindOf(field);
  const [from = null, to = null] = Array.isArray(rule.value) ? rule.value : [];
  if (!Input) return null;
  return (
    <div className={css.between}>
      <Input field={field} value={from} onChange={(value) => change([value, to])} />
      <span className="faint">{t("filter.to")}</span>
      <Input field={field} value={to} onChange={(value) => change([from, value])} />
    </div>
  );
}

/** What a condition compares with, typed in the way of the field's kind. */
export function Operand({ field, rule, change, names }: Props) {
  if (BARE.has(rule.op)) return null;
  if (rule.op === "period") return <PeriodInput field={field} rule={rule} change={change} />;
  if (rule.op === "last_days" || rule.op === "next_days")
    return <DaysInput field={field} rule={rule} change={change} />;
  const typed = operandField(field, rule.op);
  if (typed.type === "boolean") return <BooleanInput field={field} rule={rule} change={change} />;
  if (rule.op === "between") return <Between field={typed} rule={rule} change={change} />;
  const asLine = typed.type === "long_text" || typed.type === "rich_text" || typed.type === "autonumber";
  const shown: FieldInfo = asLine ? { ...typed, type: "text" } : typed;
  const { Input } = kindOf(shown);
  if (!Input) return null;
  const label = shown.type === "relation" ? texts(rule.value).map((code) => names(field, code)) : undefined;
  return (
    <Input
      key={`${rule.field}-${rule.op}`}
      field={shown}
      value={rule.value ?? null}
      label={label}
      onChange={(value) => change(value)}
    />
  );
}
