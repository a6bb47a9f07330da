import { useMutation, useQuery } from "@tanstack/react-query";
import { Button, Select } from "antd";
import { applyToDue, rulesQuery } from "@/api/rules";
import { useToast } from "@/app/toast";
import { labelText, useLanguage } from "@/i18n";
import { Labelled } from "./labelled";
import { type TriggerKind, triggerOf, withTrigger } from "./model";
import css from "./rule.module.css";
import { useRule } from "./rule-context";
import { TRIGGER_FIELDS } from "./trigger-fields";
import { freshTrigger, GROUPS, TRIGGER_GROUPS } from "./triggers";

/** What fell due before a timed rule was switched on is left alone until somebody asks for it. */
function Due() {
  const { t } = useLanguage();
  const { doc } = useRule();
  const toast = useToast();
  const published = useQuery(rulesQuery).data?.items.some((one) => one.code === doc.code) ?? false;
  const due = useMutation({
    mutationFn: () => applyToDue(doc.code),
    onError: toast.failed,
    onSuccess: () => toast.done(t("rules.due.done")),
  });
  if (!published) return null;
  return (
    <div className={css.labelled}>
      <Button className={css.switch} loading={due.isPending} onClick={() => due.mutate()}>
        {t("rules.due.do")}
      </Button>
      <span className={css.hint}>{t("rules.due.hint")}</span>
    </div>
  );
}

/** So high that no trigger has to be scrolled to. */
const ALL_IN_SIGHT = 560;

/** Of which form, and what starts the rule. */
export function TriggerPart() {
  const { t, language } = useLanguage();
  const { doc, edit, scope } = useRule();
  const kind = triggerOf(doc);
  const Fields = TRIGGER_FIELDS[kind];
  const forms = scope.entities.map((one) => ({ value: one.code, label: labelText(one.label, language) }));
  const fieldsOf = (code: string) => scope.entities.find((one) => one.code === code)?.fields ?? [];
  return (
    <div className={css.inputs}>
      <Labelled label={t("rule.entity")}>
        {(id) => (
          <Select<string>
            id={id}
            showSearch={{ optionFilterProp: "label" }}
            value={doc.entity}
            options={forms}
            onChange={(entity) =>
              edit((before) => ({
                ...withTrigger(before, freshTrigger(kind, fieldsOf(entity))),
                entity,
                where: undefined,
                was: undefined,
              }))
            }
          />
        )}
      </Labelled>
      <Labelled label={t("rule.trigger")} hint={t(`rule.help.${kind}`)}>
        {(id) => (
          <Select<TriggerKind>
            id={id}
            showSearch={{ optionFilterProp: "label" }}
            value={kind}
            listHeight={ALL_IN_SIGHT}
            options={GROUPS.map((group) => ({
              label: t(`rule.groups.${group}`),
              options: TRIGGER_GROUPS[group].map((one) => ({ value: one, label: t(`rule.triggers.${one}`) })),
            }))}
            onChange={(next) => edit((before) => withTrigger(before, freshTrigger(next, scope.target.fields)))}
          />
        )}
      </Labelled>
      {Fields && <Fields />}
      {(kind === "date" || kind === "idle") && <Due />}
    </div>
  );
}
