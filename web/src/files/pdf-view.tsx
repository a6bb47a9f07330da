import type { PDFDocumentProxy, PDFPageProxy } from "pdfjs-dist";
import { useEffect, useRef, useState } from "react";
import { fileAddress } from "@/api/files";
import { PageSkeleton } from "@/app/skeleton";
import { useLanguage } from "@/i18n";
import type { Shown } from "./file-list";
import { openPdf } from "./open-pdf";
import css from "./preview.module.css";

/** A canvas has at most so many pixels: phones give up above. */
const MOST_PIXELS = 16_000_000;
const WIDEST = 960;
const MARGIN = 24;

function paint(page: PDFPageProxy, canvas: HTMLCanvasElement, width: number) {
  const plain = page.getViewport({ scale: 1 });
  const wanted = (width / plain.width) * Math.min(2, window.devicePixelRatio || 1);
  const most = Math.sqrt(MOST_PIXELS / (plain.width * plain.height));
  const viewport = page.getViewport({ scale: Math.min(wanted, most) });
  canvas.width = Math.floor(viewport.width);
  canvas.height = Math.floor(viewport.height);
  return page.render({ canvas, viewport });
}

type PageProps = { document: PDFDocumentProxy; number: number; width: number; ratio: number };

/** One page, drawn only while it is in sight. */
function Page({ document, number, width, ratio }: PageProps) {
  const { t } = useLanguage();
  const place = useRef<HTMLLIElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const [near, setNear] = useState(false);
  const [shape, setShape] = useState(ratio);
  useEffect(() => {
    const watch = new IntersectionObserver(([entry]) => setNear(entry?.isIntersecting ?? false), {
      rootMargin: "800px",
    });
    if (place.current) watch.observe(place.current);
    return () => watch.disconnect();
  }, []);
  useEffect(() => {
    const target = canvas.current;
    if (!near || !target) return;
    let stop = () => {};
    let gone = false;
    void document.getPage(number).then((page) => {
      if (gone) return;
      const plain = page.getViewport({ scale: 1 });
      setShape(plain.height / plain.width);
      const task = paint(page, target, width);
      stop = () => task.cancel();
      // A page that is scrolled past before it is drawn rejects; it is drawn again when it comes back.
      task.promise.catch(() => {});
    });
    return () => {
      gone = true;
      stop();
    };
  }, [near, document, number, width]);
  return (
    <li ref={place} style={{ width, height: width * shape }}>
      {near && <canvas ref={canvas} role="img" aria-label={t("files.page", { page: number })} />}
    </li>
  );
}

type Opened = { document: PDFDocumentProxy; ratio: number };

function useDocument(id: string) {
  const [opened, setOpened] = useState<Opened | null>(null);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    const task = openPdf(fileAddress(id));
    let gone = false;
    task.promise
      .then(async (document) => {
        const { width, height } = (await document.getPage(1)).getViewport({ scale: 1 });
        if (!gone) setOpened({ document, ratio: height / width });
      })
      .catch(() => !gone && setFailed(true));
    return () => {
      gone = true;
      void task.destroy();
    };
  }, [id]);
  return { opened, failed };
}

/** A PDF, its pages below each other. */
export default function PdfView({ file, zoom }: { file: Shown; zoom: number }) {
  const { t } = useLanguage();
  const { opened, failed } = useDocument(file.id);
  const place = useRef<HTMLDivElement>(null);
  const [room, setRoom] = useState(WIDEST);
  useEffect(() => {
    const measure = () => setRoom(place.current?.clientWidth ?? WIDEST);
    measure();
    window.addEventListener("resize", measure);
    return () => window.removeEventListener("resize", measure);
  }, []);
  const width = Math.floor(Math.min(WIDEST, room - MARGIN) * zoom);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by the keyboard
    <div className={css.pdf} ref={place} tabIndex={0}>
      {failed && <p>{t("files.damaged")}</p>}
      {!opened && !failed && <PageSkeleton />}
      {opened && (
        <ol>
          {Array.from({ length: opened.document.numPages }, (_, at) => at + 1).map((number) => (
            <Page key={number} number={number} width={width} {...opened} />
          ))}
        </ol>
      )}
    </div>
  );
}
