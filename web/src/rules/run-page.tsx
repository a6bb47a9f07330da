import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Alert, Button } from "antd";
import type { ReactNode } from "react";
import { Link, useParams } from "react-router";
import { keys } from "@/api/keys";
import { type Run, repeatRun, runQuery } from "@/api/rules";
import { Failure } from "@/app/failure";
import { paths } from "@/app/paths";
import { PageSkeleton } from "@/app/skeleton";
import { useToast } from "@/app/toast";
import { useFormats } from "@/field/use-formats";
import { labelText, useLanguage } from "@/i18n";
import { CycleRing } from "./cycle-ring";
import { Outcomes, RecordLink, StateTag } from "./outcomes";
import css from "./rules.module.css";
import { took } from "./took";

/** For which record it ran, or for how many. */
function About({ run: { record, records = 1 } }: { run: Run }) {
  const { t } = useLanguage();
  if (records > 1) return t("rules.log.batch", { n: records });
  return record ? <RecordLink record={record} /> : null;
}

function Facts({ run }: { run: Run }) {
  const { t } = useLanguage();
  const formats = useFormats();
  const facts: [string, ReactNode][] = [
    [t("rules.log.state"), <StateTag key="state" state={run.state} />],
    [t("rules.log.what"), <About key="record" run={run} />],
  ];
  if (run.setOff) {
    const { kind, by } = run.setOff;
    const what = t(`rules.setOff.${kind}`);
    facts.push([t("rules.run.setOff"), by ? t("rules.run.setOffBy", { what, name: by }) : what]);
  }
  facts.push([t("rules.run.started"), formats.moment(run.startedAt)]);
  if (run.endedAt) facts.push([t("rules.run.ended"), formats.moment(run.endedAt)]);
  const length = took(run.startedAt, run.endedAt);
  if (length) facts.push([t("rules.log.took"), length]);
  if (run.due) facts.push([t("rules.run.due"), formats.moment(run.due)]);
  return (
    <dl className={css.facts}>
      {facts.map(([name, value]) => [<dt key={`${name} name`}>{name}</dt>, <dd key={name}>{value}</dd>])}
    </dl>
  );
}

function Loaded({ run }: { run: Run }) {
  const { t, language } = useLanguage();
  const toast = useToast();
  const cache = useQueryClient();
  const repeat = useMutation({
    mutationFn: () => repeatRun(run.id),
    onError: toast.failed,
    onSuccess: async () => {
      toast.done(t("rules.run.repeated"));
      await cache.invalidateQueries({ queryKey: keys.rules });
    },
  });
  const repeatable = run.state === "failed" || run.state === "stopped";
  return (
    <div className={css.page}>
      <nav>
        <Link to={paths.ruleRuns(run.rule)}>{t("rules.run.back")}</Link>
      </nav>
      <div className={css.head}>
        <h1>{labelText(run.ruleLabel, language) || t("rules.run.title")}</h1>
        {repeatable && (
          <Button loading={repeat.isPending} onClick={() => repeat.mutate()}>
            {t("rules.run.repeat")}
          </Button>
        )}
      </div>
      <section className={css.panel} aria-label={t("rules.run.title")}>
        <Facts run={run} />
        {run.message && <Alert type={run.state === "failed" ? "error" : "info"} showIcon title={run.message} />}
        {(run.attempts ?? 1) > 1 && <p className="faint">{t("rules.run.attempts", { n: run.attempts })}</p>}
      </section>
      {run.cycle && run.cycle.length > 0 && (
        <section className={css.panel} aria-label={t("rules.run.cycleOf")}>
          <h2>{t("rules.run.cycleOf")}</h2>
          <CycleRing cycle={run.cycle} />
        </section>
      )}
      <section className={css.panel} aria-label={t("rules.run.steps")}>
        <h2>{t("rules.run.steps")}</h2>
        {(run.steps ?? []).length === 0 ? (
          <p className="faint">{t("rules.run.noSteps")}</p>
        ) : (
          <Outcomes steps={run.steps} />
        )}
      </section>
    </div>
  );
}

/** One run of a rule, step by step. */
export function Component() {
  const { id = "" } = useParams();
  const run = useQuery(runQuery(id));
  if (run.isPending) return <PageSkeleton />;
  if (run.isError) return <Failure error={run.error} retry={() => void run.refetch()} />;
  return <Loaded run={run.data} />;
}
