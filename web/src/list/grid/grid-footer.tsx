import { numericText } from "@/field/numeric";
import { kindOf, shownAs } from "@/field/registry";
import { useLanguage } from "@/i18n";
import { widthOf } from "../columns";
import css from "./grid.module.css";
import { CHECK_WIDTH, type GridProps } from "./types";

/** Sums over all records of the list, not only those that are loaded. */
export function GridFooter({ columns, widths, totals }: Pick<GridProps, "columns" | "widths" | "totals">) {
  const { t } = useLanguage();
  return (
    <div role="row" className={css.footer}>
      <div role="gridcell" className={`${css.cell} ${css.pinned}`} style={{ width: CHECK_WIDTH, left: 0 }} />
      {columns.map((field, column) => {
        const total = totals?.[field.code];
        const pinned = column === 0;
        return (
          <div
            key={field.code}
            role="gridcell"
            className={`${css.cell} ${pinned ? css.pinned : ""} ${kindOf(field).align === "right" ? css.right : ""}`}
            style={{ width: widthOf(field, widths, pinned), ...(pinned ? { left: CHECK_WIDTH } : {}) }}
          >
            {pinned && <span className="faint">{t("list.total")}</span>}
            {total != null && (
              <span className="num ellipsis" title={numericText(shownAs(field), total)}>
                {numericText(shownAs(field), total)}
              </span>
            )}
          </div>
        );
      })}
    </div>
  );
}
