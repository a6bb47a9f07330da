import type { PointerEvent } from "react";
import { followPointer } from "@/views/drag";

/** How near to the edge a card makes the board scroll, and how far per frame. */
const EDGE = 56;
const PACE = 12;

/** What carrying a card tells on its way. */
export type CarryWatch = {
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

/** Carries a card from where the pointer went down on it; gives what ends it early without a word. */
export function carryCard(event: PointerEvent<HTMLElement>, watch: CarryWatch): () => void {
  const box = event.currentTarget.getBoundingClientRect();
  const from = columnOfElement(event.currentTarget);
  const offset = { x: event.clientX - box.left, y: event.clientY - box.top };
  const at = { x: event.clientX, y: event.clientY, over: from, frame: 0 };
  const below = () => columnOfElement(document.elementFromPoint(at.x, at.y));
  const step = () => {
    const ghost = watch.ghost();
    if (ghost) ghost.style.transform = `translate(${at.x - offset.x}px, ${at.y - offset.y}px)`;
    scrollNearEdge(watch.scroller(), at.x);
    const over = below();
    if (over !== at.over) {
      at.over = over;
      watch.over(over);
    }
    at.frame = requestAnimationFrame(step);
  };
  const release = followPointer(event, {
    begun: () => {
      watch.begun(from ?? "", box.width);
      at.frame = requestAnimationFrame(step);
    },
    moved: (x, y) => {
      at.x = x;
      at.y = y;
    },
    ended: (landed) => {
      cancelAnimationFrame(at.frame);
      const over = landed ? below() : null;
      watch.ended(over === from ? null : over);
    },
  });
  return () => {
    cancelAnimationFrame(at.frame);
    release();
  };
}
