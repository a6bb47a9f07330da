import { DeleteOutlined, PlusOutlined } from "@ant-design/icons";
import { Button, Tag } from "antd";
import { Link } from "react-router";
import type { DefinitionInfo } from "@/api/definitions";
import { paths } from "@/app/paths";
import { labelText, useLanguage } from "@/i18n";
import { useChoices } from "@/share/use-choices";
import apps from "../apps/apps.module.css";
import { useListed } from "../apps/use-listed";
import { useTargets } from "../button/use-targets";
import css from "../role/role.module.css";
import { useConditionWords } from "../use-condition-words";
import { conditionsOf, docOf, newSharing, type SharingDoc } from "./model";
import { sentence } from "./words";

type Props = { app: string; definitions: DefinitionInfo[] };

/** The sharing rules of an app, each as a sentence. */
export function Sharings({ app, definitions }: Props) {
  const { t, language } = useLanguage();
  const rules = definitions.filter((one) => one.kind === "sharing");
  const entities = definitions.filter((one) => one.kind === "entity" && one.state !== "deleted");
  const choices = useChoices("rule");
  const { create, remove } = useListed<string>({
    kind: "sharing",
    definitions,
    name: () => t("sharing.fresh"),
    before: app,
    make: (code, label, entity) => newSharing(code, app, label, entity),
    path: (code) => paths.buildSharing(app, code),
  });
  const { entities: targets } = useTargets(app);
  const docs = rules.flatMap((one) => (one.definition ? [docOf(one)] : []));
  const words = useConditionWords(conditionsOf(docs), true);
  const said = (doc: SharingDoc) => {
    const fields = targets.find(({ code }) => code === doc.entity)?.fields ?? [];
    return sentence(
      doc,
      { entity: called(doc.entity), condition: words(doc.entity, fields, doc.where.trim()) },
      choices,
      t,
    );
  };
  const first = entities[0];
  const called = (code: string) => labelText(entities.find((one) => one.code === code)?.label, language) || code;
  if (first === undefined && rules.length === 0) return null;
  return (
    <section className={apps.panel} aria-label={t("sharing.rules")}>
      <div className={apps.panelHead}>
        <h2>{t("sharing.rules")}</h2>
        {first && (
          <Button icon={<PlusOutlined />} loading={create.isPending} onClick={() => create.mutate(first.code)}>
            {t("sharing.new")}
          </Button>
        )}
      </div>
      {rules.length === 0 && <p className="faint">{t("sharing.none")}</p>}
      {rules.map((rule) => {
        const name = labelText(rule.label, language);
        return (
          <div key={rule.code} className={apps.row}>
            <div className={apps.about}>
              <strong>{name}</strong>
              {rule.definition && <span className="faint">{said(docOf(rule))}</span>}
            </div>
            {rule.state === "deleted" ? (
              <Tag color="error">{t("builder.app.state.deleted")}</Tag>
            ) : (
              <div className={css.end}>
                <Link to={paths.buildSharing(app, rule.code)} aria-label={t("sharing.arrangeOf", { name })}>
                  {t("sharing.arrange")}
                </Link>
                <Button
                  type="text"
                  icon={<DeleteOutlined />}
                  aria-label={t("sharing.delete", { name })}
                  onClick={() => remove.mutate(rule.code)}
                />
              </div>
            )}
          </div>
        );
      })}
    </section>
  );
}
