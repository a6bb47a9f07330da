import { useEffect } from "react";
import type { Row } from "@/api/types";
import { visibleRange } from "@/core/keyset";
import { useLanguage } from "@/i18n";
import { widthOf } from "../columns";
import { isSelected } from "../selection";
import type { GridLine } from "../use-grouped";
import css from "./grid.module.css";
import { GridFooter } from "./grid-footer";
import { GridHeader } from "./grid-header";
import { GridRow } from "./grid-row";
import { GroupLine } from "./group-line";
import { CHECK_WIDTH, type GridProps } from "./types";
import { useGrid } from "./use-grid";

const AHEAD = 40;

type Place = { at: number; top: number; height: number };
type LineProps = { grid: GridProps; state: ReturnType<typeof useGrid> };

function RowLine({ grid, state, row, at, top, height }: LineProps & Place & { row: Row }) {
  const { id, active, editing, actions } = state;
  return (
    <GridRow
      id={id}
      entity={grid.entity}
      columns={grid.columns}
      widths={grid.widths}
      live={grid.live}
      row={row}
      at={at}
      top={top}
      height={height}
      selected={isSelected(grid.selected, row.id)}
      active={active.row === at ? active.column : -1}
      editing={editing && active.row === at}
      hue={grid.paint?.(row)}
      unread={grid.unread?.(row) ?? false}
      actions={actions}
    />
  );
}

function OtherLine({ grid, line, top, height }: { grid: GridProps; line: GridLine } & Omit<Place, "at">) {
  if (line.kind !== "group") {
    return (
      <div className={css.wait} style={{ height, transform: `translateY(${top}px)` }}>
        <i />
      </div>
    );
  }
  const { grouping, columns, widths, totals } = grid;
  return (
    <GroupLine
      section={line.section}
      field={grouping?.fields[line.section.depth]}
      open={line.open}
      top={top}
      height={height}
      measured={totals ?? []}
      toggle={(key) => grouping?.toggle(key)}
      columns={columns}
      widths={widths}
    />
  );
}

/** What is in sight: the rows of a plain list, or the lines of a grouped one. */
function Body({ grid, state }: LineProps) {
  const { rows, grouping, loadMore, loadingMore } = grid;
  const { viewport, height } = state;
  const count = grouping ? grouping.lines.length : rows.length;
  const { from, to } = visibleRange(viewport.view.top, viewport.view.height, height, count);
  const near = to + AHEAD >= count;
  const visible = grouping?.lines.slice(from, to);
  useEffect(() => {
    if (near && loadMore && !loadingMore) loadMore();
  }, [near, loadMore, loadingMore]);
  useEffect(() => {
    if (visible) grouping?.reach(visible);
  });
  return (
    <div className={css.body} role="rowgroup" style={{ height: count * height }}>
      {visible
        ? visible.map((line, i) => {
            const top = (from + i) * height;
            return line.kind === "row" ? (
              <RowLine
                key={line.row.id}
                grid={grid}
                state={state}
                row={line.row}
                at={line.at}
                top={top}
                height={height}
              />
            ) : (
              <OtherLine
                key={line.kind === "group" ? line.section.key : `wait-${from + i}`}
                grid={grid}
                line={line}
                top={top}
                height={height}
              />
            );
          })
        : rows
            .slice(from, to)
            .map((row, i) => (
              <RowLine
                key={row.id}
                grid={grid}
                state={state}
                row={row}
                at={from + i}
                top={(from + i) * height}
                height={height}
              />
            ))}
    </div>
  );
}

/** A list as a table: only the visible rows are drawn, and the next page is read before the end comes in sight. */
export function Grid(props: GridProps) {
  const { t } = useLanguage();
  const { columns, rows, widths, loadMore, loadingMore, totals, chooseTotal, after } = props;
  const state = useGrid(props);
  const { id, viewport, active, onKeyDown, onPaste } = state;
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
        <Body grid={props} state={state} />
        {loadingMore && <div className={css.more}>{t("common.loading")}</div>}
        {after && <div className={css.after}>{after}</div>}
        {totals && <GridFooter columns={columns} widths={widths} totals={totals} chooseTotal={chooseTotal} />}
      </div>
    </div>
  );
}
