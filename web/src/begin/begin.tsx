import { FileAddOutlined, TableOutlined, UploadOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { lazy, Suspense } from "react";
import { DropZone } from "@/app/drop-zone";
import { FileButton } from "@/app/file-button";
import { useLanguage } from "@/i18n";
import css from "./begin.module.css";
import { BlankApp } from "./blank-app";
import { Templates } from "./templates";
import { SHEET_ACCEPT, type Uploading, useBeginWithSheet } from "./use-sheet-upload";

const UploadProgress = lazy(() => import("./upload-progress"));

type SheetProps = { uploading: Uploading | null; start: (file: File) => void; cancel: () => void };

function FromSheet({ uploading, start, cancel }: SheetProps) {
  const { t } = useLanguage();
  return (
    <section className={`${css.card} ${css.sheet}`}>
      <TableOutlined className={css.icon} />
      <h2>{t("begin.sheet.title")}</h2>
      {uploading ? (
        <div className={css.progress} role="status">
          <p className="ellipsis">{t("begin.uploading", { name: uploading.name })}</p>
          <Suspense fallback={null}>
            <UploadProgress part={uploading.part} />
          </Suspense>
          <Button size="small" onClick={cancel}>
            {t("common.cancel")}
          </Button>
        </div>
      ) : (
        <>
          <p className="muted">{t("begin.sheet.text")}</p>
          <div className={css.actions}>
            <FileButton
              type="primary"
              icon={<UploadOutlined />}
              accept={SHEET_ACCEPT}
              onFiles={([file]) => file && void start(file)}
            >
              {t("begin.sheet.action")}
            </FileButton>
            <span className={css.note}>{t("begin.sheet.formats")}</span>
          </div>
        </>
      )}
    </section>
  );
}

/** The three ways to begin. A spreadsheet may be dropped anywhere on the page. */
export function Begin() {
  const { t } = useLanguage();
  const sheet = useBeginWithSheet();
  return (
    <DropZone onFiles={([file]) => file && void sheet.start(file)} hint={t("begin.drop")}>
      <div className={css.page}>
        <h1>{t("begin.title")}</h1>
        <p className="muted">{t("begin.subtitle")}</p>
        <FromSheet uploading={sheet.uploading} start={(file) => void sheet.start(file)} cancel={sheet.cancel} />
        <div className={css.two}>
          <Templates />
          <section className={css.card}>
            <FileAddOutlined className={css.icon} />
            <h2>{t("begin.blank.title")}</h2>
            <p className="muted">{t("begin.blank.text")}</p>
            <BlankApp />
          </section>
        </div>
      </div>
    </DropZone>
  );
}
