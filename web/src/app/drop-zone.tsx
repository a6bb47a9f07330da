import { type DragEvent, type ReactNode, useRef, useState } from "react";
import css from "./drop-zone.module.css";

type Props = { onFile: (file: File) => void; hint: string; children: ReactNode; className?: string };

const holdsFiles = (event: DragEvent) => event.dataTransfer.types.includes("Files");

/** An area that takes a dropped file anywhere on it. There must also be a button for those who do not drag. */
export function DropZone({ onFile, hint, children, className }: Props) {
  const [over, setOver] = useState(false);
  const depth = useRef(0);
  const enter = (event: DragEvent, step: 1 | -1) => {
    if (!holdsFiles(event)) return;
    event.preventDefault();
    depth.current = Math.max(0, depth.current + step);
    setOver(depth.current > 0);
  };
  const drop = (event: DragEvent) => {
    if (!holdsFiles(event)) return;
    event.preventDefault();
    depth.current = 0;
    setOver(false);
    const file = event.dataTransfer.files[0];
    if (file) onFile(file);
  };
  return (
    <section
      aria-label={hint}
      className={`${css.zone} ${className ?? ""}`}
      onDragEnter={(event) => enter(event, 1)}
      onDragLeave={(event) => enter(event, -1)}
      onDragOver={(event) => holdsFiles(event) && event.preventDefault()}
      onDrop={drop}
    >
      {children}
      {over && (
        <div className={css.over} aria-hidden>
          <span>{hint}</span>
        </div>
      )}
    </section>
  );
}
