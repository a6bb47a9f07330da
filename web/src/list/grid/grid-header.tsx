import { CaretDownOutlined, CaretUpOutlined } from "@ant-design/icons";
import { type KeyboardEvent, memo, type PointerEvent, useRef } from "react";
import type { FieldInfo } from "@/api/types";
import { Check } from "@/app/check";
import { kindOf } from "@/field/registry";
import { labelText, useLanguage } from "@/i18n";
import { MIN_WIDTH, widthOf } from "../columns";
import { NONE } from "../selection";
import css from "./grid.module.css";
import { CHECK_WIDTH, type GridProps } from "./types";

type ResizerProps = { width: number; label: string; resize: (width: number) => void };

function Resizer({ width, label, resize }: ResizerProps) {
  const from = useRef<{ x: number; width: number } | null>(null);
  const move = (event: PointerEvent) => {
    if (from.current) resize(Math.max(MIN_WIDTH, from.current.width + event.clientX - from.current.x));
  };
  const key = (event: KeyboardEvent) => {
    const step = event.key === "ArrowLeft" ? -16 : event.key === "ArrowRight" ? 16 : 0;
    if (step === 0) return;
    event.stopPropagation();
    event.preventDefault();
    resize(Math.max(MIN_WIDTH, width + step));
  };
  return (
    <div
      role="separator"
      tabIndex={0}
      aria-orientation="vertical"
      aria-valuenow={width}
      aria-label={label}
      className={css.resizer}
      onKeyDown={key}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        from.current = { x: event.clientX, width };
      }}
      onPointerMove={move}
      onPointerUp={() => {
        from.current = null;
      }}
    />
  );
}

type HeadProps = Pick<GridProps, "sort" | "sortBy" | "widths" | "resize"> & { field: FieldInfo; column: number };

function Head({ field, column, sort, sortBy, widths, resize }: HeadProps) {
  const { t, language } = useLanguage();
  const kind = kindOf(field);
  const label = labelText(field.label, language);
  const width = widthOf(field, widths, column === 0);
  const order = sort.includes(field.code) ? "ascending" : sort.includes(`-${field.code}`) ? "descending" : "none";
  const name = (
    <>
      <span className="ellipsis">{label}</span>
      {order === "ascending" && <CaretUpOutlined />}
      {order === "descending" && <CaretDownOutlined />}
    </>
  );
  return (
    <div
      role="columnheader"
      aria-sort={order}
      aria-colindex={column + 2}
      title={label}
      className={`${css.cell} ${css.head} ${column === 0 ? css.pinned : ""} ${kind.align === "right" ? css.right : ""}`}
      style={{ width, ...(column === 0 ? { left: CHECK_WIDTH } : {}) }}
    >
      {kind.sortable ? (
        <button type="button" className={`plain ${css.sort}`} onClick={(event) => sortBy(field.code, event.shiftKey)}>
          {name}
        </button>
      ) : (
        <span className={css.sort}>{name}</span>
      )}
      <Resizer width={width} label={t("list.resize", { name: label })} resize={(next) => resize(field.code, next)} />
    </div>
  );
}

/** The names of the columns. They are not drawn again while one scrolls. */
export const GridHeader = memo(function GridHeader(props: GridProps) {
  const { t } = useLanguage();
  const { rows, selected, select, columns } = props;
  const chosen = selected.all || (rows.length > 0 && rows.every((row) => selected.ids.has(row.id)));
  const some = !chosen && selected.ids.size > 0;
  return (
    <div role="row" aria-rowindex={1} className={css.header}>
      <div
        role="columnheader"
        className={`${css.cell} ${css.pinned} ${css.check}`}
        style={{ width: CHECK_WIDTH, left: 0 }}
      >
        <Check
          checked={chosen}
          indeterminate={some}
          disabled={rows.length === 0}
          aria-label={t("list.selectLoaded")}
          onChange={() => select(chosen || some ? NONE : { all: false, ids: new Set(rows.map((row) => row.id)) })}
        />
      </div>
      {columns.map((field, column) => (
        <Head key={field.code} {...props} field={field} column={column} />
      ))}
    </div>
  );
});
