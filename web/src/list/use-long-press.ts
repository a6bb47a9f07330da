import { type PointerEvent, useEffect, useRef } from "react";

const HELD = 450;
const MOVED = 10;

/**
 * Handlers that tell a finger held still from a tap and from scrolling. The click that ends a long press is taken away,
 * so that it does not open what lies under the finger.
 */
export function useLongPress(pressed: () => void) {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const from = useRef({ x: 0, y: 0 });
  const done = useRef(false);
  useEffect(() => () => clearTimeout(timer.current), []);
  const cancel = () => clearTimeout(timer.current);
  return {
    onPointerDown: (event: PointerEvent) => {
      done.current = false;
      if (event.pointerType === "mouse") return;
      from.current = { x: event.clientX, y: event.clientY };
      timer.current = setTimeout(() => {
        done.current = true;
        pressed();
      }, HELD);
    },
    onPointerMove: (event: PointerEvent) => {
      if (Math.hypot(event.clientX - from.current.x, event.clientY - from.current.y) > MOVED) cancel();
    },
    onPointerUp: cancel,
    onPointerCancel: cancel,
    onContextMenu: (event: { preventDefault: () => void }) => done.current && event.preventDefault(),
    onClickCapture: (event: { preventDefault: () => void; stopPropagation: () => void }) => {
      if (!done.current) return;
      done.current = false;
      event.preventDefault();
      event.stopPropagation();
    },
  };
}
