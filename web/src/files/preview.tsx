import {
  DownloadOutlined,
  LeftOutlined,
  RedoOutlined,
  RightOutlined,
  ZoomInOutlined,
  ZoomOutOutlined,
} from "@ant-design/icons";
import { Button, Modal } from "antd";
import { lazy, Suspense, useEffect, useState } from "react";
import { fileAddress } from "@/api/files";
import { useLanguage } from "@/i18n";
import { useDetailed } from "./file-detail";
import type { Shown } from "./file-list";
import { ImageView } from "./image-view";
import { bytesText } from "./limits";
import css from "./preview.module.css";
import { previewKind } from "./preview-kind";
import { TextView } from "./text-view";
import { type Look, START, turned, zoomed } from "./zoom";

const PdfView = lazy(() => import("./pdf-view"));

type Props = { files: Shown[]; at: number; go: (at: number) => void; close: () => void };

function Body({ file, look, change }: { file: Shown; look: Look; change: (look: Look) => void }) {
  const { t } = useLanguage();
  if (file.type === undefined) return null;
  if (file.state === "held" || file.state === "infected") return <p>{t(`files.why.${file.state}`)}</p>;
  switch (previewKind(file.type)) {
    case "image":
      return <ImageView key={file.id} file={file} look={look} change={change} />;
    case "pdf":
      return (
        <Suspense>
          <PdfView key={file.id} file={file} zoom={look.zoom} />
        </Suspense>
      );
    case "text":
      return <TextView key={file.id} file={file} />;
    case "none":
      return <p>{t("files.noPreview")}</p>;
  }
}

type ToolsProps = { file: Shown; look: Look; change: (look: Look) => void };

function Tools({ file, look, change }: ToolsProps) {
  const { t } = useLanguage();
  const kind = file.type === undefined ? "none" : previewKind(file.type);
  const zooms = kind === "image" || kind === "pdf";
  return (
    <span className={css.tools}>
      {zooms && (
        <>
          <Button icon={<ZoomOutOutlined />} aria-label={t("files.zoomOut")} onClick={() => change(zoomed(look, -1))} />
          <span className="num">{Math.round(look.zoom * 100)}%</span>
          <Button icon={<ZoomInOutlined />} aria-label={t("files.zoomIn")} onClick={() => change(zoomed(look, 1))} />
        </>
      )}
      {kind === "image" && (
        <Button icon={<RedoOutlined />} aria-label={t("files.rotate")} onClick={() => change(turned(look))} />
      )}
      {file.state === "ready" && (
        <Button
          icon={<DownloadOutlined />}
          aria-label={t("files.downloadOf", { name: file.name })}
          href={fileAddress(file.id)}
          download={file.name}
        />
      )}
    </span>
  );
}

const KEYS: Record<string, (look: Look) => Look> = {
  "+": (look) => zoomed(look, 1),
  "=": (look) => zoomed(look, 1),
  "-": (look) => zoomed(look, -1),
  "0": () => START,
  r: turned,
  R: turned,
};

/**
 * Arrows go to the next and the one before, plus and minus make it larger and smaller, R turns it, Escape closes. Heard before all
 * others: the row in which the files stand listens to keys as well.
 */
function useKeys(step: (by: 1 | -1) => void, change: (work: (look: Look) => Look) => void, close: () => void) {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const work = KEYS[event.key];
      if (event.key === "ArrowLeft") step(-1);
      else if (event.key === "ArrowRight") step(1);
      else if (event.key === "Escape") close();
      else if (work) change(work);
      else return;
      event.stopPropagation();
    };
    window.addEventListener("keydown", listen, true);
    return () => window.removeEventListener("keydown", listen, true);
  }, [step, change, close]);
}

/** Files one by one on the whole screen. */
export default function Preview({ files, at, go, close }: Props) {
  const { t } = useLanguage();
  const known = useDetailed(files, true);
  const [look, setLook] = useState(START);
  const last = files.length - 1;
  const file = known[Math.min(at, last)];
  const step = (by: 1 | -1) => {
    const to = at + by;
    if (to < 0 || to > last) return;
    setLook(START);
    go(to);
  };
  useKeys(step, setLook, close);
  if (!file) return null;
  return (
    <Modal open onCancel={close} footer={null} width="100vw" className={css.preview} title={null} keyboard={false}>
      <header className={css.head}>
        <span className={css.name}>
          <span className="ellipsis" title={file.name}>
            {file.name}
          </span>
          {file.size !== undefined && <span className="faint num">{bytesText(file.size)}</span>}
          {last > 0 && <span className="faint num">{t("files.place", { at: at + 1, of: files.length })}</span>}
        </span>
        <Tools file={file} look={look} change={setLook} />
      </header>
      <div className={css.stage}>
        <Body file={file} look={look} change={setLook} />
        {at > 0 && (
          <Button
            className={`${css.arrow} ${css.before}`}
            shape="circle"
            icon={<LeftOutlined />}
            aria-label={t("files.before")}
            onClick={() => step(-1)}
          />
        )}
        {at < last && (
          <Button
            className={`${css.arrow} ${css.after}`}
            shape="circle"
            icon={<RightOutlined />}
            aria-label={t("files.after")}
            onClick={() => step(1)}
          />
        )}
      </div>
    </Modal>
  );
}
