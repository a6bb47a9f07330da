import { type PointerEvent, useRef } from "react";
import { COLUMNS, snap } from "@/core/layout/layout";
import { useLanguage } from "@/i18n";
import css from "./canvas.module.css";

type Props = { span: number; resize: (span: number) => void; label: string };

/** The right edge of a part: dragged, it snaps to the usual widths. The keys for it are those of the canvas. */
export function Resize({ span, resize, label }: Props) {
  const { t } = useLanguage();
  const from = useRef<{ left: number; column: number } | null>(null);
  const begin = (event: PointerEvent<HTMLDivElement>) => {
    const part = event.currentTarget.closest("[data-part]")?.getBoundingClientRect();
    const list = event.currentTarget.closest("[data-list]")?.getBoundingClientRect();
    if (!part || !list) return;
    event.preventDefault();
    event.stopPropagation();
    event.currentTarget.setPointerCapture(event.pointerId);
    from.current = { left: part.left, column: list.width / COLUMNS };
  };
  const follow = (event: PointerEvent<HTMLDivElement>) => {
    if (from.current === null) return;
    const wanted = snap((event.clientX - from.current.left) / from.current.column);
    if (wanted !== span) resize(wanted);
  };
  return (
    <div
      data-resize
      className={css.resize}
      title={t("builder.resize", { name: label, part: `${span}/${COLUMNS}` })}
      onPointerDown={begin}
      onPointerMove={follow}
      onPointerUp={() => {
        from.current = null;
      }}
    />
  );
}
