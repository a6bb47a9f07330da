import {
  type ClipboardEvent,
  type Dispatch,
  type KeyboardEvent,
  type MouseEvent,
  type RefObject,
  type SetStateAction,
  useCallback,
  useId,
  useMemo,
  useRef,
  useState,
} from "react";
import { copyText } from "@/app/copy-text";
import { formatTsv, parseTsv } from "@/core/tsv";
import { isEditable, kindOf } from "@/field/registry";
import { extend, NONE, toggle } from "../selection";
import type { RowActions } from "./grid-row";
import { type KeyAction, keyAction } from "./keys";
import { pasteOver } from "./paste";
import { type Cell, type GridProps, HEADER_HEIGHT, ROW_HEIGHT } from "./types";
import { useViewport } from "./use-viewport";

const cellId = (id: string, cell: Cell) => `${id}-${cell.row}-${cell.column}`;

/** The text of a cell as it is shown, for the clipboard. */
const cellText = (id: string) => document.getElementById(id)?.textContent?.trim() ?? "";

/** The chosen rows, or else the active cell, as a spreadsheet takes them. */
function copy({ rows, columns, selected }: GridProps, id: string, active: Cell): void {
  const picked = rows.flatMap((row, at) => (selected.ids.has(row.id) ? [at] : []));
  const line = (row: number) => columns.map((_, column) => cellText(cellId(id, { row, column })));
  const table = picked.length > 0 ? picked.map(line) : [[cellText(cellId(id, active))]];
  void copyText(formatTsv(table));
}

/** Whether a cell can be edited where it stands. */
function editsInPlace({ live, entity, columns }: GridProps, column: number): boolean {
  const field = columns[column];
  return field !== undefined && live && entity.rights.update && isEditable(field) && kindOf(field).editing === "inline";
}

type Setters = { setActive: Dispatch<SetStateAction<Cell>>; setEditing: (on: boolean) => void; focus: () => void };

/** What rows may ask for. The object stays the same for good, so that rows are not drawn again because of it. */
function useActions(latest: RefObject<GridProps>, { setActive, setEditing, focus }: Setters): RowActions {
  const anchor = useRef(0);
  return useMemo(() => {
    const leave = () => {
      setEditing(false);
      focus();
    };
    return {
      activate: (row, column) => {
        setEditing(false);
        setActive({ row, column });
      },
      edit: (row, column) => {
        const target = latest.current.rows[row];
        setActive({ row, column });
        if (editsInPlace(latest.current, column)) setEditing(true);
        else if (target && latest.current.live) latest.current.open(target);
      },
      leave,
      pick: (row, range) => {
        const { rows, selected, select } = latest.current;
        const target = rows[row];
        if (!target) return;
        select(range ? extend(selected, rows, anchor.current, row) : toggle(selected, target.id));
        anchor.current = row;
      },
      open: (row) => latest.current.open(row),
      menu: (row, from) => latest.current.menu?.(row, from),
      commit: (row, field, value, label) => {
        leave();
        const labels = label === undefined ? undefined : { [field.code]: label };
        latest.current.save({ row, set: { [field.code]: value }, labels });
      },
      step: (by) =>
        setActive((at) => ({
          row: at.row,
          column: Math.max(0, Math.min(at.column + by, latest.current.columns.length - 1)),
        })),
    };
  }, [latest, setActive, setEditing, focus]);
}

/** Scrolls so far that a cell is in sight, below the header and above the footer. */
function useReveal(
  id: string,
  element: RefObject<HTMLDivElement | null>,
  height: number,
  latest: RefObject<GridProps>,
) {
  return useCallback(
    (cell: Cell) => {
      const node = element.current;
      if (!node) return;
      const lines = latest.current.grouping?.lines;
      const line = lines ? lines.findIndex((one) => one.kind === "row" && one.at === cell.row) : cell.row;
      const top = line * height;
      const room = node.clientHeight - HEADER_HEIGHT * 2;
      if (top < node.scrollTop) node.scrollTop = top;
      else if (top + height > node.scrollTop + room) node.scrollTop = top + height - room;
      requestAnimationFrame(() => {
        document.getElementById(cellId(id, cell))?.scrollIntoView({ block: "nearest", inline: "nearest" });
      });
    },
    [height, id, element, latest],
  );
}

/** Which cell is active or being edited, and what mouse and keys do with it. */
export function useGrid(props: GridProps) {
  const { rows, columns, select, live } = props;
  const id = useId();
  const viewport = useViewport();
  const [active, setActive] = useState<Cell>({ row: 0, column: 0 });
  const [editing, setEditing] = useState(false);
  const latest = useRef(props);
  latest.current = props;
  const height = ROW_HEIGHT[props.density];
  const focus = useCallback(() => viewport.element.current?.focus({ preventScroll: true }), [viewport.element]);
  const reveal = useReveal(id, viewport.element, height, latest);
  const actions = useActions(latest, { setActive, setEditing, focus });

  const run = (action: KeyAction) => {
    const row = rows[active.row];
    switch (action.do) {
      case "move":
        setActive(action.to);
        return reveal(action.to);
      case "open":
        return row && live && props.open(row);
      case "edit":
        return actions.edit(active.row, active.column);
      case "select":
        return actions.pick(active.row, false);
      case "extend":
        return actions.pick(active.row, true);
      case "all":
        return select({ all: false, ids: new Set(rows.map((one) => one.id)) });
      case "clear":
        return select(NONE);
      case "copy":
        return copy(props, id, active);
    }
  };

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    if (editing || event.target !== event.currentTarget || rows.length === 0) return;
    const page = Math.max(1, Math.floor(viewport.view.height / height) - 2);
    const press = { key: event.key, ctrl: event.ctrlKey || event.metaKey, shift: event.shiftKey };
    const action = keyAction(press, active, { rows: rows.length, columns: columns.length, page });
    if (!action) return;
    event.preventDefault();
    run(action);
  };

  const onPaste = (event: ClipboardEvent<HTMLDivElement>) => {
    if (editing || !live || !props.entity.rights.update || event.target !== event.currentTarget) return;
    event.preventDefault();
    const { edits, refused } = pasteOver(parseTsv(event.clipboardData.getData("text/plain")), rows, columns, active);
    for (const edit of edits) props.save(edit);
    if (refused > 0) props.onRefused?.(refused);
  };

  /** By its key, or by Shift+F10: the grid has the focus, not the row. A pointer gets the menu of the browser. */
  const onContextMenu = (event: MouseEvent<HTMLDivElement>) => {
    const row = rows[active.row];
    const cell = document.getElementById(cellId(id, { ...active, column: 0 }));
    if (event.target !== event.currentTarget || !row || !cell || !props.menu) return;
    event.preventDefault();
    props.menu(row, cell);
  };

  return { id, viewport, active, editing, actions, onKeyDown, onPaste, onContextMenu, height };
}
