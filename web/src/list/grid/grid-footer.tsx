import { Dropdown } from "antd";
import { memo } from "react";
import { kindOf } from "@/field/registry";
import { labelText, useLanguage } from "@/i18n";
import { totalsOf } from "@/views/needs";
import { widthOf } from "../columns";
import { Figure } from "./figure";
import css from "./grid.module.css";
import { CHECK_WIDTH, type GridProps, type Totalled } from "./types";

type Props = Pick<GridProps, "columns" | "widths" | "totals" | "chooseTotal">;
type CellProps = Pick<Props, "chooseTotal"> & { total: Totalled | undefined; field: Props["columns"][number] };

function FooterCell({ field, total, chooseTotal }: CellProps) {
  const { t, language } = useLanguage();
  const name = labelText(field.label, language);
  const figure = total && (
    <>
      {total.fn !== "sum" && <span className={css.totalName}>{t(`views.totals.${total.fn}`)}</span>}
      <Figure field={field} fn={total.fn} value={total.value} />
    </>
  );
  const offered = totalsOf(field);
  if (!chooseTotal || offered.length === 0) return figure ?? null;
  const items = [...offered, "none" as const].map((fn) => ({ key: fn, label: t(`views.totals.${fn}`) }));
  return (
    <Dropdown
      trigger={["click"]}
      menu={{
        items,
        selectable: true,
        selectedKeys: [total?.fn ?? "none"],
        onClick: ({ key }) => chooseTotal(field.code, key as ReturnType<typeof totalsOf>[number] | "none"),
      }}
    >
      <button type="button" className={`plain ${css.total}`} aria-label={t("views.chooseTotal", { name })}>
        {figure ?? <span className={css.noTotal}>{t("views.totals.choose")}</span>}
      </button>
    </Dropdown>
  );
}

/**
 * Figures over all records of the list, not only those that are loaded; which ones, a click chooses. It is not drawn again
 * while one scrolls.
 */
export const GridFooter = memo(function GridFooter({ columns, widths, totals, chooseTotal }: Props) {
  const { t } = useLanguage();
  return (
    <div role="row" className={css.footer}>
      <div role="gridcell" className={`${css.cell} ${css.pinned}`} style={{ width: CHECK_WIDTH, left: 0 }} />
      {columns.map((field, column) => {
        const pinned = column === 0;
        return (
          <div
            key={field.code}
            role="gridcell"
            className={`${css.cell} ${pinned ? css.pinned : ""} ${kindOf(field).align === "right" ? css.right : ""}`}
            style={{ width: widthOf(field, widths, pinned), ...(pinned ? { left: CHECK_WIDTH } : {}) }}
          >
            {pinned ? (
              <span className="faint">{t("list.total")}</span>
            ) : (
              <FooterCell
                field={field}
                total={totals?.find((one) => one.field.code === field.code)}
                chooseTotal={chooseTotal}
              />
            )}
          </div>
        );
      })}
    </div>
  );
});
