import {
  CopyOutlined,
  DeleteOutlined,
  DownOutlined,
  EllipsisOutlined,
  HolderOutlined,
  RightOutlined,
  UpOutlined,
} from "@ant-design/icons";
import { Alert, Button, Dropdown } from "antd";
import { type KeyboardEvent, useLayoutEffect, useRef } from "react";
import { labelText, useLanguage } from "@/i18n";
import { ConditionEditor } from "./condition-editor";
import { ControlEditor } from "./control-editor";
import css from "./rule.module.css";
import { useRule } from "./rule-context";
import { ActionForm } from "./schema-form";
import { doesText } from "./sentence";
import { SigningKey } from "./signing-key";
import { StepIcon } from "./step-icons";
import { changed, doubled, kindOf, removed, type Step, type Steps, shifted, stepAtPath } from "./steps";
import sheet from "./steps.module.css";
import { useStepDrag } from "./use-step-drag";
import { conditionText } from "./words";

/** What can be done with a step as a whole, by menu and by keys. */
function useMoves(code: string) {
  const { edit } = useRule();
  const steps = (to: (steps: Steps) => Steps) => edit((doc) => ({ ...doc, then: to(doc.then) }));
  const heading = useRef<HTMLButtonElement>(null);
  const moving = useRef(false);
  // A step that moves to another list is drawn anew, and the keys go on where it is.
  useLayoutEffect(() => {
    if (moving.current) heading.current?.focus();
    moving.current = false;
  });
  const shift = (by: 1 | -1) => {
    moving.current = true;
    steps((all) => shifted(all, code, by));
  };
  const remove = () => steps((all) => removed(all, code));
  const keys = (event: KeyboardEvent) => {
    const by = event.key === "ArrowUp" ? -1 : event.key === "ArrowDown" ? 1 : null;
    if (by !== null && event.altKey) {
      event.preventDefault();
      shift(by);
    } else if (event.key === "Delete") remove();
  };
  return { heading, shift, remove, double: () => steps((all) => doubled(all, code)), keys };
}

function Menu({ code, name }: { code: string; name: string }) {
  const { t } = useLanguage();
  const { shift, remove, double } = useMoves(code);
  const items = [
    { key: "up", icon: <UpOutlined />, label: t("rule.step.up"), onClick: () => shift(-1) },
    { key: "down", icon: <DownOutlined />, label: t("rule.step.down"), onClick: () => shift(1) },
    { key: "double", icon: <CopyOutlined />, label: t("rule.step.double"), onClick: double },
    { key: "remove", danger: true, icon: <DeleteOutlined />, label: t("rule.step.remove"), onClick: remove },
  ];
  return (
    <Dropdown menu={{ items }} trigger={["click"]} placement="bottomRight">
      <Button type="text" size="small" icon={<EllipsisOutlined />} aria-label={`${t("rule.step.more")} ${name}`} />
    </Dropdown>
  );
}

/** The condition under which a step is done; not there until it is wanted. */
function OnlyIf({ step }: { step: Step }) {
  const { t } = useLanguage();
  const { edit, scope } = useRule();
  const set = (condition: Step["if"]) =>
    edit(
      (doc) => ({ ...doc, then: changed(doc.then, step.code, (one) => ({ ...one, if: condition })) }),
      `if ${step.code}`,
    );
  if (step.if === undefined) {
    return (
      <Button type="link" size="small" className={css.flat} onClick={() => set("")}>
        {t("rule.step.addIf")}
      </Button>
    );
  }
  return (
    <section className={css.labelled}>
      <div className={css.split}>
        <h4 className={css.name}>{t("rule.step.if")}</h4>
        <Button type="link" size="small" className={css.flat} onClick={() => set(undefined)}>
          {t("rule.step.dropIf")}
        </Button>
      </div>
      <ConditionEditor
        entity={scope.scope}
        condition={step.if}
        label={t("rule.step.if")}
        set={(condition) => set(condition ?? "")}
      />
    </section>
  );
}

/** The action whose calls are signed. */
const CALL = "webhook";

function Body({ step }: { step: Step }) {
  const { t } = useLanguage();
  const { actions, edit } = useRule();
  const action = actions.find(({ code }) => code === step.do);
  const set = (values: Step["with"], tag: string) =>
    edit((doc) => ({ ...doc, then: changed(doc.then, step.code, (one) => ({ ...one, with: values })) }), tag);
  return (
    <div className={sheet.stepBody}>
      {kindOf(step) !== "action" ? (
        <ControlEditor step={step} />
      ) : action ? (
        <>
          <ActionForm action={action} step={step} set={set} />
          {action.code === CALL && <SigningKey />}
        </>
      ) : (
        <Alert
          type="warning"
          showIcon
          title={t("rule.step.unknown", { code: step.do })}
          description={t("rule.step.unknownText")}
        />
      )}
      <OnlyIf step={step} />
    </div>
  );
}

/** What is wrong with a step, at the step. */
function Problems({ code }: { code: string }) {
  const { doc, issues } = useRule();
  const own = issues.filter(({ path }) => stepAtPath(doc.then, path) === code);
  return own.map((issue) => <Alert key={issue.path + issue.message} type="warning" showIcon title={issue.message} />);
}

/** What a step is called, before what it does. */
function useTitle(step: Step): string {
  const { t, language } = useLanguage();
  const { actions } = useRule();
  const kind = kindOf(step);
  if (kind !== "action") return t(`rule.add.${kind}`);
  const action = actions.find(({ code }) => code === step.do);
  return action ? labelText(action.title, language) : step.do;
}

/** A step: what it does in a line, and unfolded how. */
export function StepCard({ step, number }: { step: Step; number: string }) {
  const { t } = useLanguage();
  const { actions, saying, open, setOpen } = useRule();
  const { ref, handle } = useStepDrag(step.code);
  const { heading, keys } = useMoves(step.code);
  const title = useTitle(step);
  const holds = kindOf(step) === "branch" || kindOf(step) === "each";
  const unfolded = open === step.code || holds;
  const only = conditionText(step.if, saying);
  return (
    <li ref={ref} className={sheet.step} data-step={step.code}>
      <div className={sheet.stepHead}>
        <span ref={handle} className={sheet.holder} aria-hidden title={t("rule.step.drag")}>
          <HolderOutlined />
        </span>
        <button
          ref={heading}
          type="button"
          className={`plain ${sheet.stepName}`}
          aria-expanded={unfolded}
          aria-label={t("rule.step.label", { n: number, name: title })}
          title={t("rule.step.keys")}
          onClick={() => setOpen(open === step.code ? null : step.code)}
          onKeyDown={keys}
        >
          <span className={sheet.icon} aria-hidden>
            <StepIcon does={step.do} action={actions.find(({ code }) => code === step.do)} />
          </span>
          <span className={sheet.stepSays}>
            <span>{holds ? title : doesText(step, actions, saying)}</span>
            {only && <span className={css.hint}>{t("rule.step.only", { if: only })}</span>}
          </span>
          {!holds && (unfolded ? <DownOutlined aria-hidden /> : <RightOutlined aria-hidden />)}
        </button>
        <Menu code={step.code} name={title} />
      </div>
      {unfolded && <Body step={step} />}
      <Problems code={step.code} />
    </li>
  );
}
