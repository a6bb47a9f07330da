import { CaretDownFilled, CaretRightFilled } from "@ant-design/icons";
import type { FieldInfo } from "@/api/types";
import { formatDecimal } from "@/core/decimal";
import { FieldValue } from "@/field/field-value";
import { useLanguage } from "@/i18n";
import type { GroupSection } from "@/list/use-grouped";
import css from "./gantt.module.css";

type Props = {
  section: GroupSection;
  field: FieldInfo | undefined;
  open: boolean;
  width: number;
  toggle: (key: string) => void;
};

/** The head of a group on a timeline: its value and how many records it has. */
export function GanttGroup({ section, field, open, width, toggle }: Props) {
  const { t } = useLanguage();
  const value = section.path.at(-1) ?? null;
  return (
    <div className={`${css.name} ${css.groupName}`} style={{ width }}>
      <button
        type="button"
        className={`plain ${css.toggle}`}
        aria-expanded={open}
        style={{ paddingLeft: section.depth * 16 }}
        onClick={() => toggle(section.key)}
      >
        {open ? <CaretDownFilled /> : <CaretRightFilled />}
        {field && value !== null ? (
          <FieldValue field={field} value={value} label={section.label ?? undefined} />
        ) : (
          <span className="faint">{t("views.blank")}</span>
        )}
        <span className="faint num">{formatDecimal(Number(section.figures.values[0] ?? 0))}</span>
      </button>
    </div>
  );
}
