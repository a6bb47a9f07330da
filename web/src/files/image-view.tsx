import { type PointerEvent, useRef, useState } from "react";
import { fileAddress, thumbnailAddress } from "@/api/files";
import { useLanguage } from "@/i18n";
import type { Shown } from "./file-list";
import css from "./preview.module.css";
import { type Look, moved, START, zoomed, zoomedTo } from "./zoom";

type Props = { file: Shown; look: Look; change: (look: Look) => void };
type Point = { x: number; y: number };

/** One finger or the mouse moves it, two fingers make it larger. */
function useFingers(look: Look, change: (look: Look) => void) {
  const down = useRef(new Map<number, Point>());
  const apart = (points: Point[]) => {
    const [a, b] = points;
    return a && b ? Math.hypot(a.x - b.x, a.y - b.y) : 0;
  };
  const press = (event: PointerEvent) => {
    event.currentTarget.setPointerCapture(event.pointerId);
    down.current.set(event.pointerId, { x: event.clientX, y: event.clientY });
  };
  const drag = (event: PointerEvent) => {
    const before = down.current.get(event.pointerId);
    if (!before) return;
    const now = { x: event.clientX, y: event.clientY };
    const old = apart([...down.current.values()]);
    down.current.set(event.pointerId, now);
    const fresh = apart([...down.current.values()]);
    if (old > 0 && fresh > 0) change(zoomedTo(look, (look.zoom * fresh) / old));
    else change(moved(look, now.x - before.x, now.y - before.y));
  };
  const lift = (event: PointerEvent) => down.current.delete(event.pointerId);
  return { onPointerDown: press, onPointerMove: drag, onPointerUp: lift, onPointerCancel: lift };
}

/** A picture: first the one made for screens, the original when one looks closer or where there is no other. */
export function ImageView({ file, look, change }: Props) {
  const { t } = useLanguage();
  const [original, setOriginal] = useState(false);
  const [failed, setFailed] = useState(false);
  const fingers = useFingers(look, change);
  if (failed) return <p>{t("files.damaged")}</p>;
  const closer = original || look.zoom > 1.5;
  const sideways = look.turn % 2 === 1;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys and buttons of the preview do the same
    <div
      className={css.image}
      {...fingers}
      onWheel={(event) => change(zoomed(look, event.deltaY < 0 ? 1 : -1))}
      onDoubleClick={() => change(look.zoom === 1 ? zoomedTo(look, 2) : { ...START, turn: look.turn })}
    >
      <img
        className={sideways ? css.sideways : undefined}
        src={closer ? fileAddress(file.id) : thumbnailAddress(file.id, "large")}
        alt={file.name}
        draggable={false}
        style={{ transform: `translate(${look.x}px, ${look.y}px) rotate(${look.turn * 90}deg) scale(${look.zoom})` }}
        onError={() => (closer ? setFailed(true) : setOriginal(true))}
      />
    </div>
  );
}
