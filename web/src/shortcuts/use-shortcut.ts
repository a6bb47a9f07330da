import { useEffect, useRef } from "react";
import { pressOf, SHORTCUTS, type ShortcutId } from "./registry";

/** How long the second key of two may take, in milliseconds. */
const PATIENCE = 1_200;

const WRITES = "input, textarea, select, [contenteditable='true'], [role='combobox'], .cm-editor";
const COVERS = ".ant-modal, .ant-drawer, .ant-dropdown, .ant-select-dropdown, .ant-picker-dropdown";

const bound: { id: ShortcutId; act: () => void }[] = [];
let first: { press: string; at: number } | null = null;

/** Keys alone are for what one types in, and for a dialog that lies over the place. */
function belongsElsewhere(event: KeyboardEvent): boolean {
  const target = event.target instanceof Element ? event.target : null;
  if (event.ctrlKey || event.metaKey) return false;
  return target !== null && (target.closest(WRITES) !== null || target.closest(COVERS) !== null);
}

/** An input method that is composing gets every key. */
const composing = (event: KeyboardEvent) => event.isComposing || event.keyCode === 229;

function listen(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.repeat || composing(event) || belongsElsewhere(event)) return;
  const press = pressOf(event);
  const begun = first !== null && event.timeStamp - first.at < PATIENCE ? `${first.press} ${press}` : null;
  first = null;
  const meant = (wanted: string) =>
    bound.findLast(({ id }) => (SHORTCUTS[id].keys as readonly string[]).includes(wanted));
  const found = (begun === null ? undefined : meant(begun)) ?? meant(press);
  if (found) {
    event.preventDefault();
    found.act();
    return;
  }
  const begins = bound.some(({ id }) => SHORTCUTS[id].keys.some((key) => key.startsWith(`${press} `)));
  if (begins) first = { press, at: event.timeStamp };
}

/** Binds a shortcut of the registry for as long as the component is there; of two with the same key the later one counts. */
export function useShortcut(id: ShortcutId, act: () => void, active = true): void {
  const latest = useRef(act);
  latest.current = act;
  useEffect(() => {
    if (!active) return;
    const one = { id, act: () => latest.current() };
    if (bound.length === 0) window.addEventListener("keydown", listen);
    bound.push(one);
    return () => {
      bound.splice(bound.indexOf(one), 1);
      if (bound.length === 0) window.removeEventListener("keydown", listen);
    };
  }, [id, active]);
}
