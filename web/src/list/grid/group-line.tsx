import { CaretDownFilled, CaretRightFilled } from "@ant-design/icons";
import type { FieldInfo } from "@/api/types";
import { formatDecimal } from "@/core/decimal";
import { FieldValue } from "@/field/field-value";
import { useLanguage } from "@/i18n";
import { widthOf } from "../columns";
import type { GroupSection } from "../use-grouped";
import { Figure } from "./figure";
import css from "./grid.module.css";
import { CHECK_WIDTH, type GridProps, type Totalled } from "./types";

type Props = Pick<GridProps, "columns" | "widths"> & {
  /** The id of the line in the page. */
  line: string;
  section: GroupSection;
  field: FieldInfo | undefined;
  open: boolean;
  top: number;
  height: number;
  /** The figures that groups have, in their order after the count. */
  measured: Totalled[];
  toggle: (key: string) => void;
};

/** The head of a group: its value, how many records it has, and their figures below their columns. */
export function GroupLine({ line, section, field, open, top, height, measured, toggle, columns, widths }: Props) {
  const { t } = useLanguage();
  const value = section.path.at(-1) ?? null;
  const [count, ...values] = section.figures.values;
  const [first] = columns;
  return (
    <div
      id={line}
      role="row"
      className={`${css.row} ${css.group}`}
      style={{ height, transform: `translateY(${top}px)` }}
      data-depth={section.depth}
    >
      <div
        role="gridcell"
        className={`${css.cell} ${css.pinned} ${css.groupName}`}
        style={{ left: 0, width: CHECK_WIDTH + (first ? widthOf(first, widths, true) : 0) }}
      >
        <button
          type="button"
          className={`plain ${css.toggle}`}
          aria-expanded={open}
          style={{ paddingLeft: section.depth * 20 }}
          onClick={() => toggle(section.key)}
        >
          {open ? <CaretDownFilled /> : <CaretRightFilled />}
          {field && value !== null ? (
            <FieldValue field={field} value={value} label={section.label ?? undefined} />
          ) : (
            <span className="faint">{t("views.blank")}</span>
          )}
          <span className="faint num">{formatDecimal(Number(count ?? 0))}</span>
        </button>
      </div>
      {columns.slice(1).map((column) => {
        const at = measured.findIndex((one) => one.field.code === column.code);
        const total = measured[at];
        return (
          <div
            key={column.code}
            role="gridcell"
            className={`${css.cell} ${css.right}`}
            style={{ width: widthOf(column, widths, false) }}
          >
            {total && <Figure field={column} fn={total.fn} value={values[at] ?? null} />}
          </div>
        );
      })}
    </div>
  );
}
