import { useEffect } from "react";
import type { Row } from "@/api/types";
import { inSlots, visibleRange } from "@/core/keyset";
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

type Place = { line: string; top: number; height: number };
const lineId = ({ id }: { id: string }, place: number) => `${id}-line-${place}`;

type LineProps = { grid: GridProps; state: ReturnType<typeof useGrid> };

function RowLine({ grid, state, row, at, ...place }: LineProps & Place & { row: Row; at: number }) {
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
      {...place}
      selected={isSelected(grid.selected, row.id)}
      active={active.row === at ? active.column : -1}
      editing={editing && active.row === at}
      hue={grid.paint?.(row)}
      menu={grid.menu !== undefined}
      unread={grid.unread?.(row) ?? false}
      actions={actions}
    />
  );
}

function OtherLine({ grid, of, ...place }: { grid: GridProps; of: GridLine } & Place) {
  if (of.kind !== "group") {
    const { line, top, height } = place;
    return (
      <div id={line} className={css.wait} style={{ height, transform: `translateY(${top}px)` }}>
        <i />
      </div>
    );
  }
  const { grouping, columns, widths, totals } = grid;
  return (
    <GroupLine
      {...place}
      section={of.section}
      field={grouping?.fields[of.section.depth]}
      open={of.open}
      measured={totals ?? []}
      toggle={(key) => grouping?.toggle(key)}
      columns={columns}
      widths={widths}
    />
  );
}

function linesOf({ rows, grouping }: GridProps, from: number, to: number): GridLine[] {
  if (grouping) return grouping.lines.slice(from, to);
  return rows.slice(from, to).map((row, i) => ({ kind: "row", row, at: from + i }));
}

/** What is in sight: the rows of a plain list, or the lines of a grouped one. */
function Body({ grid, state }: LineProps) {
  const { rows, grouping, loadMore, loadingMore } = grid;
  const { viewport, height } = state;
  const count = grouping ? grouping.lines.length : rows.length;
  const { from, to, most } = visibleRange(viewport.view.top, viewport.view.height, height, count);
  const near = to + AHEAD >= count;
  const visible = linesOf(grid, from, to);
  useEffect(() => {
    if (near && loadMore && !loadingMore) loadMore();
  }, [near, loadMore, loadingMore]);
  useEffect(() => {
    grouping?.reach(visible);
  });
  return (
    // Rows are drawn in the order of their slots, and told in the order of the list.
    <div
      className={css.body}
      role="rowgroup"
      aria-owns={Array.from({ length: to - from }, (_, i) => lineId(state, from + i)).join(" ")}
      style={{ height: count * height }}
    >
      {inSlots(visible, from, most).map(({ row: of, place, slot }) => {
        const where = { line: lineId(state, place), top: place * height, height };
        return of.kind === "row" ? (
          <RowLine key={slot} grid={grid} state={state} row={of.row} at={of.at} {...where} />
        ) : (
          <OtherLine key={slot} grid={grid} of={of} {...where} />
        );
      })}
    </div>
  );
}

/** A list as a table: only the visible rows are drawn, and the next page is read before the end comes in sight. */
export function Grid(props: GridProps) {
  const { t } = useLanguage();
  const { columns, rows, widths, loadMore, loadingMore, totals, chooseTotal, after } = props;
  const state = useGrid(props);
  const { id, viewport, active, onKeyDown, onPaste, onContextMenu } = state;
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
      onContextMenu={onContextMenu}
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
