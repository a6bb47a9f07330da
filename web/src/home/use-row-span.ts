import { useEffect, useRef, useState } from "react";

/** The height of a row of the home's grid and the room between cards, in pixels; the style sheet has the same. */
const ROW = 8;
const BETWEEN = 16;

/** How many rows of the grid a card takes: as many as it is high, also when it grows. */
export function useRowSpan() {
  const ref = useRef<HTMLElement>(null);
  const [rows, setRows] = useState(12);
  useEffect(() => {
    const card = ref.current;
    if (!card || typeof ResizeObserver === "undefined") return;
    const watch = new ResizeObserver(() => setRows(Math.ceil((card.offsetHeight + BETWEEN) / ROW)));
    watch.observe(card);
    return () => watch.disconnect();
  }, []);
  return { ref, rows };
}
