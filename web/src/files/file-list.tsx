import { DeleteOutlined, FileOutlined, PictureOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { lazy, Suspense, useState } from "react";
import { thumbnailAddress } from "@/api/files";
import type { FileState } from "@/api/types";
import { useLanguage } from "@/i18n";
import css from "./files.module.css";
import { bytesText } from "./limits";

const Preview = lazy(() => import("./preview"));

/** A file as a screen knows it: by its name, and by the rest where that was asked for. */
export type Shown = { id: string; name: string; size?: number; type?: string; state?: FileState };

/** A small picture; a sign in its place where there is none, such as while a file is examined. */
export function Thumb({ file, className }: { file: Shown; className?: string }) {
  const [failed, setFailed] = useState(false);
  if (failed || (file.state !== undefined && file.state !== "ready")) {
    return (
      <span className={`${css.noThumb} ${className ?? ""}`}>
        <PictureOutlined aria-hidden />
      </span>
    );
  }
  return (
    <img
      className={`${css.thumb} ${className ?? ""}`}
      src={thumbnailAddress(file.id, "small")}
      alt=""
      loading="lazy"
      onError={() => setFailed(true)}
    />
  );
}

type Props = {
  files: Shown[];
  /** All are pictures, and shown as such. */
  pictures?: boolean;
  /** In a cell of a list: one line, and no place in the order of the tab key. */
  small?: boolean;
  remove?: (id: string) => void;
};

function One({ file, pictures, small, open, remove }: Omit<Props, "files"> & { file: Shown; open: () => void }) {
  const { t } = useLanguage();
  const name = file.name || t(pictures ? "field.image" : "field.file");
  const held = file.state !== undefined && file.state !== "ready";
  const picture = pictures || file.type?.startsWith("image/");
  return (
    <li className={pictures ? css.tile : css.row}>
      <button
        type="button"
        className={`plain ${css.open}`}
        aria-label={t("files.openOf", { name })}
        title={name}
        tabIndex={small ? -1 : undefined}
        onClick={open}
      >
        {picture ? (
          <Thumb file={file} className={small ? css.tiny : pictures ? css.big : css.tiny} />
        ) : (
          <FileOutlined />
        )}
        {!pictures && <span className="ellipsis">{name}</span>}
        {!pictures && file.size !== undefined && <span className="faint num">{bytesText(file.size)}</span>}
      </button>
      {held && <span className={css.state}>{t(`files.state.${file.state === "held" ? "held" : "infected"}`)}</span>}
      {remove && (
        <Button
          type="text"
          size="small"
          icon={<DeleteOutlined />}
          aria-label={t("files.removeOf", { name })}
          onClick={() => remove(file.id)}
        />
      )}
    </li>
  );
}

/** Files that are there; a click shows one, and from there the others. */
export function FileList({ files, ...look }: Props) {
  const [at, setAt] = useState<number | null>(null);
  // What happens in the preview is none of the row's business in which these files stand.
  const keep = (event: { stopPropagation: () => void }) => event.stopPropagation();
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only keeps events of what is inside from those around it
    <span className={look.small ? css.line : css.list} onClick={keep} onKeyDown={keep} onDoubleClick={keep}>
      <ul className={look.small ? css.line : css.list}>
        {files.map((file, index) => (
          <One key={file.id} file={file} {...look} open={() => setAt(index)} />
        ))}
      </ul>
      {at !== null && (
        <Suspense>
          <Preview files={files} at={at} go={setAt} close={() => setAt(null)} />
        </Suspense>
      )}
    </span>
  );
}
