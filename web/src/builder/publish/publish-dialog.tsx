import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Alert, Button, Checkbox, Modal, Skeleton } from "antd";
import { useState } from "react";
import { useNavigate } from "react-router";
import { type LeftDraft, type PublishStep, planPublish, publish } from "@/api/definitions";
import { keys } from "@/api/keys";
import { Problem } from "@/api/problem";
import { failureText } from "@/app/failure";
import { paths } from "@/app/paths";
import { useToast } from "@/app/toast";
import { labelText, useLanguage } from "@/i18n";
import css from "./publish.module.css";
import { ReleaseOffer } from "./release-offer";

type Props = {
  app: string;
  /** The form that one comes from, to be opened afterwards. */
  entity?: string;
  close: () => void;
  /** What leads to the place of an issue; null where no screen shows it. */
  wayTo: (path: string) => (() => void) | null;
};

function Issues({ problem, wayTo }: { problem: Problem; wayTo: Props["wayTo"] }) {
  const { t } = useLanguage();
  return (
    <ul className={css.steps}>
      {problem.issues.map((issue) => {
        const go = wayTo(issue.path);
        return (
          <li key={`${issue.path} ${issue.code}`}>
            <span>{issue.message}</span>
            {go && (
              <Button size="small" type="link" onClick={go}>
                {t("builder.showPlace")}
              </Button>
            )}
          </li>
        );
      })}
    </ul>
  );
}

type PlanProps = { steps: PublishStep[]; accepted: ReadonlySet<string>; accept: (key: string, on: boolean) => void };

function Plan({ steps, accepted, accept }: PlanProps) {
  const { t } = useLanguage();
  if (steps.length === 0) return <p className="muted">{t("builder.noSteps")}</p>;
  return (
    <ul className={css.steps}>
      {steps.map((step) => (
        <li key={step.key} className={step.lossy ? css.lossy : undefined}>
          <span>{step.title}</span>
          {step.lossy && (
            <Checkbox checked={accepted.has(step.key)} onChange={(event) => accept(step.key, event.target.checked)}>
              {t("builder.acceptLoss", { n: step.rowsLost })}
            </Checkbox>
          )}
        </li>
      ))}
    </ul>
  );
}

/** What a publish leaves, since it is not this person's to publish. */
function Left({ drafts }: { drafts: LeftDraft[] }) {
  const { t, language } = useLanguage();
  const nameOf = ({ kindName, label }: LeftDraft) =>
    label === undefined ? t("builder.leftHidden", { kind: kindName }) : labelText(label, language);
  const names = [...new Set(drafts.map(nameOf))].join(t("role.comma"));
  return <Alert type="info" showIcon title={t("builder.leftOthers", { names })} />;
}

/** What publishing would do, in sentences; what loses data is consented to one by one, what is wrong is shown in its place. */
export function PublishDialog({ app, entity, close, wayTo }: Props) {
  const { t } = useLanguage();
  const cache = useQueryClient();
  const toast = useToast();
  const navigate = useNavigate();
  const [accepted, setAccepted] = useState<ReadonlySet<string>>(new Set());
  const [also, setAlso] = useState<string[]>([]);
  const drafts = { app, also };
  const plan = useQuery({
    queryKey: keys.plan(drafts),
    queryFn: () => planPublish(drafts),
    staleTime: 0,
    gcTime: 0,
    retry: false,
  });
  const run = useMutation({
    mutationFn: () => publish(drafts, [...accepted]),
    onSuccess: async ({ revision }) => {
      await Promise.all(
        [
          keys.apps,
          keys.entities,
          keys.views,
          keys.forms,
          keys.allDefinitions,
          keys.revisions,
          keys.publicForms,
          keys.buttons,
          keys.recordPages,
        ].map((queryKey) => cache.invalidateQueries({ queryKey: [...queryKey] })),
      );
      toast.done(t("builder.published", { n: revision }));
      close();
      if (entity !== undefined) await navigate(paths.list(entity));
    },
  });
  const steps = plan.data?.steps ?? [];
  const ready = plan.isSuccess && steps.every((step) => !step.lossy || accepted.has(step.key));
  const problem = plan.error ?? run.error;
  const listed = problem instanceof Problem && problem.issues.length > 0;
  const accept = (key: string, on: boolean) => {
    const next = new Set(accepted);
    if (on) next.add(key);
    else next.delete(key);
    setAccepted(next);
  };
  return (
    <Modal
      open
      title={t("builder.publishTitle")}
      onCancel={close}
      okText={entity === undefined ? t("builder.publish") : t("builder.publishOpen")}
      cancelText={t("common.cancel")}
      okButtonProps={{ disabled: !ready, loading: run.isPending }}
      onOk={() => run.mutate()}
      width={560}
    >
      {plan.isPending && <Skeleton active title={false} paragraph={{ rows: 3 }} />}
      {plan.data?.left && <Left drafts={plan.data.left} />}
      {plan.isSuccess && <Plan steps={steps} accepted={accepted} accept={accept} />}
      {listed && <Alert type="error" showIcon title={problem.detail} />}
      {listed && plan.isError && (
        <ReleaseOffer drafts={drafts} taken={(others) => setAlso([...new Set([...also, ...others])])} />
      )}
      {listed && <Issues problem={problem} wayTo={wayTo} />}
      {problem !== null && !listed && <Alert type="error" showIcon title={failureText(problem, t)} />}
    </Modal>
  );
}
