import { DeleteOutlined } from "@ant-design/icons";
import { Button, Input, Select } from "antd";
import { labelText, useLanguage } from "@/i18n";
import { fillable } from "../button/model";
import { FieldChoice } from "./field-values";
import { HookAddress } from "./hook-address";
import { HookDeliveries } from "./hook-deliveries";
import { Labelled } from "./labelled";
import type { Hooked } from "./model";
import css from "./rule.module.css";
import { useRule } from "./rule-context";

/** Where what goes into which field is found in what comes. */
function Pointers({ said, set }: { said: Hooked; set: (part: Hooked, tag?: string) => void }) {
  const { t, language } = useLanguage();
  const { scope } = useRule();
  const pointers = said.fields ?? {};
  const fields = fillable(scope.target.fields);
  const free = fields.filter(({ code }) => !(code in pointers));
  const name = (code: string) => labelText(fields.find((one) => one.code === code)?.label, language) || code;
  return (
    <fieldset className={css.plain}>
      <legend>{t("hook.pointers")}</legend>
      {Object.entries(pointers).map(([code, pointer]) => (
        <div key={code} className={css.pair}>
          <Input
            prefix={<span className="faint">{t("hook.pointer", { name: name(code) })}</span>}
            aria-label={t("hook.pointer", { name: name(code) })}
            placeholder="/data/name"
            value={pointer}
            onChange={(event) => set({ fields: { ...pointers, [code]: event.target.value } }, `pointer ${code}`)}
          />
          <Button
            type="text"
            icon={<DeleteOutlined />}
            aria-label={t("rule.removeNamed", { name: name(code) })}
            onClick={() =>
              set({ fields: Object.fromEntries(Object.entries(pointers).filter(([one]) => one !== code)) })
            }
          />
        </div>
      ))}
      <Select<string | null>
        value={null}
        aria-label={t("hook.addPointer")}
        placeholder={t("hook.addPointer")}
        showSearch={{ optionFilterProp: "label" }}
        options={free.map((field) => ({ value: field.code, label: labelText(field.label, language) }))}
        onChange={(code) => code !== null && set({ fields: { ...pointers, [code]: `/${code}` } })}
      />
      <span className={css.hint}>{t("hook.pointersHint")}</span>
    </fieldset>
  );
}

/** Where other systems send to, what of it goes where, and which record it is of. */
export function WebhookFields() {
  const { t } = useLanguage();
  const { doc, edit, scope } = useRule();
  const said = doc.when.webhook ?? {};
  const set = (part: Hooked, tag?: string) =>
    edit((before) => ({ ...before, when: { webhook: { ...before.when.webhook, ...part } } }), tag);
  return (
    <>
      <HookAddress />
      <Pointers said={said} set={set} />
      <HookDeliveries />
      <Labelled label={t("hook.match")} hint={t("hook.matchHint")}>
        {(id) => (
          <FieldChoice
            id={id}
            clears
            fields={fillable(scope.target.fields)}
            value={said.match}
            placeholder={t("hook.matchNone")}
            set={(match) => set({ match })}
          />
        )}
      </Labelled>
      <Labelled label={t("hook.id")} hint={t("hook.idHint")}>
        {(id) => (
          <Input
            id={id}
            placeholder="/event_id"
            value={said.id ?? ""}
            onChange={(event) => set({ id: event.target.value === "" ? undefined : event.target.value }, "delivery id")}
          />
        )}
      </Labelled>
    </>
  );
}
