import { DeleteOutlined, PaperClipOutlined, UploadOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useState } from "react";
import { fileAddress, uploadFile } from "@/api/files";
import { FileButton } from "@/app/file-button";
import { useToast } from "@/app/toast";
import { texts, type Value } from "@/core/value";
import { useLanguage } from "@/i18n";
import css from "./field.module.css";
import { type DisplayProps, type InputProps, kind, PRESENCE_OPERATORS, type ValueLabel } from "./kind";

/** How many files a field takes that does not say. */
const MANY = 20;

export type Kept = { id: string; name: string };

/** The files in a value: ids with the server's labels, or objects that carry their name. */
export function filesIn(value: Value, label: ValueLabel): Kept[] {
  const labels = label === undefined ? [] : Array.isArray(label) ? label : [label];
  const list = Array.isArray(value) ? value : value === null ? [] : [value];
  return list.flatMap((one, i) => {
    const id = texts(one)[0];
    const own =
      typeof one === "object" && one !== null && !Array.isArray(one) && typeof one.name === "string" ? one.name : "";
    return id === undefined ? [] : [{ id, name: own || labels[i] || "" }];
  });
}

function Files({ field, value, label }: DisplayProps) {
  const { t } = useLanguage();
  return (
    <span className={css.tags}>
      {filesIn(value, label).map((file) => (
        <a
          key={file.id}
          href={fileAddress(file.id)}
          target="_blank"
          rel="noreferrer"
          tabIndex={-1}
          onClick={(event) => event.stopPropagation()}
        >
          {field.type === "file" ? (
            <span className="ellipsis">
              <PaperClipOutlined /> {file.name || t("field.file")}
            </span>
          ) : (
            <img className={css.thumb} src={fileAddress(file.id)} alt={file.name || t("field.image")} loading="lazy" />
          )}
        </a>
      ))}
    </span>
  );
}

function OneFile({ file, picture, remove }: { file: Kept; picture: boolean; remove: () => void }) {
  const { t } = useLanguage();
  return (
    <span className={picture ? css.person : css.file}>
      {picture ? (
        <img className={css.picture} src={fileAddress(file.id)} alt={file.name || t("field.image")} />
      ) : (
        <a className="ellipsis" href={fileAddress(file.id)} target="_blank" rel="noreferrer">
          {file.name || t("field.file")}
        </a>
      )}
      <Button type="text" size="small" icon={<DeleteOutlined />} aria-label={t("common.remove")} onClick={remove} />
    </span>
  );
}

function FileInput({ id, field, value, label, onChange }: InputProps) {
  const { t } = useLanguage();
  const toast = useToast();
  const [busy, setBusy] = useState(false);
  const picture = field.type === "image";
  const many = (field.max ?? MANY) > 1;
  const files = filesIn(value, label);
  const put = (next: Kept[]) => {
    const names = next.map((file) => file.name);
    onChange(
      next.map((file) => file.id),
      names,
    );
  };
  const add = async (file: File) => {
    setBusy(true);
    try {
      const kept = await uploadFile(file);
      put(many ? [...files, kept] : [kept]);
    } catch (error) {
      toast.failed(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className={css.wrap} id={id}>
      {files.map((file) => (
        <OneFile
          key={file.id}
          file={file}
          picture={picture}
          remove={() => put(files.filter((f) => f.id !== file.id))}
        />
      ))}
      <FileButton
        icon={<UploadOutlined />}
        loading={busy}
        accept={picture ? "image/*" : undefined}
        onFile={(file) => void add(file)}
      >
        {t(picture ? "field.addImage" : "field.addFile")}
      </FileButton>
    </div>
  );
}

const files = {
  Display: Files,
  Input: FileInput,
  operators: PRESENCE_OPERATORS,
  editing: "form",
  instant: true,
  sortable: false,
  width: 160,
} as const;
export const file = kind({ types: ["file"], ...files });
export const image = kind({ types: ["image"], ...files, width: 96 });
export const fileDisplay = Files;
