import { Checkbox } from "antd";
import { useState } from "react";
import { useLanguage } from "@/i18n";
import type { Part } from "./entity-rights";
import { deniesButton, FLAGS, SCOPED, scopeOf, withDenied } from "./model";
import css from "./role.module.css";
import { ScopeChoice } from "./scope-choice";

/** What the role takes away, whatever other roles or shares give: behind a switch, since few need it. */
export function Denials({ about, rights, set }: Part) {
  const { t } = useLanguage();
  const denied = rights.deny ?? {};
  const [open, setOpen] = useState(Object.keys(denied).length > 0);
  const press = (code: string, on: boolean) => {
    const others = about.buttons.map((one) => one.code).filter((one) => one !== code && deniesButton(denied, one));
    set(withDenied(rights, { buttons: on ? [...others, code] : others }));
  };
  if (!open) {
    return (
      <button type="button" className={`plain ${css.more}`} onClick={() => setOpen(true)}>
        {t("role.denyMore")}
      </button>
    );
  }
  return (
    <section className={`${css.buttons} ${css.parts}`} aria-label={t("role.deny")}>
      <h4>{t("role.deny")}</h4>
      <p className="faint">{t("role.denyHint")}</p>
      <div className={css.flags}>
        {FLAGS.map((flag) => (
          <Checkbox
            key={flag}
            checked={denied[flag] === true}
            onChange={(event) => set(withDenied(rights, { [flag]: event.target.checked }))}
          >
            {t(`role.denied.${flag}`)}
          </Checkbox>
        ))}
        {about.buttons.map(({ code, name }) => (
          <Checkbox
            key={`button ${code}`}
            checked={deniesButton(denied, code)}
            onChange={(event) => press(code, event.target.checked)}
          >
            {t("role.denied.buttons", { names: name })}
          </Checkbox>
        ))}
      </div>
      <div className={css.scopes}>
        {SCOPED.map((right) => (
          <ScopeChoice
            key={right}
            entity={about.code}
            label={t(`role.denyScope.${right}`)}
            nothing={t("role.denyNothing")}
            scope={scopeOf(denied, right)}
            set={(scope, tag) =>
              set(withDenied(rights, { [right]: scope }), tag && `${about.code}.deny.${right}.${tag}`)
            }
          />
        ))}
      </div>
    </section>
  );
}
