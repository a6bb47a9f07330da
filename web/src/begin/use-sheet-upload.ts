import { useEffect, useRef, useState } from "react";
import { useNavigate } from "react-router";
import type { Upload } from "@/api/import-types";
import { uploadSheet } from "@/api/imports";
import { paths } from "@/app/paths";
import { useToast } from "@/app/toast";
import { useLanguage } from "@/i18n";
import { keepUpload } from "./kept-upload";

const SHEET = /\.(xlsx|xls|csv|tsv|txt)$/i;
export const SHEET_ACCEPT = ".xlsx,.xls,.csv,.tsv,.txt";

export type Uploading = { name: string; part: number };

/** Sends a spreadsheet to the server, with progress and a way to stop. */
export function useSheetUpload(done: (upload: Upload) => void) {
  const { t } = useLanguage();
  const toast = useToast();
  const [uploading, setUploading] = useState<Uploading | null>(null);
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);
  const start = async (file: File) => {
    if (!SHEET.test(file.name)) {
      toast.refused(t("begin.badFile", { name: file.name }));
      return;
    }
    const controller = new AbortController();
    running.current = controller;
    setUploading({ name: file.name, part: 0 });
    try {
      done(await uploadSheet(file, (part) => setUploading({ name: file.name, part }), controller.signal));
    } catch (error) {
      if (!controller.signal.aborted) toast.failed(error);
    } finally {
      setUploading(null);
    }
  };
  return { uploading, start, cancel: () => running.current?.abort() };
}

/** Uploads a file and goes on to the page where its columns are checked. */
export function useBeginWithSheet() {
  const navigate = useNavigate();
  return useSheetUpload((upload) => {
    keepUpload(upload);
    void navigate(paths.columns(upload.id));
  });
}
