import { type DragEvent, type ReactNode, useRef, useState } from "react";
import css from "./drop-zone.module.css";

type Props = {
  /** @param on what they were dropped on, inside the zone */
  onFiles: (files: File[], on: Element) => void;
  hint: string;
  children: ReactNode;
  className?: string;
};

const holdsFiles = (event: DragEvent) => event.dataTransfer.types.includes("Files");

/** An area that takes dropped files anywhere on it; of two inside each other, the inner. There must also be a button. */
export function DropZone({ onFiles, hint, children, className }: Props) {
  const [over, setOver] = useState(false);
  const depth = useRef(0);
  const enter = (event: DragEvent, step: 1 | -1) => {
    if (!holdsFiles(event)) return;
    event.preventDefault();
    depth.current = Math.max(0, depth.current + step);
    setOver(depth.current > 0);
  };
  const end = () => {
    depth.current = 0;
    setOver(false);
  };
  const drop = (event: DragEvent) => {
    if (!holdsFiles(event) || event.defaultPrevented) return;
    event.preventDefault();
    const files = [...event.dataTransfer.files];
    if (files.length > 0) onFiles(files, event.target as Element);
  };
  return (
    <section
      aria-label={hint}
      className={`${css.zone} ${className ?? ""}`}
      onDragEnter={(event) => enter(event, 1)}
      onDragLeave={(event) => enter(event, -1)}
      onDragOver={(event) => holdsFiles(event) && event.preventDefault()}
      onDropCapture={end}
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
