import { CommentOutlined, PaperClipOutlined, PictureOutlined } from "@ant-design/icons";
import { Button, Modal } from "antd";
import { type ReactNode, useEffect, useRef, useState } from "react";
import type { EntityInfo, FieldInfo, FileInfo, Row } from "@/api/types";
import { DropZone } from "@/app/drop-zone";
import type { Value } from "@/core/value";
import { labelText, useLanguage } from "@/i18n";
import css from "./files.module.css";
import { type GivenFiles, GivenFilesContext } from "./given-files";
import { limitsOf } from "./limits";
import { UploadList } from "./upload-list";
import { useUploads } from "./use-uploads";

/** Fields into which files can be dropped say so by this attribute, wherever they are drawn. */
const FIELD = "[data-file-field]";

const isForFiles = (field: FieldInfo) => (field.type === "file" || field.type === "image") && !field.readonly;

type Put = (field: FieldInfo, value: Value, names: string[]) => void;

type UploadProps = { field: FieldInfo; row: Row; files: File[]; put: Put; close: () => void };

/** Brings files into a field of a record; stays open where some did not get in, to say why. */
function FieldUpload({ field, row, files, put, close }: UploadProps) {
  const { t, language } = useLanguage();
  const limits = limitsOf(field);
  const value = row.values[field.code];
  const there = Array.isArray(value) ? value.map(String) : [];
  const label = row.labels[field.code];
  const names = Array.isArray(label) ? label : [];
  const replaces = limits.most === 1;
  const settled = (arrived: FileInfo[]) => {
    const [ids, called] = replaces ? [[], []] : [there, names];
    put(field, [...ids, ...arrived.map((one) => one.id)], [...called, ...arrived.map((one) => one.name)]);
    if (arrived.length === files.length) close();
  };
  const uploads = useUploads({ limits, taken: replaces ? 0 : there.length, settled });
  const begun = useRef(false);
  useEffect(() => {
    if (begun.current) return;
    begun.current = true;
    uploads.add(files);
  });
  const over = begun.current && uploads.uploads.length === 0;
  useEffect(() => {
    if (over) close();
  }, [over, close]);
  return (
    <Modal
      open
      title={t("files.put", { name: labelText(field.label, language) })}
      onCancel={close}
      footer={!uploads.busy && <Button onClick={close}>{t("common.close")}</Button>}
    >
      <UploadList {...uploads} />
    </Modal>
  );
}

type WhereProps = {
  fields: FieldInfo[];
  toField: (field: FieldInfo) => void;
  toComment: () => void;
  close: () => void;
};

function Where({ fields, toField, toComment, close }: WhereProps) {
  const { t, language } = useLanguage();
  return (
    <Modal open title={t("files.where")} onCancel={close} footer={null}>
      <div className={css.choices}>
        {fields.map((field, at) => (
          <Button
            key={field.code}
            block
            autoFocus={at === 0}
            icon={field.type === "image" ? <PictureOutlined /> : <PaperClipOutlined />}
            onClick={() => toField(field)}
          >
            {t("files.toField", { name: labelText(field.label, language) })}
          </Button>
        ))}
        <Button block icon={<CommentOutlined />} onClick={toComment}>
          {t("files.toComment")}
        </Button>
      </div>
    </Modal>
  );
}

type Props = {
  entity: EntityInfo;
  /** As the logic of the form leaves them. */
  fields: FieldInfo[];
  row: Row;
  put: Put;
  /** Shows the place where comments are written. */
  showComments: () => void;
  children: ReactNode;
};

/**
 * A record that takes files dropped anywhere on it: into the field they were dropped on, else into the one that is chosen, or into a
 * comment where the record has no field for them.
 */
export function RecordDrop({ entity, fields, row, put, showComments, children }: Props) {
  const { t } = useLanguage();
  const [asked, setAsked] = useState<File[] | null>(null);
  const [chosen, setChosen] = useState<{ field: FieldInfo; files: File[] } | null>(null);
  const [given, setGiven] = useState<GivenFiles | null>(null);
  const own = entity.rights.update ? fields.filter(isForFiles) : [];
  const toComment = (files: File[]) => {
    setAsked(null);
    showComments();
    setGiven({ files, taken: () => setGiven(null) });
  };
  const dropped = (files: File[], on: Element) => {
    const code = on.closest<HTMLElement>(FIELD)?.dataset.fileField;
    const field = own.find((one) => one.code === code);
    if (field) setChosen({ field, files });
    else if (own.length === 0) toComment(files);
    else setAsked(files);
  };
  return (
    <GivenFilesContext value={given}>
      <DropZone hint={t("files.dropOnRecord")} onFiles={dropped}>
        {children}
      </DropZone>
      {asked && (
        <Where
          fields={own}
          close={() => setAsked(null)}
          toComment={() => toComment(asked)}
          toField={(field) => {
            setChosen({ field, files: asked });
            setAsked(null);
          }}
        />
      )}
      {chosen && <FieldUpload {...chosen} row={row} put={put} close={() => setChosen(null)} />}
    </GivenFilesContext>
  );
}
