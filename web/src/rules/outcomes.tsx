import {
  CheckCircleOutlined,
  ClockCircleOutlined,
  CloseCircleOutlined,
  MinusCircleOutlined,
  StopOutlined,
  SyncOutlined,
} from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { Link } from "react-router";
import { actionsQuery, type RecordRef, type RunState, type StepOutcome } from "@/api/rules";
import { paths } from "@/app/paths";
import { useFormats } from "@/field/use-formats";
import { labelText, useLanguage } from "@/i18n";
import css from "./rules.module.css";

const OF_STATE: Record<RunState | "skipped", { icon: ReactNode; tone: string | undefined }> = {
  done: { icon: <CheckCircleOutlined />, tone: css.good },
  failed: { icon: <CloseCircleOutlined />, tone: css.bad },
  stopped: { icon: <StopOutlined />, tone: css.warn },
  skipped: { icon: <MinusCircleOutlined />, tone: css.faint },
  waiting: { icon: <ClockCircleOutlined />, tone: css.faint },
  running: { icon: <SyncOutlined />, tone: css.faint },
};

/** How a run, or a step of one, stands or would stand: a sign and a word, never a colour alone. */
export function StateTag({ state, would = false }: { state: RunState | "skipped"; would?: boolean }) {
  const { t } = useLanguage();
  const known = state in OF_STATE ? state : "waiting";
  const { icon, tone } = OF_STATE[known];
  return (
    <span className={`${css.state} ${tone ?? ""}`}>
      <span aria-hidden>{icon}</span>
      {t(`rules.${would ? "would" : "state"}.${known}`)}
    </span>
  );
}

/** A record by its name, where it is one that can be opened. */
export function RecordLink({ record }: { record: RecordRef }) {
  return <Link to={paths.record(record.entity, record.id)}>{record.title || record.id.slice(-8)}</Link>;
}

const CONTROLS = ["branch", "each", "wait"] as const;

function useStepName() {
  const { t, language } = useLanguage();
  const actions = useQuery(actionsQuery).data ?? [];
  return (does: string) => {
    const control = CONTROLS.find((one) => one === does);
    if (control) return t(`rule.add.${control}`);
    return labelText(actions.find(({ code }) => code === does)?.title, language) || does;
  };
}

type OutcomesProps = {
  steps: readonly StepOutcome[];
  /** Whether they were only tried, so that nothing came of them. */
  would?: boolean;
};

/** Steps from top to bottom with what came, or would come, of each. */
export function Outcomes({ steps, would = false }: OutcomesProps) {
  const formats = useFormats();
  const nameOf = useStepName();
  return (
    <ol className={css.outcomes}>
      {steps.map((one, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a step may come again for each child
        <li key={`${one.step}-${at}`} className={css.outcome}>
          <StateTag state={one.outcome} would={would} />
          <div className={css.grow}>
            <strong>{nameOf(one.do)}</strong>
            <div className={one.outcome === "failed" ? css.bad : css.said}>{one.message}</div>
            {one.touched && one.touched.length > 0 && (
              <div className={css.touched}>
                {one.touched.map((record) => (
                  <RecordLink key={record.id} record={record} />
                ))}
              </div>
            )}
          </div>
          {one.at && (
            <time className="faint num" dateTime={one.at}>
              {formats.moment(one.at)}
            </time>
          )}
        </li>
      ))}
    </ol>
  );
}
