import { type RefObject, useEffect, useRef } from "react";
import { find, isPlaced, placeOf, resize, shift, snap } from "@/core/layout/layout";
import { type Clip, copy, END, paste, remove } from "../model/design";
import type { Designer } from "./use-designer";
import type { Selection } from "./use-selection";

type Options = {
  designer: Designer;
  selection: Selection;
  widthOf: (key: string) => number;
  openAdd: () => void;
  rename: () => void;
  focus: (key: string | null) => void;
};

const TYPING = "input, textarea, [contenteditable='true'], .ant-select, .ant-modal, .ant-dropdown";
const STEPS: Record<string, 1 | -1> = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };

/** A key that was pressed, as React or the window tells it. */
type Pressed = Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "altKey" | "shiftKey" | "target" | "preventDefault">;

type Acts = ReturnType<typeof actsOf>;

/** What the keys do, in words of the form. */
function actsOf({ designer, selection, widthOf, focus }: Options, clip: RefObject<Clip | null>) {
  const { design, edit } = designer;
  const { selected, order } = selection;
  const insertCopy = (what: Clip | null) => {
    if (what === null || what.parts.length === 0) return;
    const last = [...selected].at(-1);
    const at = last === undefined ? null : placeOf(design.layout, last);
    let made: string[] = [];
    edit((one) => {
      const pasted = paste(one, what, at ? { ...at, at: at.at + 1 } : END(one));
      made = pasted.keys;
      return pasted.design;
    });
    selection.set(made);
  };
  const take = () => {
    clip.current = copy(design, selected);
  };
  const drop = () => {
    const first = order.findIndex((key) => selected.has(key));
    edit((one) => remove(one, selected));
    const next = order.filter((key) => !selected.has(key))[Math.max(0, first - 1)] ?? null;
    selection.only(next);
    focus(next);
  };
  return {
    take,
    drop,
    cut: () => {
      take();
      drop();
    },
    paste: () => insertCopy(clip.current),
    double: () => insertCopy(copy(design, selected)),
    walk: (step: 1 | -1, range: boolean) => {
      const at = selection.focus === null ? -1 : order.indexOf(selection.focus);
      const next = selected.size === 0 && !range ? order[Math.max(at, 0)] : order[at + step];
      if (next === undefined) return;
      if (range) selection.select(next, { many: false, range: true });
      else selection.only(next);
      focus(next);
    },
    shift: (step: 1 | -1) => {
      edit((one) => ({ ...one, layout: shift(one.layout, selected, step) }));
      focus(selection.focus);
    },
    widen: (step: 1 | -1) => {
      const [key = ""] = selected;
      const part = find(design.layout, key);
      if (part === undefined || selected.size !== 1 || (!isPlaced(part) && !("text" in part))) return;
      const now = widthOf(key);
      const next = [2, 3, 4, 6, 8].map((by) => snap(now + step * by)).find((width) => width !== now);
      if (next !== undefined) edit((one) => ({ ...one, layout: resize(one.layout, key, next) }), `resize:${key}`);
    },
  };
}

function withControl(event: Pressed, acts: Acts, { designer, selection }: Options) {
  const known: Record<string, () => void> = {
    z: event.shiftKey ? designer.redo : designer.undo,
    y: designer.redo,
    a: () => selection.set(selection.order),
    c: acts.take,
    x: acts.cut,
    v: acts.paste,
    d: acts.double,
  };
  return known[event.key.toLowerCase()];
}

function plain(event: Pressed, acts: Acts, { openAdd, rename, selection }: Options) {
  const step = STEPS[event.key];
  if (step !== undefined && event.altKey) return () => (event.shiftKey ? acts.widen(step) : acts.shift(step));
  if (step !== undefined) return () => acts.walk(step, event.shiftKey);
  const known: Record<string, () => void> = {
    Delete: acts.drop,
    Backspace: acts.drop,
    F2: rename,
    Enter: rename,
    "/": openAdd,
    Escape: () => selection.only(null),
  };
  return known[event.key];
}

/**
 * The keys of the form builder, beside those of the inputs that one types in. Escape leads from those back to the form.
 * Where nothing is focused they are heard as well.
 */
export function useKeys(options: Options, active: boolean) {
  const clip = useRef<Clip | null>(null);
  const press = (event: Pressed) => {
    const target = event.target instanceof HTMLElement ? event.target : null;
    if (event.key === "Escape" && target?.closest("aside")) return options.focus(options.selection.focus);
    if (target?.closest(TYPING) || (event.key === "Enter" && !target?.closest("[data-part]"))) return;
    const acts = actsOf(options, clip);
    const act = event.ctrlKey || event.metaKey ? withControl(event, acts, options) : plain(event, acts, options);
    if (act === undefined) return;
    event.preventDefault();
    act();
  };
  const latest = useRef(press);
  latest.current = press;
  useEffect(() => {
    const listen = (event: KeyboardEvent) => event.target === document.body && latest.current(event);
    if (!active) return;
    window.addEventListener("keydown", listen);
    return () => window.removeEventListener("keydown", listen);
  }, [active]);
  return press;
}
