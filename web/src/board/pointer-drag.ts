import type { PointerEvent } from "react";

/** How far the pointer goes before it is a drag and no click, in pixels. */
const THRESHOLD = 5;
/** How near to the edge a card makes the board scroll, and how far per frame. */
const EDGE = 56;
const PACE = 12;

/** What a drag tells on its way. */
export type DragWatch = {
  /** The pointer has gone far enough. */
  begun: (from: string, width: number) => void;
  /** Another column is below the pointer; null for none. */
  over: (column: string | null) => void;
  /** It is over; `column` is null where nothing shall happen. */
  ended: (column: string | null) => void;
  /** The copy of the card that follows the pointer. */
  ghost: () => HTMLElement | null;
  /** What scrolls when a card comes to its edge. */
  scroller: () => HTMLElement | null;
};

export const columnOfElement = (element: Element | null) =>
  element?.closest<HTMLElement>("[data-column]")?.dataset.column ?? null;

function scrollNearEdge(board: HTMLElement | null, x: number): void {
  if (!board) return;
  const { left, right } = board.getBoundingClientRect();
  if (x < left + EDGE) board.scrollLeft -= PACE;
  else if (x > right - EDGE) board.scrollLeft += PACE;
}

/** A click that ends a drag must not open the record below the pointer. */
function swallowClick(): void {
  const stop = (event: Event) => {
    event.preventDefault();
    event.stopPropagation();
  };
  window.addEventListener("click", stop, { capture: true, once: true });
  setTimeout(() => window.removeEventListener("click", stop, { capture: true }), 0);
}

/** Follows the pointer from where it went down on a card; gives what ends it early without a word. */
export function dragCard(event: PointerEvent<HTMLElement>, watch: DragWatch): () => void {
  const start = { x: event.clientX, y: event.clientY };
  const box = event.currentTarget.getBoundingClientRect();
  const from = columnOfElement(event.currentTarget);
  const at = { x: start.x, y: start.y, over: from, frame: 0, flying: false };
  const below = () => columnOfElement(document.elementFromPoint(at.x, at.y));
  const step = () => {
    const ghost = watch.ghost();
    if (ghost) ghost.style.transform = `translate(${at.x - start.x + box.left}px, ${at.y - start.y + box.top}px)`;
    scrollNearEdge(watch.scroller(), at.x);
    const over = below();
    if (over !== at.over) {
      at.over = over;
      watch.over(over);
    }
    at.frame = requestAnimationFrame(step);
  };
  const move = (next: globalThis.PointerEvent) => {
    at.x = next.clientX;
    at.y = next.clientY;
    if (at.flying || Math.hypot(at.x - start.x, at.y - start.y) < THRESHOLD) return;
    at.flying = true;
    watch.begun(from ?? "", box.width);
    at.frame = requestAnimationFrame(step);
  };
  const listening = new AbortController();
  const stop = () => {
    cancelAnimationFrame(at.frame);
    listening.abort();
  };
  const end = (landing: boolean) => {
    stop();
    if (!at.flying) return;
    swallowClick();
    const over = landing ? below() : null;
    watch.ended(over === from ? null : over);
  };
  const { signal } = listening;
  window.addEventListener("pointermove", move, { signal });
  window.addEventListener("pointerup", () => end(true), { signal });
  window.addEventListener("pointercancel", () => end(false), { signal });
  window.addEventListener("keydown", (pressed) => pressed.key === "Escape" && end(false), { signal });
  return stop;
}
