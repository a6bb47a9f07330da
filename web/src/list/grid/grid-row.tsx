import { type MouseEvent, memo } from "react";
import type { FieldInfo, Row } from "@/api/types";
import { Check } from "@/app/check";
import { paths } from "@/app/paths";
import type { Language } from "@/core/time";
import { RowValue } from "@/field/field-value";
import { InlineEditor } from "@/field/inline-editor";
import { isEditable, kindOf } from "@/field/registry";
import { titleOf } from "@/field/relation";
import { labelText, type Translate, useLanguage } from "@/i18n";
import type { HueName } from "@/theme/hues";
import { widthOf } from "../columns";
import css from "./grid.module.css";
import { CHECK_WIDTH, type GridProps } from "./types";

export type RowActions = {
  activate: (row: number, column: number) => void;
  edit: (row: number, column: number) => void;
  pick: (row: number, range: boolean) => void;
  commit: (row: Row, field: FieldInfo, value: Row["values"][string], label: string | string[] | undefined) => void;
  leave: () => void;
  step: (by: 1 | -1) => void;
  open: (row: Row) => void;
  menu: (row: Row, from: Element) => void;
};

type Props = Pick<GridProps, "entity" | "columns" | "widths" | "live"> & {
  id: string;
  /** The id of the line in the page. */
  line: string;
  row: Row;
  at: number;
  top: number;
  height: number;
  selected: boolean;
  /** The active column of this row, or -1. */
  active: number;
  editing: boolean;
  hue: HueName | undefined;
  /** Whether it has a menu of buttons. */
  menu: boolean;
  /** Whether somebody else changed it since the last visit. */
  unread: boolean;
  actions: RowActions;
};

/** A row asks for the language once, for all its cells. */
type CellProps = Props & { field: FieldInfo; column: number; t: Translate; language: Language };

/** Leaves to the browser what opens another tab or window. */
const isPlain = (event: MouseEvent) =>
  event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;

function Title({ entity, row, unread, actions, t }: CellProps) {
  const title = titleOf(row, entity);
  return (
    <>
      {unread && <i role="img" className={css.unread} aria-label={t("views.unread")} title={t("views.unread")} />}
      <a
        href={paths.record(entity.code, row.id)}
        className={`${css.title} ellipsis`}
        tabIndex={-1}
        onClick={(event) => {
          if (!isPlain(event)) return;
          event.preventDefault();
          actions.open(row);
        }}
      >
        {title}
      </a>
    </>
  );
}

function CellContent(props: CellProps) {
  const { row, field, column, live, editing, active, actions } = props;
  if (editing && active === column) {
    return (
      <InlineEditor
        inCell
        className={css.editor}
        field={field}
        row={row}
        commit={(value, label) => actions.commit(row, field, value, label)}
        leave={actions.leave}
        next={actions.step}
      />
    );
  }
  if (column === 0 && live) return <Title {...props} />;
  return <RowValue field={field} row={row} />;
}

function GridCell(props: CellProps) {
  const { id, at, entity, field, column, widths, live, editing, active, actions, t, language } = props;
  const open = editing && active === column;
  const classes = [
    css.cell,
    column === 0 ? css.pinned : "",
    active === column ? css.active : "",
    kindOf(field).align === "right" ? css.right : "",
  ];
  return (
    <div
      id={`${id}-${at}-${column}`}
      role="gridcell"
      aria-colindex={column + 2}
      aria-readonly={!live || !isEditable(field)}
      className={classes.join(" ")}
      style={{ width: widthOf(field, widths, column === 0), ...(column === 0 ? { left: CHECK_WIDTH } : {}) }}
      onMouseDown={() => !open && actions.activate(at, column)}
      onDoubleClick={() => !open && actions.edit(at, column)}
    >
      <CellContent {...props} />
      {live && !open && column === 0 && props.menu && (
        <button
          type="button"
          className={`plain ${css.menu}`}
          tabIndex={-1}
          aria-label={t("button.ofRow", { name: titleOf(props.row, entity) })}
          aria-haspopup="menu"
          onClick={(event) => actions.menu(props.row, event.currentTarget)}
        />
      )}
      {live && !open && (column === 0 || kindOf(field).leads) && isEditable(field) && entity.rights.update && (
        <button
          type="button"
          className={`plain ${css.pencil}`}
          tabIndex={-1}
          aria-label={t("record.editField", { name: labelText(field.label, language) })}
          onClick={() => actions.edit(at, column)}
        />
      )}
    </div>
  );
}

/** One row of the grid. Drawn again only when something of its own changes. */
export const GridRow = memo(function GridRow(props: Props) {
  const { row, at, top, height, selected, columns, hue, actions } = props;
  const { t, language } = useLanguage();
  return (
    <div
      id={props.line}
      role="row"
      aria-rowindex={at + 2}
      aria-selected={selected}
      className={css.row}
      style={{ height, transform: `translateY(${top}px)` }}
    >
      <div
        role="gridcell"
        className={`${css.cell} ${css.pinned} ${css.check}`}
        style={{
          width: CHECK_WIDTH,
          left: 0,
          ...(hue ? { boxShadow: `inset 4px 0 0 var(--hue-${hue}-dot)` } : {}),
        }}
      >
        <Check
          checked={selected}
          tabIndex={-1}
          aria-label={t("list.selectRow", { name: titleOf(row, props.entity) })}
          readOnly
          onClick={(event) => actions.pick(at, event.shiftKey)}
        />
      </div>
      {columns.map((field, column) => (
        <GridCell key={field.code} {...props} field={field} column={column} t={t} language={language} />
      ))}
    </div>
  );
});
