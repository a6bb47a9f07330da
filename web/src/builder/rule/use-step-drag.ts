import { draggable, dropTargetForElements } from "@atlaskit/pragmatic-drag-and-drop/element/adapter";
import { useEffect, useRef, useState } from "react";
import { useRule } from "./rule-context";
import { findStep, moved, type Spot } from "./steps";

const stepIn = (data: Record<string, unknown>) => (typeof data.step === "string" ? data.step : null);

/** A step that is dragged by its handle. */
export function useStepDrag(code: string) {
  const ref = useRef<HTMLLIElement>(null);
  const handle = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    if (ref.current === null || handle.current === null) return;
    return draggable({ element: ref.current, dragHandle: handle.current, getInitialData: () => ({ step: code }) });
  }, [code]);
  return { ref, handle };
}

/** A place that steps are dropped on; never one inside of the step itself. */
export function useStepTarget({ place, at }: Spot) {
  const { doc, edit } = useRule();
  const ref = useRef<HTMLDivElement>(null);
  const [over, setOver] = useState(false);
  const steps = useRef(doc.then);
  steps.current = doc.then;
  useEffect(() => {
    if (ref.current === null) return;
    return dropTargetForElements({
      element: ref.current,
      canDrop: ({ source }) => {
        const code = stepIn(source.data);
        return code !== null && findStep(steps.current, code) !== undefined;
      },
      onDragEnter: ({ source }) => {
        const code = stepIn(source.data);
        setOver(code !== null && moved(steps.current, code, { place, at }) !== steps.current);
      },
      onDragLeave: () => setOver(false),
      onDrop: ({ source }) => {
        setOver(false);
        const code = stepIn(source.data);
        if (code !== null) edit((before) => ({ ...before, then: moved(before.then, code, { place, at }) }));
      },
    });
  }, [place, at, edit]);
  return { ref, over };
}
