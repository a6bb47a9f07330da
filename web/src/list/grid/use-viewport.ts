import { useCallback, useEffect, useLayoutEffect, useRef, useState } from "react";

/** The scrolled part of an element, at most once per frame. */
export function useViewport() {
  const element = useRef<HTMLDivElement>(null);
  const frame = useRef(0);
  const [view, setView] = useState({ top: 0, height: 600 });
  const look = useCallback(() => {
    cancelAnimationFrame(frame.current);
    frame.current = requestAnimationFrame(() => {
      const node = element.current;
      if (node) setView({ top: node.scrollTop, height: node.clientHeight });
    });
  }, []);
  useLayoutEffect(() => {
    const node = element.current;
    if (!node) return;
    setView({ top: node.scrollTop, height: node.clientHeight });
    const observer = new ResizeObserver(look);
    observer.observe(node);
    return () => observer.disconnect();
  }, [look]);
  useEffect(() => () => cancelAnimationFrame(frame.current), []);
  return { element, view, look };
}
