import { DeleteOutlined, PlusOutlined } from "@ant-design/icons";
import { Button, Segmented, Select } from "antd";
import type { ReactNode } from "react";
import { ExpressionInput } from "@/expression/expression-input";
import { labelText, useLanguage } from "@/i18n";
import { ConditionEditor } from "./condition-editor";
import { Labelled } from "./labelled";
import css from "./rule.module.css";
import { RuleContext, useRule } from "./rule-context";
import { scopeOf } from "./scope";
import { SpanInput } from "./span-input";
import {
  branchOf,
  changed,
  eachOf,
  kindOf,
  type Step,
  type Steps,
  saying,
  waitOf,
  withCase,
  withCondition,
  withoutCase,
} from "./steps";
import sheet from "./steps.module.css";
import { StepsPart } from "./steps-part";
import { useSaying, useScope } from "./use-saying";

type Props = { step: Step };

/** Puts another step in the place of this one. */
function useChange({ code }: Step) {
  const { edit } = useRule();
  return (to: (step: Step) => Step, tag?: string) =>
    edit((doc) => ({ ...doc, then: changed(doc.then, code, to) }), tag && `${code} ${tag}`);
}

function BranchEditor({ step }: Props) {
  const { t } = useLanguage();
  const { scope } = useRule();
  const change = useChange(step);
  const { cases, otherwise = [] } = branchOf(step);
  return (
    <>
      {cases.map((one, at) => {
        const name = t("rule.step.case", { n: at + 1 });
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: cases have no name, and their place is what counts
          <section key={`${cases.length}-${at}`} className={sheet.case} aria-label={name}>
            <div className={css.split}>
              <h4 className={css.name}>{name}</h4>
              {cases.length > 1 && (
                <Button
                  type="text"
                  size="small"
                  icon={<DeleteOutlined />}
                  aria-label={t("rule.step.dropCase")}
                  onClick={() => change((now) => withoutCase(now, at))}
                />
              )}
            </div>
            <ConditionEditor
              entity={scope.scope}
              condition={one.if}
              label={`${name} ${t("rule.where")}`}
              set={(condition) => change((now) => withCondition(now, at, condition), `case ${at}`)}
            />
            <StepsPart steps={one.then} place={`${step.code}/${at}`} />
          </section>
        );
      })}
      <Button
        type="link"
        size="small"
        className={css.flat}
        icon={<PlusOutlined />}
        onClick={() => change((now) => withCase(now))}
      >
        {t("rule.step.addCase")}
      </Button>
      <section className={sheet.case} aria-label={t("rule.step.otherwise")}>
        <h4 className={css.name}>{t("rule.step.otherwise")}</h4>
        <StepsPart steps={otherwise} place={`${step.code}/otherwise`} />
      </section>
    </>
  );
}

/** What stands inside of a loop is said over the records that it goes over. */
function Within({ entity, then, children }: { entity: string; then: Steps; children: ReactNode }) {
  const work = useRule();
  const scope = useScope(work.app, entity);
  const saying = useSaying(scope, { then });
  return <RuleContext value={{ ...work, scope, saying }}>{children}</RuleContext>;
}

function EachEditor({ step }: Props) {
  const { t, language } = useLanguage();
  const { scope } = useRule();
  const change = useChange(step);
  const each = eachOf(step);
  const to = scope.many.find(({ code }) => code === each.of)?.to;
  const far = scope.entities.find(({ code }) => code === to);
  const inner = (
    <section className={sheet.case} aria-label={t("rule.steps")}>
      <StepsPart steps={each.then} place={`${step.code}/then`} />
    </section>
  );
  return (
    <>
      <Labelled label={t("rule.step.of")} required>
        {(id) => (
          <Select<string>
            id={id}
            showSearch={{ optionFilterProp: "label" }}
            placeholder={t("rule.input.choose")}
            value={each.of === "" ? undefined : each.of}
            options={scope.many.map(({ code, label }) => ({ value: code, label: labelText(label, language) }))}
            onChange={(of) => change((now) => ({ ...now, with: { of, then: eachOf(now).then } }))}
          />
        )}
      </Labelled>
      {far ? (
        <>
          <ConditionEditor
            key={each.of}
            entity={scopeOf(far, scope.entities, language)}
            condition={each.if}
            label={t("rule.where")}
            set={(condition) => change((now) => saying(now, { if: condition }), "if")}
          />
          <Within entity={far.code} then={each.then}>
            {inner}
          </Within>
        </>
      ) : (
        inner
      )}
    </>
  );
}

function WaitEditor({ step }: Props) {
  const { t } = useLanguage();
  const { doc } = useRule();
  const change = useChange(step);
  const wait = waitOf(step);
  const until = wait.until !== undefined;
  return (
    <>
      <Segmented<"for" | "until">
        aria-label={t("rule.add.wait")}
        value={until ? "until" : "for"}
        options={(["for", "until"] as const).map((value) => ({ value, label: t(`rule.step.${value}`) }))}
        onChange={(how) => change((now) => ({ ...now, with: how === "for" ? { for: { days: 1 } } : { until: "" } }))}
      />
      {until ? (
        <ExpressionInput
          entity={doc.entity}
          draft
          label={t("rule.step.untilOf")}
          value={wait.until ?? ""}
          onChange={(text) => change((now) => ({ ...now, with: { until: text } }), "until")}
        />
      ) : (
        <SpanInput
          label={t("rule.step.for")}
          span={wait.for}
          set={(span) => change((now) => ({ ...now, with: { for: span } }), "for")}
        />
      )}
    </>
  );
}

/** What steps of the program's own flow say: branches, loops and waits. */
export function ControlEditor({ step }: Props) {
  switch (kindOf(step)) {
    case "branch":
      return <BranchEditor step={step} />;
    case "each":
      return <EachEditor step={step} />;
    case "wait":
      return <WaitEditor step={step} />;
    case "action":
      return null;
  }
}
