import { Button, Segmented } from "antd";
import { useId } from "react";
import { ACTIONS, type ActionType, TONES, type Tone } from "@/api/buttons";
import type { Words } from "@/core/layout/layout";
import { ExpressionInput } from "@/expression/expression-input";
import { useLanguage } from "@/i18n";
import { IconChoice } from "../apps/icon-choice";
import { LabelField } from "../properties/label-field";
import props from "../properties/properties.module.css";
import { Sentence } from "../properties/simple-editors";
import { kindOfAction, type Target } from "./actions";
import css from "./builder.module.css";
import { actionOf, type ButtonDoc, withAction } from "./model";

type Props = {
  app: string;
  entity: Target;
  button: ButtonDoc;
  /** A step; steps in a row with the same tag are undone as one. */
  change: (to: (button: ButtonDoc) => ButtonDoc, tag?: string) => void;
  double: () => void;
  remove: () => void;
};

function Look({ button, change }: Pick<Props, "button" | "change">) {
  const { t } = useLanguage();
  return (
    <div className={css.look}>
      <IconChoice fallback="app" value={button.icon} set={(icon) => change((one) => ({ ...one, icon }))} />
      <Segmented<Tone>
        aria-label={t("buttonBuilder.tone")}
        value={button.tone ?? "default"}
        options={TONES.map((value) => ({ value, label: t(`buttonBuilder.tones.${value}`) }))}
        onChange={(tone) => change((one) => ({ ...one, tone: tone === "default" ? undefined : tone }))}
      />
    </div>
  );
}

function When({ entity, button, change }: Pick<Props, "entity" | "button" | "change">) {
  const { t } = useLanguage();
  const id = useId();
  const text = (value: string) => (value.trim() === "" ? undefined : value);
  return (
    <>
      <div className={props.property}>
        <span className="muted">{t("buttonBuilder.shown")}</span>
        <ExpressionInput
          entity={entity.code}
          draft
          expects="boolean"
          label={t("buttonBuilder.shown")}
          value={button.shown ?? ""}
          onChange={(value) => change((one) => ({ ...one, shown: text(value) }), `shown:${button.code}`)}
        />
        <span className={props.hint}>{t("buttonBuilder.shownHint")}</span>
      </div>
      <div className={props.property}>
        <label htmlFor={id}>{t("buttonBuilder.confirm")}</label>
        <Sentence
          id={id}
          schema={{ properties: { zh: { maxLength: 200 } } }}
          value={button.confirm}
          set={(words) => change((one) => ({ ...one, confirm: words as Words | undefined }), `ask:${button.code}`)}
        />
      </div>
    </>
  );
}

/** Everything about one button: how it looks, when it is there, what it does. */
export function ButtonProperties({ app, entity, button, change, double, remove }: Props) {
  const { t } = useLanguage();
  const type = actionOf(button);
  const { Editor } = kindOfAction(type);
  const put = (action: unknown) => change((one) => ({ ...one, [type]: action }), `action:${button.code}`);
  const become = (next: ActionType) =>
    change((one) => withAction(one, next, one[next] ?? kindOfAction(next).fresh(entity)));
  return (
    <section className={css.sheet} aria-label={t("builder.properties")}>
      <LabelField
        name={t("buttonBuilder.name")}
        value={button.label}
        set={(label) => change((one) => ({ ...one, label }), `label:${button.code}`)}
      />
      <Look button={button} change={change} />
      <div className={props.property}>
        <span className="muted">{t("buttonBuilder.action")}</span>
        <Segmented<ActionType>
          block
          aria-label={t("buttonBuilder.action")}
          value={type}
          options={ACTIONS.map((value) => ({ value, label: t(`buttonBuilder.actions.${value}`) }))}
          onChange={become}
        />
        <span className={props.hint}>{t(`buttonBuilder.hint.${type}`)}</span>
      </div>
      <Editor key={type} app={app} entity={entity} action={button[type]} set={put} />
      <When entity={entity} button={button} change={change} />
      <div className={props.actions}>
        <Button onClick={double}>{t("buttonBuilder.double")}</Button>
        <Button danger onClick={remove}>
          {t("buttonBuilder.remove")}
        </Button>
      </div>
    </section>
  );
}
