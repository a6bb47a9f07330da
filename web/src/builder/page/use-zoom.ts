import { type RefObject, useLayoutEffect, useRef, useState } from "react";

/** How wide a page is drawn for a desktop before it is made smaller to fit. */
const DESKTOP = 1160;

/** How much smaller a page for a desktop is drawn, so that it stands between palette and properties as it does alone. */
export function useZoom<T extends HTMLElement>(phone: boolean): { ref: RefObject<T | null>; zoom: number } {
  const ref = useRef<T>(null);
  const [room, setRoom] = useState(DESKTOP);
  useLayoutEffect(() => {
    const element = ref.current;
    if (element === null || typeof ResizeObserver === "undefined") return;
    const observer = new ResizeObserver(([entry]) => entry && setRoom(entry.contentRect.width));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return { ref, zoom: phone ? 1 : Math.min(1, Math.max(0.4, room / DESKTOP)) };
}
