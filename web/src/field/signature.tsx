import { Button } from "antd";
import { type PointerEvent, useRef, useState } from "react";
import { fileAddress, uploadFile } from "@/api/files";
import { useToast } from "@/app/toast";
import { useLanguage } from "@/i18n";
import css from "./field.module.css";
import { fileDisplay, filesIn } from "./file";
import { type InputProps, kind, PRESENCE_OPERATORS } from "./kind";

function pointOf(event: PointerEvent<HTMLCanvasElement>) {
  const box = event.currentTarget.getBoundingClientRect();
  return { x: event.clientX - box.left, y: event.clientY - box.top };
}

/** Draws with finger, pen or mouse. The canvas takes its real size when the first stroke begins. */
function usePen() {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [drawn, setDrawn] = useState(false);
  const begin = (event: PointerEvent<HTMLCanvasElement>) => {
    const pad = event.currentTarget;
    pad.setPointerCapture(event.pointerId);
    if (!drawn) {
      pad.width = pad.clientWidth;
      pad.height = pad.clientHeight;
    }
    const pen = pad.getContext("2d");
    const at = pointOf(event);
    if (!pen) return;
    pen.lineWidth = 2.5;
    pen.lineCap = "round";
    pen.strokeStyle = "black";
    pen.beginPath();
    pen.moveTo(at.x, at.y);
    setDrawn(true);
  };
  const move = (event: PointerEvent<HTMLCanvasElement>) => {
    if (event.buttons === 0) return;
    const pen = event.currentTarget.getContext("2d");
    const at = pointOf(event);
    pen?.lineTo(at.x, at.y);
    pen?.stroke();
  };
  const clear = () => {
    const pad = canvas.current;
    pad?.getContext("2d")?.clearRect(0, 0, pad.width, pad.height);
    setDrawn(false);
  };
  return { canvas, drawn, begin, move, clear };
}

function SignatureInput({ id, value, label, onChange }: InputProps) {
  const { t } = useLanguage();
  const toast = useToast();
  const pen = usePen();
  const kept = filesIn(value, label)[0];
  const keep = () =>
    pen.canvas.current?.toBlob(async (image) => {
      if (!image) return;
      try {
        const file = await uploadFile(image, "signature.png");
        onChange([file.id], [file.name]);
      } catch (error) {
        toast.failed(error);
      }
    });
  if (kept) {
    return (
      <div id={id}>
        <img
          className={css.signature}
          src={fileAddress(kept.id)}
          alt={t("field.signature")}
          style={{ objectFit: "contain" }}
        />
        <Button size="small" type="link" onClick={() => onChange(null)}>
          {t("field.signAgain")}
        </Button>
      </div>
    );
  }
  return (
    <div id={id}>
      <canvas
        ref={pen.canvas}
        className={css.signature}
        aria-label={t("field.signHere")}
        onPointerDown={pen.begin}
        onPointerMove={pen.move}
      />
      <Button size="small" type="link" disabled={!pen.drawn} onClick={keep}>
        {t("field.keepSignature")}
      </Button>
      <Button size="small" type="link" disabled={!pen.drawn} onClick={pen.clear}>
        {t("common.clear")}
      </Button>
    </div>
  );
}

export const signature = kind({
  types: ["signature"],
  Display: fileDisplay,
  Input: SignatureInput,
  operators: PRESENCE_OPERATORS,
  editing: "form",
  instant: true,
  sortable: false,
  width: 96,
});
