import { useEffect } from "react";
import { visibleRange } from "@/core/keyset";
import { useLanguage } from "@/i18n";
import { widthOf } from "../columns";
import { isSelected } from "../selection";
import css from "./grid.module.css";
import { GridFooter } from "./grid-footer";
import { GridHeader } from "./grid-header";
import { GridRow } from "./grid-row";
import { CHECK_WIDTH, type GridProps } from "./types";
import { useGrid } from "./use-grid";

const AHEAD = 40;

/** A list as a table: only the visible rows are drawn, and the next page is read before the end comes in sight. */
export function Grid(props: GridProps) {
  const { t } = useLanguage();
  const { entity, columns, rows, widths, selected, loadMore, loadingMore, totals, live } = props;
  const { id, viewport, active, editing, actions, onKeyDown, onPaste, height } = useGrid(props);
  const { from, to } = visibleRange(viewport.view.top, viewport.view.height, height, rows.length);
  const near = to + AHEAD >= rows.length;
  useEffect(() => {
    if (near && loadMore && !loadingMore) loadMore();
  }, [near, loadMore, loadingMore]);
  const width = columns.reduce((sum, field, i) => sum + widthOf(field, widths, i === 0), CHECK_WIDTH);
  return (
    <div
      ref={viewport.element}
      role="grid"
      tabIndex={0}
      aria-label={t("list.table")}
      aria-rowcount={loadMore ? -1 : rows.length + 1}
      aria-colcount={columns.length + 1}
      aria-multiselectable
      aria-activedescendant={rows.length > 0 ? `${id}-${active.row}-${active.column}` : undefined}
      className={css.grid}
      style={{ scrollPaddingLeft: CHECK_WIDTH + (columns[0] ? widthOf(columns[0], widths, true) : 0) }}
      onScroll={viewport.look}
      onKeyDown={onKeyDown}
      onPaste={onPaste}
    >
      <div style={{ width, minWidth: "100%" }}>
        <GridHeader {...props} />
        <div className={css.body} role="rowgroup" style={{ height: rows.length * height }}>
          {rows.slice(from, to).map((row, i) => (
            <GridRow
              key={row.id}
              id={id}
              entity={entity}
              columns={columns}
              widths={widths}
              live={live}
              row={row}
              at={from + i}
              top={(from + i) * height}
              height={height}
              selected={isSelected(selected, row.id)}
              active={active.row === from + i ? active.column : -1}
              editing={editing && active.row === from + i}
              actions={actions}
            />
          ))}
        </div>
        {loadingMore && <div className={css.more}>{t("common.loading")}</div>}
        {totals && <GridFooter columns={columns} widths={widths} totals={totals} />}
      </div>
    </div>
  );
}
