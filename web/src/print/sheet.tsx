import { type RefObject, useEffect, useRef, useState } from "react";
import css from "./print.module.css";

type Props = { html: string; title: string; frame?: RefObject<HTMLIFrameElement | null> };

/**
 * A printed page, made small enough for the place it is shown in. It can run nothing; this page may ask it to print, for which
 * both have the same origin.
 */
export function Sheet({ html, title, frame }: Props) {
  const own = useRef<HTMLIFrameElement>(null);
  const shown = frame ?? own;
  const holder = useRef<HTMLDivElement>(null);
  const [size, setSize] = useState({ scale: 1, width: 0, height: 400 });
  const fit = () => {
    const page = shown.current?.contentDocument;
    const room = holder.current?.clientWidth ?? 0;
    if (!page?.body || room === 0) return;
    const width = Math.max(page.body.offsetWidth + 16, 200);
    const height = page.documentElement.scrollHeight;
    setSize({ scale: Math.min(1, room / width), width, height });
  };
  const latest = useRef(fit);
  latest.current = fit;
  useEffect(() => {
    const watch = new ResizeObserver(() => latest.current());
    if (holder.current) watch.observe(holder.current);
    return () => watch.disconnect();
  }, []);
  return (
    <div
      ref={holder}
      className={css.holder}
      style={{ height: size.height * size.scale, justifyContent: size.scale < 1 ? "start" : "center" }}
    >
      <iframe
        ref={shown}
        title={title}
        srcDoc={html}
        sandbox="allow-same-origin allow-modals"
        onLoad={fit}
        style={{
          width: size.width || "100%",
          height: size.height,
          transform: `scale(${size.scale})`,
          transformOrigin: "0 0",
        }}
      />
    </div>
  );
}
