import { PauseOutlined, PlayCircleOutlined, UndoOutlined } from "@ant-design/icons";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Alert, App, Button, Progress } from "antd";
import { Link } from "react-router";
import { entitiesQuery } from "@/api/catalogue";
import type { ImportInfo } from "@/api/import-types";
import { type ImportVerb, isLive, steerImport } from "@/api/imports";
import { keys } from "@/api/keys";
import { paths } from "@/app/paths";
import { useToast } from "@/app/toast";
import { formatDecimal } from "@/core/decimal";
import { useFormats } from "@/field/use-formats";
import { labelText, useLanguage } from "@/i18n";
import css from "./imports.module.css";
import { Refused } from "./refused";
import { StateTag } from "./state-tag";

function Figures({ job }: { job: ImportInfo }) {
  const { t } = useLanguage();
  const figures = [
    ["read", job.read],
    ["created", job.created],
    ["updated", job.updated],
    ["refused", job.refused],
  ] as const;
  return (
    <dl className={css.figures}>
      {figures.map(([name, value]) => (
        <div key={name}>
          <dt>{t(`imports.${name}`)}</dt>
          <dd className={name === "refused" && value > 0 ? "num bad" : "num"}>{formatDecimal(value)}</dd>
        </div>
      ))}
    </dl>
  );
}

function useSteer(job: ImportInfo) {
  const cache = useQueryClient();
  const toast = useToast();
  return useMutation({
    mutationFn: (verb: ImportVerb) => steerImport(job.id, verb),
    onError: toast.failed,
    onSettled: () => cache.invalidateQueries({ queryKey: keys.import(job.id) }),
  });
}

function Controls({ job }: { job: ImportInfo }) {
  const { t } = useLanguage();
  const { modal } = App.useApp();
  const steer = useSteer(job);
  const undo = () =>
    modal.confirm({
      title: t("imports.undoTitle", { file: job.file }),
      content: t("imports.undoText", { created: formatDecimal(job.created), updated: formatDecimal(job.updated) }),
      okText: t("imports.undo"),
      okButtonProps: { danger: true },
      cancelText: t("common.cancel"),
      // A failure is said by a toast; left to the dialog it would be nobody's.
      onOk: () => steer.mutateAsync("undo").catch(() => undefined),
    });
  const written = job.created + job.updated > 0;
  const ended = ["done", "failed", "cancelled", "undo_failed"].includes(job.state);
  return (
    <>
      {job.state === "running" && (
        <Button icon={<PauseOutlined />} loading={steer.isPending} onClick={() => steer.mutate("pause")}>
          {t("imports.pause")}
        </Button>
      )}
      {job.state === "paused" && (
        <Button
          type="primary"
          icon={<PlayCircleOutlined />}
          loading={steer.isPending}
          onClick={() => steer.mutate("resume")}
        >
          {t("imports.resume")}
        </Button>
      )}
      {["queued", "running", "paused"].includes(job.state) && (
        <Button type="text" onClick={() => steer.mutate("cancel")}>
          {t("imports.cancel")}
        </Button>
      )}
      {ended && written && (
        <Button icon={<UndoOutlined />} onClick={undo}>
          {t("imports.undo")}
        </Button>
      )}
    </>
  );
}

/** Percent done; an unknown total shows none. */
export function percentOf(job: Pick<ImportInfo, "state" | "read" | "total">): number | null {
  if (job.state === "done" || job.state === "undone") return 100;
  return job.total ? Math.min(99, Math.floor((job.read / job.total) * 100)) : null;
}

const TONES = { failed: "exception", undo_failed: "exception", done: "success" } as const;

/** What happens with a file: how far it is, what was made of it, what was refused, and what can be done now. */
export function ImportView({ job }: { job: ImportInfo }) {
  const { t, language } = useLanguage();
  const formats = useFormats();
  const entities = useQuery(entitiesQuery);
  const entity = entities.data?.find((one) => one.code === job.entity);
  const percent = percentOf(job);
  const read = formatDecimal(job.read);
  return (
    <div className={css.page}>
      <div className={css.card}>
        <div className={css.head}>
          <h1 className="ellipsis" title={job.file}>
            {job.file}
          </h1>
          <StateTag state={job.state} />
        </div>
        <p className="muted">
          {t("imports.into")} {entity ? labelText(entity.label, language) : job.entity}
          {job.startedAt && ` \u00b7 ${t("imports.started", { when: formats.moment(job.startedAt) })}`}
        </p>
        <Progress
          percent={percent ?? 0}
          status={TONES[job.state as keyof typeof TONES] ?? (isLive(job.state) ? "active" : "normal")}
          showInfo={percent !== null}
        />
        <p className="faint num" aria-live="polite">
          {job.total === null
            ? t("imports.rows", { read })
            : t("imports.ofTotal", { read, total: formatDecimal(job.total) })}
          {isLive(job.state) && ` \u00b7 ${t("imports.keepGoing")}`}
        </p>
        <Figures job={job} />
        {job.message && <Alert type={job.state.endsWith("failed") ? "error" : "info"} showIcon title={job.message} />}
        {job.kept !== undefined && job.kept > 0 && (
          <Alert
            type="info"
            showIcon
            title={t("imports.kept", { undone: formatDecimal(job.undone ?? 0), kept: formatDecimal(job.kept) })}
          />
        )}
        {job.refused > 0 && !isLive(job.state) && <Refused job={job} />}
        <div className={css.actions}>
          <Link to={paths.list(job.entity)}>
            <Button type={job.state === "done" ? "primary" : "default"} tabIndex={-1}>
              {t("imports.openList")}
            </Button>
          </Link>
          <Controls job={job} />
        </div>
      </div>
    </div>
  );
}
