import {
  draggable,
  dropTargetForElements,
  monitorForElements,
} from "@atlaskit/pragmatic-drag-and-drop/element/adapter";
import { type RefObject, useEffect, useRef, useState } from "react";
import { type Box, dropAt } from "@/core/layout/drop";
import type { Place } from "@/core/layout/layout";

/** What is dragged: a kind of thing from the palette, or parts of the form. */
export type Dragged = { entry: string } | { keys: string[] };

const isDragged = (data: Record<string | symbol, unknown>): data is Dragged => "entry" in data || "keys" in data;

/** Lets an element be dragged. What lies on a resize handle is not. */
export function useDraggable<T extends HTMLElement>(data: () => Dragged, enabled = true): RefObject<T | null> {
  const ref = useRef<T>(null);
  const given = useRef(data);
  given.current = data;
  useEffect(() => {
    const element = ref.current;
    if (element === null || !enabled) return;
    return draggable({
      element,
      canDrag: ({ input }) => !document.elementFromPoint(input.clientX, input.clientY)?.closest("[data-resize]"),
      getInitialData: () => given.current(),
    });
  }, [enabled]);
  return ref;
}

/** Makes an element a list that takes what is dragged onto it. */
export function useDropList<T extends HTMLElement>(list: string): RefObject<T | null> {
  const ref = useRef<T>(null);
  useEffect(() => {
    const element = ref.current;
    if (element === null) return;
    return dropTargetForElements({
      element,
      getData: () => ({ list }),
      canDrop: ({ source }) => isDragged(source.data),
    });
  }, [list]);
  return ref;
}

const boxOf = (element: Element): Box => {
  const { left, top, width, height } = element.getBoundingClientRect();
  return { left, top, width, height };
};

/** The children of a list that are parts of the form. */
const partsIn = (list: Element): Element[] =>
  [...list.querySelectorAll("[data-part]")].filter((part) => part.parentElement?.closest("[data-list]") === list);

export type Hover = { place: Place; line: Box };

/** Follows what is dragged over the canvas; gives the line that shows where it would go, in coordinates of the window. */
export function useDrop(drop: (dragged: Dragged, place: Place) => void): Hover | null {
  const [hover, setHover] = useState<Hover | null>(null);
  const act = useRef(drop);
  act.current = drop;
  useEffect(() => {
    let last: Hover | null = null;
    const show = (next: Hover | null) => {
      last = next;
      setHover(next);
    };
    const stop = monitorForElements({
      canMonitor: ({ source }) => isDragged(source.data),
      onDrag: ({ location }) => {
        const target = location.current.dropTargets[0];
        if (target === undefined) return show(null);
        const { clientX, clientY } = location.current.input;
        const { at, line } = dropAt(partsIn(target.element).map(boxOf), boxOf(target.element), clientX, clientY);
        show({ place: { list: String(target.data.list), at }, line });
      },
      onDrop: ({ source, location }) => {
        const place = location.current.dropTargets.length > 0 ? last?.place : undefined;
        show(null);
        if (place !== undefined && isDragged(source.data)) act.current(source.data, place);
      },
    });
    return () => stop();
  }, []);
  return hover;
}
