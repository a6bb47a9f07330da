import { EditOutlined } from "@ant-design/icons";
import { Checkbox } from "antd";
import { type MouseEvent, memo } from "react";
import { Link } from "react-router";
import type { FieldInfo, Row } from "@/api/types";
import { paths } from "@/app/paths";
import { RowValue } from "@/field/field-value";
import { InlineEditor } from "@/field/inline-editor";
import { isEditable, kindOf } from "@/field/registry";
import { titleOf } from "@/field/relation";
import { labelText, useLanguage } from "@/i18n";
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
};

type Props = Pick<GridProps, "entity" | "columns" | "widths" | "live"> & {
  id: string;
  row: Row;
  at: number;
  top: number;
  height: number;
  selected: boolean;
  /** The active column of this row, or -1. */
  active: number;
  editing: boolean;
  hue: HueName | undefined;
  /** Whether somebody else changed it since the last visit. */
  unread: boolean;
  actions: RowActions;
};

type CellProps = Props & { field: FieldInfo; column: number };

function Unread() {
  const { t } = useLanguage();
  return <i role="img" className={css.unread} aria-label={t("views.unread")} title={t("views.unread")} />;
}

function CellContent({ entity, row, field, column, live, editing, active, unread, actions }: CellProps) {
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
  if (column === 0 && live) {
    return (
      <>
        {unread && <Unread />}
        <Link
          to={paths.record(entity.code, row.id)}
          className={`${css.title} ellipsis`}
          tabIndex={-1}
          title={titleOf(row, entity)}
        >
          {titleOf(row, entity)}
        </Link>
      </>
    );
  }
  return <RowValue field={field} row={row} />;
}

function GridCell(props: CellProps) {
  const { id, at, entity, field, column, widths, live, editing, active, actions } = props;
  const { t, language } = useLanguage();
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
      {live && !open && (column === 0 || kindOf(field).leads) && isEditable(field) && entity.rights.update && (
        <button
          type="button"
          className={`plain ${css.pencil}`}
          tabIndex={-1}
          aria-label={t("record.editField", { name: labelText(field.label, language) })}
          onClick={() => actions.edit(at, column)}
        >
          <EditOutlined />
        </button>
      )}
    </div>
  );
}

/** One row of the grid. Drawn again only when something of its own changes. */
export const GridRow = memo(function GridRow(props: Props) {
  const { row, at, top, height, selected, columns, hue, actions } = props;
  const { t } = useLanguage();
  return (
    <div
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
        <Checkbox
          checked={selected}
          tabIndex={-1}
          aria-label={t("list.selectRow", { name: titleOf(row, props.entity) })}
          onClick={(event: MouseEvent) => actions.pick(at, event.shiftKey)}
        />
      </div>
      {columns.map((field, column) => (
        <GridCell key={field.code} {...props} field={field} column={column} />
      ))}
    </div>
  );
});
