import { InputNumber, Select, Space } from "antd";
import { useLanguage } from "@/i18n";
import { SPANS, type Span, type SpanUnit } from "./model";

type Props = {
  span: Span | undefined;
  units?: readonly SpanUnit[];
  label: string;
  id?: string;
  set: (span: Span) => void;
};

/** A length of time: how many of which unit. */
export function SpanInput({ span, units = SPANS, label, id, set }: Props) {
  const { t } = useLanguage();
  const unit = SPANS.find((one) => span?.[one] !== undefined) ?? units[0] ?? "days";
  const amount = Math.abs(span?.[unit] ?? 0);
  return (
    <Space.Compact>
      <InputNumber
        id={id}
        aria-label={`${label} ${t("rule.amount")}`}
        min={1}
        max={100_000}
        precision={0}
        value={amount === 0 ? null : amount}
        style={{ width: 90 }}
        onChange={(next) => set({ [unit]: next ?? 1 })}
      />
      <Select<SpanUnit>
        aria-label={`${label} ${t("rule.unitOf")}`}
        value={unit}
        style={{ width: 120 }}
        options={units.map((one) => ({ value: one, label: t(`rule.unit.${one}`) }))}
        onChange={(next) => set({ [next]: amount || 1 })}
      />
    </Space.Compact>
  );
}
