/** How far the pointer goes before it is a drag and no click, in pixels. */
const THRESHOLD = 5;

/** What a drag tells on its way. */
export type DragWatch = {
  /** The pointer has gone far enough. */
  begun: () => void;
  moved: (x: number, y: number) => void;
  /** It is over; `landed` is false where it was broken off. */
  ended: (landed: boolean, x: number, y: number) => void;
};

type Down = { button: number; pointerType: string; clientX: number; clientY: number };

/** A click that ends a drag must not open what is below the pointer. */
function swallowClick(): void {
  const stop = (event: Event) => {
    event.preventDefault();
    event.stopPropagation();
  };
  window.addEventListener("click", stop, { capture: true, once: true });
  setTimeout(() => window.removeEventListener("click", stop, { capture: true }), 0);
}

/** Whether a press can become a drag: of the main button, and not of a finger, which scrolls. */
export function drags(event: Down): boolean {
  return event.button === 0 && event.pointerType !== "touch";
}

/** Follows the pointer from where it went down; gives what ends it early without a word. Escape breaks it off. */
export function followPointer(event: Down, watch: DragWatch): () => void {
  const start = { x: event.clientX, y: event.clientY };
  const at = { ...start, flying: false };
  const listening = new AbortController();
  const move = (next: PointerEvent) => {
    at.x = next.clientX;
    at.y = next.clientY;
    if (!at.flying && Math.hypot(at.x - start.x, at.y - start.y) < THRESHOLD) return;
    if (!at.flying) watch.begun();
    at.flying = true;
    watch.moved(at.x, at.y);
  };
  const end = (landed: boolean) => {
    listening.abort();
    if (!at.flying) return;
    swallowClick();
    watch.ended(landed, at.x, at.y);
  };
  const { signal } = listening;
  window.addEventListener("pointermove", move, { signal });
  window.addEventListener("pointerup", () => end(true), { signal });
  window.addEventListener("pointercancel", () => end(false), { signal });
  window.addEventListener("keydown", (pressed) => pressed.key === "Escape" && end(false), { signal });
  return () => listening.abort();
}
