import { useQuery } from "@tanstack/react-query";
import { Alert, Button, Collapse } from "antd";
import { type ReactNode, useMemo, useRef, useState } from "react";
import { Link, useParams } from "react-router";
import { definitionsQuery } from "@/api/definitions";
import { actionsQuery } from "@/api/rules";
import { Empty } from "@/app/empty";
import { Failure } from "@/app/failure";
import { paths } from "@/app/paths";
import { PageSkeleton } from "@/app/skeleton";
import { labelText, useLanguage } from "@/i18n";
import { BuildersOnly } from "../builders-only";
import type { DocumentCopy } from "../draft/one-document";
import { useCompany } from "../draft/use-company";
import { useDraft } from "../draft/use-draft";
import { usePublishing } from "../draft/use-publishing";
import { useUndoKeys } from "../draft/use-undo-keys";
import { WorkBar } from "../draft/work-bar";
import { PublishDialog } from "../publish/publish-dialog";
import { ConditionsPart } from "./conditions-part";
import { RULE_WAYS, type RuleDoc } from "./model";
import { Proof } from "./proof";
import css from "./rule.module.css";
import { RuleContext, useRule } from "./rule-context";
import { SentenceLine } from "./sentence-line";
import { SettingsPart } from "./settings-part";
import { stepAtPath } from "./steps";
import { StepsPart } from "./steps-part";
import { TriggerPart } from "./trigger-part";
import { useSaying, useScope } from "./use-saying";

const NO_ACTIONS: never[] = [];

/** One of the three parts of the sentence. */
function Part({ word, place, children }: { word: string; place: string; children: ReactNode }) {
  return (
    <section className={css.part} data-place={place} aria-label={word}>
      <h2 className={css.word}>{word}</h2>
      <div className={css.partBody}>{children}</div>
    </section>
  );
}

const PARTS = [
  ["when", /(^|\.)(when|entity)\b/],
  ["if", /(^|\.)(where|was)\b/],
  ["then", /(^|\.)then$/],
] as const;

/** Problems that are at no step: at their part, by the path that they tell. */
function Problems({ of }: { of: "when" | "if" | "then" | "other" }) {
  const { doc, issues } = useRule();
  const partOf = (path: string) => PARTS.find(([, names]) => names.test(path))?.[0] ?? "other";
  return issues
    .filter(({ path }) => stepAtPath(doc.then, path) === null && partOf(path) === of)
    .map((issue) => <Alert key={issue.path + issue.message} type="warning" showIcon title={issue.message} />);
}

/** Scrolls to a part, or to a step and unfolds it. */
function useGo(setOpen: (step: string) => void) {
  const page = useRef<HTMLDivElement>(null);
  const go = (place: string) => {
    const step = page.current?.querySelector<HTMLElement>(`[data-step="${CSS.escape(place)}"]`);
    if (step) setOpen(place);
    const found = step ?? page.current?.querySelector<HTMLElement>(`[data-place="${place}"]`);
    found?.scrollIntoView({ behavior: "smooth", block: "center" });
    found?.querySelector<HTMLElement>("button, input")?.focus({ preventScroll: true });
  };
  return { page, go };
}

function Parts() {
  const { t } = useLanguage();
  const { doc } = useRule();
  return (
    <>
      <Part word={t("rule.when")} place="when">
        <TriggerPart />
        <Problems of="when" />
      </Part>
      <Part word={t("rule.if")} place="where">
        <ConditionsPart />
        <Problems of="if" />
      </Part>
      <Part word={t("rule.so")} place="then">
        <StepsPart steps={doc.then} place="" />
        <Problems of="then" />
      </Part>
      <Collapse
        ghost
        items={[{ key: "settings", label: t("rule.settings"), children: <SettingsPart />, forceRender: false }]}
      />
      <Problems of="other" />
    </>
  );
}

function Loaded({ app, first }: { app: string; first: DocumentCopy<RuleDoc> }) {
  const { t, language } = useLanguage();
  const company = useCompany();
  const work = useDraft({ app, code: first.doc.code, ways: RULE_WAYS, first, met: company.met });
  const publishing = usePublishing(work);
  const keys = useUndoKeys(work.undo, work.redo);
  const actions = useQuery(actionsQuery).data ?? NO_ACTIONS;
  const [open, setOpen] = useState<string | null>(null);
  const doc = work.design;
  const scope = useScope(app, doc.entity);
  const saying = useSaying(scope, doc);
  const { page, go } = useGo(setOpen);
  const { edit, issues } = work;
  const context = useMemo(
    () => ({ app, doc, edit, scope, saying, actions, issues, open, setOpen }),
    [app, doc, edit, scope, saying, actions, issues, open],
  );
  const rename = (name: string) => edit((all) => ({ ...all, label: { ...all.label, [language]: name } }), "label");
  const wayTo = (path: string) => {
    if (!path.startsWith(`rule/${doc.code}`)) return null;
    return () => {
      publishing.close();
      go(stepAtPath(doc.then, path) ?? (/\bwhen\b/.test(path) ? "when" : "where"));
    };
  };
  return (
    <RuleContext value={context}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: keys that reach here from whatever is focused inside */}
      <div onKeyDown={keys} ref={page}>
        <WorkBar
          app={app}
          work={work}
          name={labelText(doc.label, language)}
          rename={{ label: t("rule.name"), set: rename }}
          editing={company.name}
          publish={publishing.begin}
        >
          {issues.length > 0 && (
            <Button
              type="link"
              danger
              size="small"
              onClick={() => go(stepAtPath(doc.then, issues[0]?.path ?? "") ?? "when")}
            >
              {t("rule.issues", { n: issues.length })}
            </Button>
          )}
          <Link to={paths.ruleRuns(doc.code)}>{t("rules.tabs.log")}</Link>
        </WorkBar>
        <div className={css.page}>
          <main className={css.build}>
            <SentenceLine go={go} />
            <Parts />
          </main>
          <Proof doc={doc} save={work.save} />
        </div>
        {publishing.open && <PublishDialog app={app} close={publishing.close} wayTo={wayTo} />}
      </div>
    </RuleContext>
  );
}

function RulePage() {
  const { t } = useLanguage();
  const { app = "", code = "" } = useParams();
  const definitions = useQuery(definitionsQuery(app));
  if (definitions.isPending) return <PageSkeleton />;
  if (definitions.isError) return <Failure error={definitions.error} retry={() => void definitions.refetch()} />;
  const first = RULE_WAYS.copyOf(definitions.data, code);
  if (first === null) {
    return <Empty title={t("rule.missing")} action={<Link to={paths.buildApp(app)}>{t("publicForm.back")}</Link>} />;
  }
  return <Loaded key={code} app={app} first={first} />;
}

export function Component() {
  return (
    <BuildersOnly>
      <RulePage />
    </BuildersOnly>
  );
}
