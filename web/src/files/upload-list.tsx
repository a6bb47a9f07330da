import { CloseOutlined, ReloadOutlined } from "@ant-design/icons";
import { Button, Progress } from "antd";
import { failureText } from "@/app/failure";
import { useLanguage } from "@/i18n";
import css from "./files.module.css";
import { bytesText } from "./limits";
import type { Upload } from "./queue";
import type { Uploads } from "./use-uploads";

/** Why a file did not get in, as people read it. */
export function useReason() {
  const { t } = useLanguage();
  return ({ refusal, error }: Upload) => {
    if (refusal) return t(`files.refused.${refusal.reason}`, { allowed: refusal.allowed });
    return error === undefined ? "" : failureText(error, t);
  };
}

function One({ upload, drop, again }: { upload: Upload } & Pick<Uploads, "drop" | "again">) {
  const { t } = useLanguage();
  const reason = useReason();
  const active = upload.state === "waiting" || upload.state === "sending";
  const percent = Math.round(upload.share * 100);
  const name = upload.file.name;
  return (
    <li className={css.upload}>
      <span className={`ellipsis ${css.uploadName}`} title={name}>
        {name}
      </span>
      <span className={`faint num ${css.size}`}>{bytesText(upload.file.size)}</span>
      {upload.state === "failed" && (
        <Button
          type="text"
          size="small"
          icon={<ReloadOutlined />}
          aria-label={t("files.againOf", { name })}
          onClick={() => again(upload.key)}
        />
      )}
      <Button
        type="text"
        size="small"
        icon={<CloseOutlined />}
        aria-label={t(active ? "files.stopOf" : "files.dismissOf", { name })}
        onClick={() => drop(upload.key)}
      />
      {active ? (
        <Progress
          className={css.progress}
          percent={percent}
          size="small"
          status={percent === 100 ? "active" : "normal"}
          format={(share) => (share === 100 ? t("files.checking") : `${share}%`)}
          aria-label={t("files.progressOf", { name })}
        />
      ) : (
        <p className={`bad ${css.reason}`} role="alert">
          {reason(upload)}
        </p>
      )}
    </li>
  );
}

/** Files on their way, and those that did not get in, each with its reason. */
export function UploadList({ uploads, drop, again }: Pick<Uploads, "uploads" | "drop" | "again">) {
  const { t } = useLanguage();
  if (uploads.length === 0) return null;
  return (
    <ul className={css.uploads} aria-label={t("files.uploads")}>
      {uploads.map((upload) => (
        <One key={upload.key} upload={upload} drop={drop} again={again} />
      ))}
    </ul>
  );
}
