import { Segmented } from "antd";
import { COLUMNS } from "@/core/layout/layout";
import { useLanguage } from "@/i18n";
import css from "./properties.module.css";

const CHOICES = [6, 8, 12, 16, 24];
const NAMES: Record<number, string> = { 6: "\u00bc", 8: "\u2153", 12: "\u00bd", 16: "\u2154", 24: "1" };

/** How much of a row a part takes; any of the 24 columns can be had by dragging its edge. */
export function Width({ span, set }: { span: number; set: (span: number) => void }) {
  const { t } = useLanguage();
  const options = (CHOICES.includes(span) ? CHOICES : [...CHOICES, span].sort((a, b) => a - b)).map((value) => ({
    value,
    label: NAMES[value] ?? `${value}/${COLUMNS}`,
  }));
  return (
    <div className={css.property}>
      <span className="muted">{t("builder.width")}</span>
      <Segmented<number> block value={span} options={options} onChange={set} aria-label={t("builder.width")} />
    </div>
  );
}
