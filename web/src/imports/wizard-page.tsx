import { UploadOutlined } from "@ant-design/icons";
import { Button, Progress } from "antd";
import { useState } from "react";
import type { Upload } from "@/api/import-types";
import type { EntityInfo } from "@/api/types";
import { DropZone } from "@/app/drop-zone";
import { Failure } from "@/app/failure";
import { FileButton } from "@/app/file-button";
import { PageSkeleton } from "@/app/skeleton";
import { SHEET_ACCEPT, useSheetUpload } from "@/begin/use-sheet-upload";
import { labelText, useLanguage } from "@/i18n";
import { MissingEntity } from "@/list/list-page";
import { useEntity } from "@/list/use-entity";
import css from "./wizard.module.css";
import { WizardMapping } from "./wizard-mapping";

function FileStep({ done }: { done: (upload: Upload) => void }) {
  const { t } = useLanguage();
  const { uploading, start, cancel } = useSheetUpload(done);
  const send = (file: File) => void start(file);
  return (
    <DropZone onFiles={([file]) => file && void send(file)} hint={t("imports.wizard.drop")}>
      <div className={css.drop}>
        {uploading ? (
          <div className={css.progress} role="status">
            <p className="ellipsis">{t("begin.uploading", { name: uploading.name })}</p>
            <Progress percent={Math.round(uploading.part * 100)} />
            <Button size="small" onClick={cancel}>
              {t("common.cancel")}
            </Button>
          </div>
        ) : (
          <>
            <p className="muted">{t("imports.wizard.dropText")}</p>
            <FileButton
              type="primary"
              icon={<UploadOutlined />}
              accept={SHEET_ACCEPT}
              onFiles={([file]) => file && void send(file)}
            >
              {t("begin.sheet.action")}
            </FileButton>
            <span className="faint">{t("begin.sheet.formats")}</span>
          </>
        )}
      </div>
    </DropZone>
  );
}

function Wizard({ entity, entities }: { entity: EntityInfo; entities: EntityInfo[] }) {
  const { t, language } = useLanguage();
  const [upload, setUpload] = useState<Upload | null>(null);
  if (upload) {
    return (
      <WizardMapping
        key={upload.id}
        entity={entity}
        entities={entities}
        upload={upload}
        again={() => setUpload(null)}
      />
    );
  }
  return (
    <div className={css.page}>
      <div className={css.inner}>
        <h1>{t("imports.wizard.title", { name: labelText(entity.label, language) })}</h1>
        <FileStep done={setUpload} />
      </div>
    </div>
  );
}

export function Component() {
  const { entity, data, isPending, error, refetch } = useEntity();
  if (isPending) return <PageSkeleton />;
  if (error) return <Failure error={error} retry={() => void refetch()} />;
  if (!entity || !data) return <MissingEntity />;
  return <Wizard key={entity.code} entity={entity} entities={data} />;
}
