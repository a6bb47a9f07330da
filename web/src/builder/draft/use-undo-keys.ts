import { type KeyboardEvent, useCallback } from "react";

const TYPING = "input, textarea, [contenteditable='true']";

/** Ctrl+Z, Ctrl+Y and Ctrl+Shift+Z, but where one types: there they are the browser's. */
export function useUndoKeys(undo: () => void, redo: () => void): (event: KeyboardEvent) => void {
  return useCallback(
    (event) => {
      const target = event.target instanceof HTMLElement ? event.target : null;
      if ((target?.closest(TYPING) ?? null) !== null || !(event.ctrlKey || event.metaKey)) return;
      const key = event.key.toLowerCase();
      if (key !== "z" && key !== "y") return;
      event.preventDefault();
      if (key === "y" || event.shiftKey) redo();
      else undo();
    },
    [undo, redo],
  );
}
