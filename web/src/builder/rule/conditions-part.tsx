import { useLanguage } from "@/i18n";
import { ConditionEditor } from "./condition-editor";
import { hasBefore } from "./model";
import css from "./rule.module.css";
import { useRule } from "./rule-context";
import { scopeOf } from "./scope";

/** Over the record as it is, and over the record as it was where something was changed. */
export function ConditionsPart() {
  const { t, language } = useLanguage();
  const { doc, edit, scope } = useRule();
  const before = hasBefore(doc);
  const own = scopeOf(scope.target, scope.entities, language, true);
  return (
    <div className={css.inputs}>
      <section className={css.labelled}>
        <h3 className={css.name}>{before ? t("rule.condition.after") : t("rule.where")}</h3>
        <ConditionEditor
          key={doc.entity}
          entity={scope.scope}
          condition={doc.where}
          label={t("rule.where")}
          set={(where) => edit((one) => ({ ...one, where }), "where")}
        />
      </section>
      {before && (
        <section className={css.labelled}>
          <h3 className={css.name}>{t("rule.condition.before")}</h3>
          <ConditionEditor
            key={`${doc.entity} before`}
            entity={own}
            condition={doc.was}
            label={t("rule.was")}
            set={(was) => edit((one) => ({ ...one, was }), "was")}
          />
        </section>
      )}
    </div>
  );
}
