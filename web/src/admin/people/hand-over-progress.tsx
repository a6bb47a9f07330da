import { Alert, Button, Progress } from "antd";
import { useEffect } from "react";
import { Link } from "react-router";
import type { HandOver, Member, Part } from "@/api/people";
import { useToast } from "@/app/toast";
import { labelText, useLanguage } from "@/i18n";
import { addressOf } from "./held-list";
import { totals } from "./model";
import css from "./people.module.css";
import { usePeopleChanged } from "./use-people";

function PartRow({ part, members }: { part: Part; members: readonly Member[] }) {
  const { t, language } = useLanguage();
  const to = members.find((one) => one.id === part.successor);
  const all = Math.max(part.total, part.moved);
  return (
    <div className={css.held}>
      <span className={css.about}>
        <strong className="ellipsis">{labelText(part.label, language)}</strong>
        {to && <span className="muted">{t("people.handOver.to", { name: to.name })}</span>}
      </span>
      <span className={css.count}>{t("people.handOver.moved", { moved: part.moved, total: all })}</span>
      <Progress
        percent={all === 0 ? 100 : Math.round((part.moved / all) * 100)}
        size="small"
        status={part.refused > 0 ? "exception" : undefined}
        aria-label={labelText(part.label, language)}
      />
      {part.refused > 0 && (
        <div className={css.examples}>
          <span className="bad">{t("people.handOver.refused", { n: part.refused })}</span>
          {part.problems.map((problem) => (
            <div key={problem.label + problem.why}>
              {problem.where ? <Link to={addressOf(problem.where)}>{problem.label}</Link> : problem.label} {problem.why}
            </div>
          ))}
        </div>
      )}
    </div>
  );
}

function Result({ handOver }: { handOver: HandOver }) {
  const { t } = useLanguage();
  const { moved, refused } = totals(handOver.parts);
  if (handOver.finishedAt === null) return <Alert type="info" showIcon title={t("people.handOver.running")} />;
  if (handOver.state === "FAILED")
    return <Alert type="error" showIcon title={t("people.handOver.failed")} description={handOver.message} />;
  return (
    <Alert
      type={refused > 0 ? "warning" : "success"}
      showIcon
      title={t("people.handOver.done")}
      description={
        refused > 0
          ? t("people.handOver.doneRefused", { n: moved, refused })
          : t("people.handOver.doneText", { n: moved })
      }
    />
  );
}

type Props = { handOver: HandOver; members: readonly Member[]; again: () => void };

/** How a hand-over goes on, and what came of it. */
export function HandOverProgress({ handOver, members, again }: Props) {
  const { t } = useLanguage();
  const changed = usePeopleChanged();
  const toast = useToast();
  const finished = handOver.finishedAt !== null;
  const { refused } = totals(handOver.parts);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when it is finished
  useEffect(() => {
    if (finished) {
      void changed();
      if (handOver.state === "DONE") toast.done(t("people.handOver.done"));
    }
  }, [finished]);
  return (
    <section className={css.panel} aria-live="polite">
      <Result handOver={handOver} />
      <div>
        {handOver.parts
          .filter((part) => part.successor !== null && part.total + part.moved + part.refused > 0)
          .map((part) => (
            <PartRow key={part.code} part={part} members={members} />
          ))}
      </div>
      {finished && (refused > 0 || handOver.state === "FAILED") && (
        <div>
          <Button onClick={again}>{t("people.handOver.again")}</Button>
        </div>
      )}
    </section>
  );
}
