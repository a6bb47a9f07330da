import { Link } from "react-router";
import type { RunInfo } from "@/api/rules";
import { paths } from "@/app/paths";
import { useFormats } from "@/field/use-formats";
import { useLanguage } from "@/i18n";
import { RecordLink, StateTag } from "./outcomes";
import css from "./rules.module.css";
import { took } from "./took";

/** Runs, one a row: how it stands, for which record, when, and how long it took; `named` is not needed where all are of one record. */
export function RunRows({ runs, named = true }: { runs: readonly RunInfo[]; named?: boolean }) {
  const { t } = useLanguage();
  const formats = useFormats();
  return (
    <ul className={css.rows}>
      {runs.map((run) => {
        const several = run.records !== undefined && run.records > 1;
        const name = several ? t("rules.log.batch", { n: run.records }) : (run.record?.title ?? "");
        return (
          <li key={run.id} className={css.row}>
            <StateTag state={run.state} />
            <span className={css.about}>
              {!named && run.message}
              {named && (run.record && !several ? <RecordLink record={run.record} /> : name)}
            </span>
            <time className="faint num" dateTime={run.startedAt} title={took(run.startedAt, run.endedAt) ?? undefined}>
              {formats.moment(run.startedAt)}
            </time>
            <Link to={paths.ruleRun(run.id)} aria-label={t("rules.log.openOf", { name })}>
              {t("rules.log.open")}
            </Link>
            {named && run.message && <span className={css.message}>{run.message}</span>}
          </li>
        );
      })}
    </ul>
  );
}
