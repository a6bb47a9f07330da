import { useQuery } from "@tanstack/react-query";
import { Button, Mentions } from "antd";
import { useMemo, useState } from "react";
import { membersQuery } from "@/api/catalogue";
import type { FileInfo } from "@/api/types";
import { FileList } from "@/files/file-list";
import { FileButtons, usePaste } from "@/files/files-input";
import { useGivenFiles } from "@/files/given-files";
import { COMMENT_LIMITS } from "@/files/limits";
import { UploadList } from "@/files/upload-list";
import { useUploads } from "@/files/use-uploads";
import { useLanguage } from "@/i18n";
import { toSent, toTyped, typedNames } from "./mentions";
import css from "./timeline.module.css";

type Props = {
  /** What is there already, as it was sent. */
  sent?: string;
  send: (text: string, files: string[]) => Promise<boolean>;
  cancel?: () => void;
  /** Whether files can come with it. */
  attach?: boolean;
  /** Needs no words, since files are with it. */
  wordless?: boolean;
};

/** The files of a comment that is being written. */
function useAttached(attach: boolean) {
  const [files, setFiles] = useState<FileInfo[]>([]);
  const uploads = useUploads({
    limits: COMMENT_LIMITS,
    taken: files.length,
    settled: (arrived) => setFiles((old) => [...old, ...arrived]),
  });
  useGivenFiles(attach, uploads.add);
  const paste = usePaste(uploads.add);
  return { files, setFiles, uploads, paste: attach ? paste : undefined };
}

/** A comment being written: `@` offers the members, Ctrl+Enter sends; files come by button, by paste or by dropping. */
export function CommentInput({ sent = "", send, cancel, attach = false, wordless = false }: Props) {
  const { t } = useLanguage();
  const members = useQuery(membersQuery);
  const names = useMemo(() => typedNames(members.data ?? []), [members.data]);
  const offered = [...names].filter(([, member]) => member.active !== false);
  const [typed, setTyped] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const { files, setFiles, uploads, paste } = useAttached(attach);
  const text = typed ?? toTyped(sent, names);
  const nothing = (text.trim() === "" && files.length === 0 && !wordless) || uploads.busy;
  const submit = async () => {
    if (nothing || busy) return;
    setBusy(true);
    const ids = files.map((file) => file.id);
    if (await send(toSent(text, names), ids)) {
      setTyped("");
      setFiles([]);
    }
    setBusy(false);
  };
  return (
    <div className={css.comment} onPaste={paste}>
      <Mentions
        aria-label={t("timeline.comment")}
        placeholder={t("timeline.commentHint")}
        autoSize={{ minRows: 2, maxRows: 10 }}
        value={text}
        options={offered.map(([name, member]) => ({ value: name, label: member.name, key: member.id }))}
        onChange={setTyped}
        onKeyDown={(event) => {
          if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) void submit();
        }}
      />
      {files.length > 0 && (
        <FileList files={files} remove={(gone) => setFiles(files.filter((file) => file.id !== gone))} />
      )}
      <UploadList {...uploads} />
      <div className={css.buttons}>
        {attach && (
          <FileButtons limits={COMMENT_LIMITS} pictures={false} add={uploads.add} label={t("files.attach")} small />
        )}
        {cancel && (
          <Button size="small" onClick={cancel}>
            {t("common.cancel")}
          </Button>
        )}
        <Button type="primary" size="small" disabled={nothing} loading={busy} onClick={() => void submit()}>
          {t("timeline.send")}
        </Button>
      </div>
    </div>
  );
}
