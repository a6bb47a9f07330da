import { useEffect, useRef } from "react";
import { findBlock, insert, placeOf, remove, shift } from "@/core/record-page";
import type { Work } from "../draft/use-draft";
import { blockCodes, copied, type PageDesign } from "./model";

type Options = {
  work: Work<PageDesign>;
  selected: string | null;
  select: (code: string | null) => void;
  focus: (code: string | null) => void;
};

const TYPING = "input, textarea, [contenteditable='true'], .ant-select, .ant-modal, .ant-dropdown";
const STEPS: Record<string, 1 | -1> = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };

/** A key that was pressed, as React or the window tells it. */
type Pressed = Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "altKey" | "shiftKey" | "target" | "preventDefault">;

/** What the keys do, in words of the page. */
function actsOf({ work, selected, select, focus }: Options) {
  const { design, edit } = work;
  const order = blockCodes(design);
  const go = (code: string | null) => {
    select(code);
    focus(code);
  };
  return {
    walk: (step: 1 | -1) => {
      const next = selected === null ? order[0] : order[order.indexOf(selected) + step];
      if (next !== undefined) go(next);
    },
    shift: (step: 1 | -1) => {
      if (selected === null) return;
      edit((one) => ({ ...one, ...shift(one, selected, step) }));
      focus(selected);
    },
    drop: () => {
      if (selected === null) return;
      edit((one) => ({ ...one, ...remove(one, new Set([selected])) }));
      const left = order.filter((code) => code !== selected);
      go(left[Math.max(0, order.indexOf(selected) - 1)] ?? null);
    },
    double: () => {
      const block = selected === null ? undefined : findBlock(design, selected);
      const place = selected === null ? null : placeOf(design, selected);
      if (!block || !place) return;
      const copy = copied(design, block);
      edit((one) => ({ ...one, ...insert(one, { ...place, at: place.at + 1 }, [copy]) }));
      go(copy.code);
    },
  };
}

function actOf(event: Pressed, options: Options) {
  const { work, select } = options;
  const acts = actsOf(options);
  if (event.ctrlKey || event.metaKey) {
    const known: Record<string, () => void> = {
      z: event.shiftKey ? work.redo : work.undo,
      y: work.redo,
      d: acts.double,
    };
    return known[event.key.toLowerCase()];
  }
  const step = STEPS[event.key];
  if (step !== undefined) return () => (event.altKey ? acts.shift(step) : acts.walk(step));
  const known: Record<string, () => void> = {
    Delete: acts.drop,
    Backspace: acts.drop,
    Escape: () => select(null),
  };
  return known[event.key];
}

/** The keys of the page builder, beside those of the inputs that one types in; heard as well where nothing is focused. */
export function usePageKeys(options: Options, active: boolean) {
  const press = (event: Pressed) => {
    const target = event.target instanceof HTMLElement ? event.target : null;
    if (event.key === "Escape" && target?.closest("aside")) return options.focus(options.selected);
    if (target?.closest(TYPING) || target?.closest("[role='tablist']")) return;
    const act = actOf(event, options);
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
