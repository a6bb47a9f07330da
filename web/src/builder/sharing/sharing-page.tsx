import { useQuery } from "@tanstack/react-query";
import { Alert, Radio, Select } from "antd";
import { useId } from "react";
import { Link, useParams } from "react-router";
import { definitionsQuery } from "@/api/definitions";
import type { InputIssue } from "@/api/problem";
import { LEVELS } from "@/api/shares";
import { Empty } from "@/app/empty";
import { Failure } from "@/app/failure";
import { paths } from "@/app/paths";
import { PageSkeleton } from "@/app/skeleton";
import { ExpressionInput } from "@/expression/expression-input";
import { labelText, useLanguage } from "@/i18n";
import { keyOf } from "@/share/principals";
import { useChoices } from "@/share/use-choices";
import apps from "../apps/apps.module.css";
import { BuildersOnly } from "../builders-only";
import { useTargets } from "../button/use-targets";
import type { DocumentCopy } from "../draft/one-document";
import { useCompany } from "../draft/use-company";
import { useDraft } from "../draft/use-draft";
import { usePublishing } from "../draft/use-publishing";
import { useUndoKeys } from "../draft/use-undo-keys";
import { WorkBar } from "../draft/work-bar";
import props from "../properties/properties.module.css";
import { PublishDialog } from "../publish/publish-dialog";
import css from "../role/role.module.css";
import { useConditionWords } from "../use-condition-words";
import { conditionsOf, principalOf, SHARING_WAYS, type SharingDoc, withOf } from "./model";
import { sentence } from "./words";

type Edit = (to: (doc: SharingDoc) => SharingDoc, tag?: string) => void;
type PartProps = { doc: SharingDoc; edit: Edit };

/** With whom: roles, groups and departments; those that are gone stay until somebody takes them out. */
function WithWhom({ doc, edit }: PartProps) {
  const { t } = useLanguage();
  const id = useId();
  const choices = useChoices("rule");
  const all = choices.flatMap(({ options }) => options);
  const chosen = doc.with.map((one) => ({ one, key: keyOf(principalOf(one)) }));
  const gone = chosen.filter(({ key }) => !all.some(({ value }) => value === key));
  const set = (picked: string[]) =>
    edit((before) => ({
      ...before,
      with: picked.flatMap((key) => {
        const kept = chosen.find((each) => each.key === key)?.one;
        const principal = all.find(({ value }) => value === key)?.principal;
        const made = kept ?? (principal ? withOf(principal) : null);
        return made === null ? [] : [made];
      }),
    }));
  return (
    <div className={props.property}>
      <label htmlFor={id}>{t("sharing.with")}</label>
      <Select<string[]>
        id={id}
        mode="multiple"
        showSearch={{ optionFilterProp: "label" }}
        placeholder={t("sharing.find")}
        value={chosen.map(({ key }) => key)}
        options={[
          ...choices.map(({ kind, options }) => ({ label: t(`share.kind.${kind}`), options })),
          ...gone.map(({ key }) => ({ label: t("sharing.unknown"), value: key })),
        ]}
        onChange={set}
      />
      {gone.length > 0 && all.length > 0 && <Alert type="warning" showIcon title={t("sharing.unknownText")} />}
    </div>
  );
}

/** Which records: of one form, for which a condition holds. */
function WhichRecords({ app, doc, edit }: PartProps & { app: string }) {
  const { t, language } = useLanguage();
  const id = useId();
  const { entities } = useTargets(app);
  return (
    <>
      <div className={props.property}>
        <label htmlFor={id}>{t("sharing.entity")}</label>
        <Select<string>
          id={id}
          showSearch={{ optionFilterProp: "label" }}
          value={doc.entity}
          options={entities.map(({ code, label }) => ({ value: code, label: labelText(label, language) }))}
          onChange={(entity) => edit((before) => ({ ...before, entity, where: "" }))}
        />
      </div>
      <div className={props.property}>
        <span>{t("sharing.where")}</span>
        <ExpressionInput
          key={doc.entity}
          entity={doc.entity}
          draft
          expects="boolean"
          label={t("sharing.where")}
          value={doc.where}
          onChange={(where) => edit((before) => ({ ...before, where }), "where")}
        />
      </div>
    </>
  );
}

function HowFar({ doc, edit }: PartProps) {
  const { t } = useLanguage();
  return (
    <div className={props.property}>
      <span>{t("sharing.level")}</span>
      <Radio.Group
        aria-label={t("sharing.level")}
        value={doc.level}
        options={LEVELS.map((level) => ({ value: level, label: t(`share.levelOf.${level}`) }))}
        onChange={(event) => edit((before) => ({ ...before, level: event.target.value }))}
      />
    </div>
  );
}

function Issues({ issues }: { issues: readonly InputIssue[] }) {
  return issues.map((issue) => (
    <Alert key={issue.path + issue.message} type="warning" showIcon title={issue.message} />
  ));
}

function Loaded({ app, first }: { app: string; first: DocumentCopy<SharingDoc> }) {
  const { t, language } = useLanguage();
  const company = useCompany();
  const work = useDraft({ app, code: first.doc.code, ways: SHARING_WAYS, first, met: company.met });
  const publishing = usePublishing(work);
  const keys = useUndoKeys(work.undo, work.redo);
  const { entities } = useTargets(app);
  const choices = useChoices("rule");
  const doc = work.design;
  const target = entities.find(({ code }) => code === doc.entity);
  const entity = labelText(target?.label, language) || doc.entity;
  const condition = useConditionWords(conditionsOf([doc]), true)(doc.entity, target?.fields ?? [], doc.where.trim());
  const rename = (name: string) => work.edit((all) => ({ ...all, label: { ...all.label, [language]: name } }), "label");
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys that reach here from whatever is focused inside
    <div onKeyDown={keys}>
      <WorkBar
        app={app}
        work={work}
        name={labelText(doc.label, language)}
        rename={{ label: t("sharing.name"), set: rename }}
        editing={company.name}
        publish={publishing.begin}
      />
      <div className={css.page}>
        <section className={`${apps.panel} ${css.parts}`} aria-label={t("sharing.rule")}>
          <p className={css.sentence}>{sentence(doc, { entity, condition }, choices, t)}</p>
          <WhichRecords app={app} doc={doc} edit={work.edit} />
          <WithWhom doc={doc} edit={work.edit} />
          <HowFar doc={doc} edit={work.edit} />
          <p className="faint">{t("sharing.hint")}</p>
        </section>
        <Issues issues={work.issues} />
      </div>
      {publishing.open && <PublishDialog app={app} close={publishing.close} wayTo={() => null} />}
    </div>
  );
}

function SharingPage() {
  const { t } = useLanguage();
  const { app = "", code = "" } = useParams();
  const definitions = useQuery(definitionsQuery(app));
  if (definitions.isPending) return <PageSkeleton />;
  if (definitions.isError) return <Failure error={definitions.error} retry={() => void definitions.refetch()} />;
  const first = SHARING_WAYS.copyOf(definitions.data, code);
  if (first === null) {
    return <Empty title={t("sharing.missing")} action={<Link to={paths.buildApp(app)}>{t("publicForm.back")}</Link>} />;
  }
  return <Loaded key={code} app={app} first={first} />;
}

export function Component() {
  return (
    <BuildersOnly rights>
      <SharingPage />
    </BuildersOnly>
  );
}
