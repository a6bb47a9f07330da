import { type KeyboardEvent, useRef } from "react";
import { find, isPlaced, keyOf, placeOf, resize, shift, snap } from "@/core/layout/layout";
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

/** The keys of the form builder, beside those of the inputs that one types in. */
export function useKeys({ designer, selection, widthOf, openAdd, rename, focus }: Options) {
  const clip = useRef<Clip | null>(null);
  const { design, edit } = designer;
  const { selected, order } = selection;

  const walk = (step: 1 | -1, range: boolean) => {
    const at = selection.focus === null ? -1 : order.indexOf(selection.focus);
    const next = selected.size === 0 && !range ? order[Math.max(at, 0)] : order[at + step];
    if (next === undefined) return;
    if (range) selection.select(next, { many: false, range: true });
    else selection.only(next);
    focus(next);
  };
  const drop = () => {
    const first = order.findIndex((key) => selected.has(key));
    edit((one) => remove(one, selected));
    const next = order.filter((key) => !selected.has(key))[Math.max(0, first - 1)] ?? null;
    selection.only(next);
    focus(next);
  };
  const insertCopy = (what: Clip | null) => {
    if (what === null || what.parts.length === 0) return;
    const last = [...selected].at(-1);
    const at = last === undefined ? null : placeOf(design.layout, last);
    const made = paste(design, what, at ? { ...at, at: at.at + 1 } : END(design));
    edit(() => made.design);
    selection.set(made.keys);
  };
  const widen = (step: 1 | -1) => {
    const [key] = selected;
    const part = key === undefined ? undefined : find(design.layout, key);
    if (part === undefined || selected.size !== 1 || (!isPlaced(part) && !("text" in part))) return;
    const now = widthOf(keyOf(part));
    const next = [2, 3, 4, 6, 8].map((by) => snap(now + step * by)).find((width) => width !== now);
    if (next !== undefined) edit((one) => ({ ...one, layout: resize(one.layout, keyOf(part), next) }), `resize:${key}`);
  };

  const withControl = (event: KeyboardEvent): (() => void) | undefined => {
    const acts: Record<string, () => void> = {
      z: event.shiftKey ? designer.redo : designer.undo,
      y: designer.redo,
      a: () => selection.set(order),
      c: () => {
        clip.current = copy(design, selected);
      },
      x: () => {
        clip.current = copy(design, selected);
        drop();
      },
      v: () => insertCopy(clip.current),
      d: () => insertCopy(copy(design, selected)),
    };
    return acts[event.key.toLowerCase()];
  };
  const plain = (event: KeyboardEvent): (() => void) | undefined => {
    const step = STEPS[event.key];
    if (step !== undefined && event.altKey && event.shiftKey) return () => widen(step);
    if (step !== undefined && event.altKey) {
      return () => edit((one) => ({ ...one, layout: shift(one.layout, selected, step) }));
    }
    if (step !== undefined) return () => walk(step, event.shiftKey);
    const acts: Record<string, () => void> = {
      Delete: drop,
      Backspace: drop,
      F2: rename,
      Enter: rename,
      "/": openAdd,
      Escape: () => selection.only(null),
    };
    return acts[event.key];
  };

  return (event: KeyboardEvent) => {
    const target = event.target instanceof HTMLElement ? event.target : null;
    if (event.key === "Escape" && target?.closest("[data-properties]")) return focus(selection.focus);
    if (target?.closest(TYPING)) return;
    if (event.key === "Enter" && target?.closest("[data-part]") === null) return;
    const act = event.ctrlKey || event.metaKey ? withControl(event) : plain(event);
    if (act === undefined) return;
    event.preventDefault();
    act();
  };
}
