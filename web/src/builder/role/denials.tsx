import { Checkbox, Select } from "antd";
import { useId, useState } from "react";
import { useLanguage } from "@/i18n";
import props from "../properties/properties.module.css";
import type { Part } from "./entity-rights";
import { CAPS, type Cap, capOf, withCapped } from "./field-rights";
import { deniesButton, FLAGS, SCOPED, scopeOf, withDenied } from "./model";
import css from "./role.module.css";
import { ScopeChoice } from "./scope-choice";
import type { Named } from "./words";

/** The fields of which no more is left than that. */
function FieldCaps({
  cap,
  fields,
  rights,
  set,
}: Pick<Part, "rights" | "set"> & { cap: Cap; fields: readonly Named[] }) {
  const { t } = useLanguage();
  const capped = rights.deny?.fields ?? {};
  const id = useId();
  return (
    <div className={props.property}>
      <label htmlFor={id}>{t(`role.denyFields.${cap}`)}</label>
      <Select
        id={id}
        mode="multiple"
        placeholder={t("role.denyNothing")}
        value={Object.keys(capped).filter((code) => capOf(capped[code] ?? "write") === cap)}
        options={fields.map(({ code, name }) => ({ value: code, label: name }))}
        showSearch={{ optionFilterProp: "label" }}
        onChange={(codes: string[]) => set(withDenied(rights, { fields: withCapped(capped, cap, codes) }))}
      />
    </div>
  );
}

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
        {CAPS.map((cap) => (
          <FieldCaps key={cap} cap={cap} fields={about.fields} rights={rights} set={set} />
        ))}
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
