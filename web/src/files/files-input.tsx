import { CameraOutlined, PaperClipOutlined, UploadOutlined } from "@ant-design/icons";
import type { ClipboardEvent, ReactNode } from "react";
import { useRef } from "react";
import type { FileInfo } from "@/api/types";
import { DropZone } from "@/app/drop-zone";
import { FileButton } from "@/app/file-button";
import { usePhone } from "@/app/use-phone";
import { useLanguage } from "@/i18n";
import { FileList, type Shown } from "./file-list";
import css from "./files.module.css";
import { pastedFiles, stamp } from "./given";
import { acceptOf, type Limits } from "./limits";
import { UploadList } from "./upload-list";
import { type Uploads, useUploads } from "./use-uploads";

/** Takes files out of what is pasted. */
export function usePaste(add: (files: File[]) => void) {
  const { t } = useLanguage();
  return (event: ClipboardEvent) => {
    const now = stamp(new Date());
    const files = pastedFiles(
      event.clipboardData,
      (at) => `${t("files.pasted")} ${now}${at > 0 ? ` (${at + 1})` : ""}`,
    );
    if (files.length === 0) return;
    event.preventDefault();
    event.stopPropagation();
    add(files);
  };
}

type ButtonsProps = {
  limits: Limits;
  pictures: boolean;
  add: (files: File[]) => void;
  label: ReactNode;
  id?: string;
  small?: boolean;
};

/** A button for files, and on a phone one for its camera. */
export function FileButtons({ limits, pictures, add, label, id, small }: ButtonsProps) {
  const { t } = useLanguage();
  const phone = usePhone();
  const takesPictures = pictures || limits.endings.length === 0 || limits.endings.some((one) => /^jpe?g$/.test(one));
  return (
    <span className={css.buttons}>
      <FileButton
        id={id}
        size={small ? "small" : undefined}
        icon={small ? <PaperClipOutlined /> : <UploadOutlined />}
        accept={acceptOf(limits, pictures)}
        multiple={limits.most > 1}
        onFiles={add}
      >
        {label}
      </FileButton>
      {phone && takesPictures && (
        <FileButton size={small ? "small" : undefined} icon={<CameraOutlined />} accept="image/*" camera onFiles={add}>
          {t("files.camera")}
        </FileButton>
      )}
    </span>
  );
}

type Props = {
  id?: string;
  files: Shown[];
  limits: Limits;
  pictures: boolean;
  change: (files: Shown[]) => void;
};

function useOwnUploads({ files, limits, change }: Props): Uploads {
  const latest = useRef(files);
  latest.current = files;
  const one = limits.most === 1;
  const settled = (arrived: FileInfo[]) => change(one ? arrived : [...latest.current, ...arrived]);
  return useUploads({ limits, taken: one ? 0 : files.length, settled });
}

/** Files of a field: by a button, by dropping them here, by pasting while the focus is here, and by a phone's camera. */
export function FilesInput(props: Props) {
  const { id, files, limits, pictures, change } = props;
  const { t } = useLanguage();
  const uploads = useOwnUploads(props);
  const paste = usePaste(uploads.add);
  return (
    <DropZone hint={t("files.dropHere")} onFiles={uploads.add} className={css.input}>
      <div onPaste={paste} aria-busy={uploads.busy}>
        {files.length > 0 && (
          <FileList
            files={files}
            pictures={pictures}
            remove={(gone) => change(files.filter((file) => file.id !== gone))}
          />
        )}
        <FileButtons
          id={id}
          limits={limits}
          pictures={pictures}
          add={uploads.add}
          label={t(pictures ? "field.addImage" : "field.addFile")}
        />
        <UploadList {...uploads} />
      </div>
    </DropZone>
  );
}
