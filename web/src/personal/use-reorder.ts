import { type PointerEvent, useEffect, useRef, useState } from "react";
import { movedTo } from "@/core/reorder";
import { drags, followPointer } from "@/views/drag";

/** The part that marks what can be carried: `data-carry` with its id. */
const PART = "[data-carry]";

type Flight = { id: string; over: string | null; after: boolean };

/** The carried part below the pointer, and whether the pointer is in its second half. */
function partAt(x: number, y: number, along: "x" | "y"): { id: string; after: boolean } | null {
  const part = document
    .elementsFromPoint(x, y)
    .map((element) => element.closest<HTMLElement>(PART))
    .find((found) => found !== null);
  const id = part?.dataset.carry;
  if (!part || id === undefined) return null;
  const box = part.getBoundingClientRect();
  return { id, after: along === "x" ? x > box.left + box.width / 2 : y > box.top + box.height / 2 };
}

/** Carrying one of several parts to another place, by mouse or pen. */
export function useReorder(ids: readonly string[], order: (ids: readonly string[]) => void, along: "x" | "y") {
  const [flight, setFlight] = useState<Flight | null>(null);
  const stop = useRef<(() => void) | null>(null);
  useEffect(() => () => stop.current?.(), []);
  const grab = (event: PointerEvent<HTMLElement>, id: string) => {
    if (!drags(event)) return;
    stop.current = followPointer(event, {
      begun: () => setFlight({ id, over: null, after: false }),
      moved: (x, y) => {
        const part = partAt(x, y, along);
        setFlight({ id, over: part && ids.includes(part.id) ? part.id : null, after: part?.after ?? false });
      },
      ended: (landed, x, y) => {
        setFlight(null);
        const part = landed ? partAt(x, y, along) : null;
        if (part === null) return;
        const next = movedTo(ids, id, part.id, part.after);
        if (next !== ids) order(next);
      },
    });
  };
  return { flight, grab };
}
