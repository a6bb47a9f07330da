import type { Cell } from "./types";

/** What a key does in the grid. */
export type KeyAction =
  | { do: "move"; to: Cell }
  | { do: "open" | "edit" | "select" | "extend" | "clear" | "copy" | "all" };

export type Extent = { rows: number; columns: number; page: number };
type Press = { key: string; ctrl: boolean; shift: boolean };

const clamp = (n: number, max: number) => Math.max(0, Math.min(n, max));

function moved(press: Press, at: Cell, extent: Extent): Cell | null {
  const last = { row: extent.rows - 1, column: extent.columns - 1 };
  switch (press.key) {
    case "ArrowDown":
      return { row: press.ctrl ? last.row : at.row + 1, column: at.column };
    case "ArrowUp":
      return { row: press.ctrl ? 0 : at.row - 1, column: at.column };
    case "ArrowRight":
      return { row: at.row, column: press.ctrl ? last.column : at.column + 1 };
    case "ArrowLeft":
      return { row: at.row, column: press.ctrl ? 0 : at.column - 1 };
    case "PageDown":
      return { row: at.row + extent.page, column: at.column };
    case "PageUp":
      return { row: at.row - extent.page, column: at.column };
    case "Home":
      return { row: press.ctrl ? 0 : at.row, column: 0 };
    case "End":
      return { row: press.ctrl ? last.row : at.row, column: last.column };
    default:
      return null;
  }
}

const ACTIONS: Record<string, Exclude<KeyAction["do"], "move">> = {
  Enter: "open",
  e: "edit",
  E: "edit",
  F2: "edit",
  " ": "select",
  Escape: "clear",
};

/** The keys of a list: arrows move, Enter opens, E edits, Space selects. Null for a key that means nothing here. */
export function keyAction(press: Press, at: Cell, extent: Extent): KeyAction | null {
  const to = moved(press, at, extent);
  if (to)
    return { do: "move", to: { row: clamp(to.row, extent.rows - 1), column: clamp(to.column, extent.columns - 1) } };
  if (press.ctrl)
    return press.key.toLowerCase() === "c" ? { do: "copy" } : press.key.toLowerCase() === "a" ? { do: "all" } : null;
  if (press.key === " " && press.shift) return { do: "extend" };
  const action = ACTIONS[press.key];
  return action ? { do: action } : null;
}
