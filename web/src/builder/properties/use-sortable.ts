import { combine } from "@atlaskit/pragmatic-drag-and-drop/combine";
import { draggable, dropTargetForElements } from "@atlaskit/pragmatic-drag-and-drop/element/adapter";
import { useEffect, useRef, useState } from "react";

/** A row that is dragged by its handle to another place of its list. `kind` keeps lists apart. */
export function useSortable(kind: string, at: number, move: (from: number, to: number) => void) {
  const ref = useRef<HTMLLIElement>(null);
  const handle = useRef<HTMLSpanElement>(null);
  const [edge, setEdge] = useState<"top" | "bottom" | null>(null);
  const act = useRef(move);
  act.current = move;
  useEffect(() => {
    const element = ref.current;
    if (element === null || handle.current === null) return;
    const side = (y: number) => {
      const { top, height } = element.getBoundingClientRect();
      return y < top + height / 2 ? "top" : "bottom";
    };
    return combine(
      draggable({ element, dragHandle: handle.current, getInitialData: () => ({ sorts: kind, from: at }) }),
      dropTargetForElements({
        element,
        canDrop: ({ source }) => source.data.sorts === kind && source.data.from !== at,
        onDrag: ({ location }) => setEdge(side(location.current.input.clientY)),
        onDragLeave: () => setEdge(null),
        onDrop: ({ source, location }) => {
          setEdge(null);
          const from = Number(source.data.from);
          const place = side(location.current.input.clientY) === "top" ? at : at + 1;
          act.current(from, from < place ? place - 1 : place);
        },
      }),
    );
  }, [kind, at]);
  return { ref, handle, edge };
}
