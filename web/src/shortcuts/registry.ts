/** Where a shortcut works. The help sheet is grouped by these, in this order. */
export const PLACES = ["everywhere", "list", "board", "calendar", "record", "todo", "builder"] as const;
export type ShortcutPlace = (typeof PLACES)[number];

/** "Ctrl" stands for ⌘ on a Mac as well. Two keys with a blank between are pressed one after the other. */
type Entry = { place: ShortcutPlace; keys: readonly string[] };

/**
 * Every keyboard shortcut there is: the help sheet is drawn from this, `useShortcut` binds by it, and a test proves of each
 * key that it is bound. The texts are in i18n under `shortcuts.do`.
 */
export const SHORTCUTS = {
  commands: { place: "everywhere", keys: ["Ctrl+K"] },
  help: { place: "everywhere", keys: ["?"] },
  goHome: { place: "everywhere", keys: ["G H"] },
  goTodos: { place: "everywhere", keys: ["G T"] },
  goNotices: { place: "everywhere", keys: ["G N"] },
  goPlan: { place: "everywhere", keys: ["G P"] },
  goWeek: { place: "everywhere", keys: ["G W"] },
  search: { place: "list", keys: ["/"] },
  create: { place: "list", keys: ["N"] },
  move: { place: "list", keys: ["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight"] },
  open: { place: "list", keys: ["Enter"] },
  edit: { place: "list", keys: ["E", "F2"] },
  select: { place: "list", keys: ["Space"] },
  extend: { place: "list", keys: ["Shift+Space"] },
  selectAll: { place: "list", keys: ["Ctrl+A"] },
  copy: { place: "list", keys: ["Ctrl+C"] },
  clear: { place: "list", keys: ["Escape"] },
  cardLift: { place: "board", keys: ["Space"] },
  cardMove: { place: "board", keys: ["ArrowLeft", "ArrowRight"] },
  nudge: { place: "calendar", keys: ["Alt+ArrowLeft", "Alt+ArrowRight", "Alt+ArrowUp", "Alt+ArrowDown"] },
  send: { place: "record", keys: ["Ctrl+Enter"] },
  todoNext: { place: "todo", keys: ["ArrowDown", "J"] },
  todoPrevious: { place: "todo", keys: ["ArrowUp", "K"] },
  todoDone: { place: "todo", keys: ["D"] },
  todoSnooze: { place: "todo", keys: ["S"] },
  todoEdit: { place: "todo", keys: ["E"] },
  todoDelegate: { place: "todo", keys: ["A"] },
  todoChoose: { place: "todo", keys: ["X"] },
  todoClear: { place: "todo", keys: ["Escape"] },
  todoOpen: { place: "todo", keys: ["O"] },
  todoNew: { place: "todo", keys: ["N"] },
  undo: { place: "builder", keys: ["Ctrl+Z"] },
  redo: { place: "builder", keys: ["Ctrl+Y", "Ctrl+Shift+Z"] },
  buildAdd: { place: "builder", keys: ["/"] },
  buildRename: { place: "builder", keys: ["Enter", "F2"] },
  buildDelete: { place: "builder", keys: ["Delete", "Backspace"] },
  buildCopy: { place: "builder", keys: ["Ctrl+C", "Ctrl+X", "Ctrl+V"] },
  buildDouble: { place: "builder", keys: ["Ctrl+D"] },
  buildAll: { place: "builder", keys: ["Ctrl+A"] },
  buildWalk: { place: "builder", keys: ["ArrowUp", "ArrowDown"] },
  buildMove: { place: "builder", keys: ["Alt+ArrowUp", "Alt+ArrowDown"] },
  buildWiden: { place: "builder", keys: ["Alt+Shift+ArrowLeft", "Alt+Shift+ArrowRight"] },
} as const satisfies Record<string, Entry>;

export type ShortcutId = keyof typeof SHORTCUTS;

type Pressed = Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "altKey" | "shiftKey">;

/** A press as the registry writes it. Shift is told only where the key itself does not tell: "?" is "?". */
export function pressOf(event: Pressed): string {
  const key = event.key === " " ? "Space" : event.key.length === 1 ? event.key.toUpperCase() : event.key;
  const letter = /^[A-Z]$/.test(key);
  const shifted = event.shiftKey && (letter || key.length > 1);
  const parts = [event.ctrlKey || event.metaKey ? "Ctrl" : "", event.altKey ? "Alt" : "", shifted ? "Shift" : ""];
  return [...parts.filter((part) => part !== ""), key].join("+");
}

/** What a keyboard would send for a press of the registry, for tests and for nothing else. */
export function eventOf(press: string): KeyboardEventInit & { key: string } {
  const parts = press.split("+");
  const key = parts.at(-1) ?? "";
  const has = (name: string) => parts.slice(0, -1).includes(name);
  const plain = key === "Space" ? " " : /^[A-Z]$/.test(key) && !has("Shift") ? key.toLowerCase() : key;
  return {
    key: plain,
    ctrlKey: has("Ctrl"),
    altKey: has("Alt"),
    shiftKey: has("Shift"),
    bubbles: true,
    cancelable: true,
  };
}
