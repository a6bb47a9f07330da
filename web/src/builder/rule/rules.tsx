import { DeleteOutlined, PlusOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { Button, Dropdown, Tag } from "antd";
import { Link } from "react-router";
import type { DefinitionInfo } from "@/api/definitions";
import { actionsQuery, type RuleInfo, rulesQuery } from "@/api/rules";
import { paths } from "@/app/paths";
import { useFormats } from "@/field/use-formats";
import { labelText, useLanguage } from "@/i18n";
import { PauseBanner, PauseButton } from "@/rules/pause";
import { RuleSwitch } from "@/rules/rule-switch";
import runs from "@/rules/rules.module.css";
import apps from "../apps/apps.module.css";
import { useListed } from "../apps/use-listed";
import { docOf, newRule } from "./model";
import { sentenceOf, sentenceText } from "./sentence";
import { useSaying, useScope } from "./use-saying";

type Props = { app: string; definitions: DefinitionInfo[] };

function Sentence({ app, rule }: { app: string; rule: DefinitionInfo }) {
  const doc = docOf(rule);
  const actions = useQuery(actionsQuery).data ?? [];
  const saying = useSaying(useScope(app, doc.entity), doc);
  return <span className="faint">{sentenceText(sentenceOf(doc, actions, saying))}</span>;
}

/** How a published rule does: its switch, how often it ran today, and what failed. */
function Doing({ rule }: { rule: RuleInfo }) {
  const { t } = useLanguage();
  const formats = useFormats();
  const last = rule.lastRun ? t("rules.list.last", { when: formats.relative(rule.lastRun) }) : t("rules.list.never");
  return (
    <>
      {rule.failures > 0 && (
        <Link to={`${paths.ruleRuns(rule.code)}?state=failed`}>
          <Tag color="error">{t("rules.list.failures", { n: rule.failures })}</Tag>
        </Link>
      )}
      <Link to={paths.ruleRuns(rule.code)} title={last}>
        {rule.lastRun ? t("rules.list.today", { n: rule.runsToday }) : t("rules.list.never")}
      </Link>
      <RuleSwitch rule={rule} />
    </>
  );
}

type RowProps = { app: string; rule: DefinitionInfo; published: RuleInfo | undefined; remove: () => void };

function Row({ app, rule, published, remove }: RowProps) {
  const { t, language } = useLanguage();
  const name = labelText(rule.label, language);
  return (
    <div className={apps.row}>
      <div className={runs.saying}>
        <strong>{name}</strong>
        {rule.definition && <Sentence app={app} rule={rule} />}
      </div>
      {rule.state === "deleted" ? (
        <Tag color="error">{t("builder.app.state.deleted")}</Tag>
      ) : (
        <div className={runs.end}>
          {published ? <Doing rule={published} /> : <Tag>{t("rules.list.draft")}</Tag>}
          <Link to={paths.buildRule(app, rule.code)} aria-label={t("rule.arrangeOf", { name })}>
            {t("rules.tabs.build")}
          </Link>
          <Button type="text" icon={<DeleteOutlined />} aria-label={t("rule.delete", { name })} onClick={remove} />
        </div>
      )}
    </div>
  );
}

/** The rules of an app, each as a sentence, with how it does and its switch. */
export function Rules({ app, definitions }: Props) {
  const { t, language } = useLanguage();
  const rules = definitions.filter((one) => one.kind === "rule");
  const entities = definitions.filter((one) => one.kind === "entity" && one.state !== "deleted");
  const published = useQuery(rulesQuery).data?.items ?? [];
  const { create, remove } = useListed<string>({
    kind: "rule",
    definitions,
    name: () => t("rule.fresh"),
    before: app,
    make: (code, label, entity) => newRule(code, app, label, entity),
    path: (code) => paths.buildRule(app, code),
  });
  if (entities.length === 0 && rules.length === 0) return null;
  const forms = entities.map(({ code, label }) => ({
    key: code,
    label: labelText(label, language),
    onClick: () => create.mutate(code),
  }));
  return (
    <section className={apps.panel} aria-label={t("rule.rules")}>
      <div className={apps.panelHead}>
        <h2>{t("rule.rules")}</h2>
        <div className={runs.end}>
          <PauseButton />
          {forms.length > 0 && (
            <Dropdown menu={{ items: forms }} trigger={["click"]} placement="bottomRight">
              <Button icon={<PlusOutlined />} loading={create.isPending} title={t("rule.newFor")}>
                {t("rule.new")}
              </Button>
            </Dropdown>
          )}
        </div>
      </div>
      <PauseBanner />
      {rules.length === 0 && <p className="faint">{t("rule.none")}</p>}
      {rules.map((rule) => (
        <Row
          key={rule.code}
          app={app}
          rule={rule}
          published={published.find((one) => one.code === rule.code)}
          remove={() => remove.mutate(rule.code)}
        />
      ))}
    </section>
  );
}
