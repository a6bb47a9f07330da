import { DownOutlined, RightOutlined } from "@ant-design/icons";
import { Checkbox } from "antd";
import { useId, useState } from "react";
import type { InputIssue } from "@/api/problem";
import { useLanguage } from "@/i18n";
import { Denials } from "./denials";
import { FieldTable } from "./field-table";
import {
  type EntityRights,
  FLAGS,
  may,
  presses,
  reads,
  SCOPED,
  scopeOf,
  sees,
  withButton,
  withFlag,
  withScope,
} from "./model";
import css from "./role.module.css";
import { ScopeChoice } from "./scope-choice";
import type { About } from "./words";
import { say } from "./words";

export type Part = {
  about: About;
  rights: EntityRights;
  /** Steps with the same tag in a row are undone as one. */
  set: (rights: EntityRights, tag?: string) => void;
};
/** With what keeps it from being published. */
type Props = Part & { issues: readonly InputIssue[] };

function Flags({ about, rights, set }: Part) {
  const { t } = useLanguage();
  return (
    <div className={css.flags}>
      {FLAGS.map((flag) => (
        <Checkbox
          key={flag}
          checked={may(rights, flag)}
          disabled={(flag === "export" || flag === "print" || flag === "share") && !reads(rights)}
          onChange={(event) => set(withFlag(rights, flag, event.target.checked))}
          aria-label={t("role.flagOf", { flag: t(`role.flag.${flag}`), name: about.name })}
        >
          {t(`role.flag.${flag}`)}
        </Checkbox>
      ))}
    </div>
  );
}

function ButtonChoice({ about, rights, set }: Part) {
  const { t } = useLanguage();
  const known = about.buttons.map(({ code }) => code);
  const every = known.every((code) => presses(rights, code)) && !Array.isArray(rights.buttons);
  return (
    <section className={css.buttons} aria-label={t("role.buttons")}>
      <h4>{t("role.buttons")}</h4>
      <div className={css.flags}>
        <Checkbox
          checked={every}
          onChange={(event) => {
            const { buttons: _, ...rest } = rights;
            set(event.target.checked ? rest : { ...rest, buttons: "none" });
          }}
        >
          {t("role.everyButton")}
        </Checkbox>
        {about.buttons.map(({ code, name }) => (
          <Checkbox
            key={code}
            checked={presses(rights, code)}
            onChange={(event) => set(withButton(rights, code, event.target.checked, known))}
          >
            {name}
          </Checkbox>
        ))}
      </div>
    </section>
  );
}

/** What the role may do with one entity: a sentence, and under it what the sentence is made of. */
export function EntityRightsLine({ issues, ...part }: Props) {
  const { about, rights, set } = part;
  const { t } = useLanguage();
  const [open, setOpen] = useState(issues.length > 0);
  const id = useId();
  const words = say(rights, about, t);
  return (
    <li className={css.entity}>
      <button
        type="button"
        className={`plain ${css.line}`}
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        {open ? <DownOutlined aria-hidden /> : <RightOutlined aria-hidden />}
        <span>
          <strong>{about.name}</strong>
          {t("role.colon")}
          {words.map(({ text }) => text).join(t("role.comma"))}
        </span>
      </button>
      {issues.map((issue) => (
        <p key={issue.path + issue.message} className={`bad ${css.issue}`} role="alert">
          {issue.message}
        </p>
      ))}
      {open && (
        <div id={id} className={css.inside}>
          <Flags {...part} />
          <div className={css.scopes}>
            {SCOPED.map((right) => (
              <ScopeChoice
                key={right}
                entity={about.code}
                label={t(`role.scope.${right}`)}
                scope={scopeOf(rights, right)}
                set={(scope, tag) => set(withScope(rights, right, scope), tag && `${about.code}.${right}.${tag}`)}
              />
            ))}
          </div>
          {about.buttons.length > 0 && reads(rights) && <ButtonChoice {...part} />}
          {sees(rights) && <FieldTable fields={about.fields} rights={rights} set={set} />}
          <Denials {...part} />
        </div>
      )}
    </li>
  );
}
