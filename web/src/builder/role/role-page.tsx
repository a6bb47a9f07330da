import { useQuery } from "@tanstack/react-query";
import { Alert, Select, Switch } from "antd";
import { useId, useState } from "react";
import { Link, useParams } from "react-router";
import { type DefinitionInfo, definitionsQuery } from "@/api/definitions";
import type { InputIssue } from "@/api/problem";
import { Empty } from "@/app/empty";
import { Failure } from "@/app/failure";
import { paths } from "@/app/paths";
import { PageSkeleton } from "@/app/skeleton";
import { labelText, useLanguage } from "@/i18n";
import apps from "../apps/apps.module.css";
import { BuildersOnly } from "../builders-only";
import type { DocumentCopy } from "../draft/one-document";
import { useCompany } from "../draft/use-company";
import { useDraft } from "../draft/use-draft";
import { usePublishing } from "../draft/use-publishing";
import { useUndoKeys } from "../draft/use-undo-keys";
import { WorkBar } from "../draft/work-bar";
import { PublishDialog } from "../publish/publish-dialog";
import { AppRightsPanel } from "./app-rights-panel";
import { Differences } from "./differences";
import { EntityRightsLine } from "./entity-rights";
import { docOf, entityOf, ROLE_WAYS, type RoleDoc, rightsOf, withRights } from "./model";
import css from "./role.module.css";
import { useAbouts } from "./use-abouts";
import type { About } from "./words";

type Edit = (to: (doc: RoleDoc) => RoleDoc, tag?: string) => void;

/** Makes it a role that may do everything, and says so. */
function Admin({ doc, edit }: { doc: RoleDoc; edit: Edit }) {
  const { t } = useLanguage();
  const id = useId();
  return (
    <div className={css.admin}>
      <Switch id={id} checked={doc.admin === true} onChange={(admin) => edit((all) => ({ ...all, admin }))} />
      <label htmlFor={id}>{t("role.admin")}</label>
    </div>
  );
}

type LinesProps = { app: string; doc: RoleDoc; abouts: About[]; issues: readonly InputIssue[]; edit: Edit };

/** A line for each entity of this app and for each other one that the role has rights on. */
function Lines({ app, doc, abouts, issues, edit }: LinesProps) {
  const { t } = useLanguage();
  const items = useQuery(definitionsQuery(app)).data ?? [];
  const own = (code: string) => items.some((one) => one.kind === "entity" && one.code === code);
  const shown = abouts.filter(({ code }) => own(code) || doc.entities?.[code] !== undefined);
  const others = abouts.filter((about) => !shown.includes(about));
  const add = (code: string) => edit((all) => withRights(all, code, (rights) => ({ ...rights, read: "own" })));
  return (
    <section className={apps.panel} aria-label={t("role.entities")}>
      <ul className={css.list}>
        {shown.map((about) => (
          <EntityRightsLine
            key={about.code}
            about={about}
            rights={rightsOf(doc, about.code)}
            issues={issues.filter((issue) => entityOf(issue.path) === about.code)}
            set={(rights, tag) => edit((all) => withRights(all, about.code, () => rights), tag)}
          />
        ))}
      </ul>
      {others.length > 0 && (
        <Select<string>
          aria-label={t("role.addEntity")}
          placeholder={t("role.addEntity")}
          value={null as unknown as string}
          showSearch={{ optionFilterProp: "label" }}
          style={{ minWidth: 220, marginTop: 8 }}
          options={others.map(({ code, name }) => ({ value: code, label: name }))}
          onChange={add}
        />
      )}
    </section>
  );
}

type CompareProps = { roles: DefinitionInfo[]; value: string | null; set: (code: string | null) => void };

function CompareWith({ roles, value, set }: CompareProps) {
  const { t, language } = useLanguage();
  if (roles.length === 0) return null;
  return (
    <Select<string>
      className={css.compare}
      allowClear
      aria-label={t("role.compare")}
      placeholder={t("role.compare")}
      value={value}
      options={roles.map((role) => ({ value: role.code, label: labelText(role.label, language) }))}
      onChange={(code) => set(code ?? null)}
    />
  );
}

function Loaded({ app, first }: { app: string; first: DocumentCopy<RoleDoc> }) {
  const { t, language } = useLanguage();
  const company = useCompany();
  const work = useDraft({ app, code: first.doc.code, ways: ROLE_WAYS, first, met: company.met });
  const publishing = usePublishing(work);
  const keys = useUndoKeys(work.undo, work.redo);
  const [compared, compare] = useState<string | null>(null);
  const items = useQuery(definitionsQuery(app)).data ?? [];
  const doc = work.design;
  const roles = items.filter((one) => one.kind === "role" && one.state !== "deleted" && one.code !== doc.code);
  const other = roles.find((one) => one.code === compared);
  const abouts = useAbouts(app, other ? [doc, docOf(other)] : [doc]);
  const placed = (issue: InputIssue) => abouts.some(({ code }) => code === entityOf(issue.path));
  const rename = (name: string) => work.edit((all) => ({ ...all, label: { ...all.label, [language]: name } }), "label");
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys that reach here from whatever is focused inside
    <div onKeyDown={keys}>
      <WorkBar
        app={app}
        work={work}
        name={labelText(doc.label, language)}
        rename={{ label: t("role.name"), set: rename }}
        editing={company.name}
        publish={publishing.begin}
      />
      <div className={css.page}>
        <div className={css.head}>
          <Admin doc={doc} edit={work.edit} />
          <CompareWith roles={roles} value={compared} set={compare} />
        </div>
        {doc.admin && <Alert type="warning" showIcon title={t("role.adminWarning")} />}
        {work.issues
          .filter((issue) => !placed(issue))
          .map((issue) => (
            <Alert key={issue.path + issue.message} type="warning" showIcon title={issue.message} />
          ))}
        {other ? (
          <Differences mine={doc} other={docOf(other)} entities={abouts} />
        ) : (
          <>
            <AppRightsPanel app={app} said={doc} set={(said) => work.edit((all) => ({ ...all, ...said }))} />
            <Lines app={app} doc={doc} abouts={abouts} issues={work.issues} edit={work.edit} />
          </>
        )}
      </div>
      {publishing.open && <PublishDialog app={app} close={publishing.close} wayTo={() => null} />}
    </div>
  );
}

function RolePage() {
  const { t } = useLanguage();
  const { app = "", code = "" } = useParams();
  const definitions = useQuery(definitionsQuery(app));
  if (definitions.isPending) return <PageSkeleton />;
  if (definitions.isError) return <Failure error={definitions.error} retry={() => void definitions.refetch()} />;
  const first = ROLE_WAYS.copyOf(definitions.data, code);
  if (first === null) {
    return <Empty title={t("role.missing")} action={<Link to={paths.buildApp(app)}>{t("publicForm.back")}</Link>} />;
  }
  return <Loaded key={code} app={app} first={first} />;
}

export function Component() {
  return (
    <BuildersOnly rights>
      <RolePage />
    </BuildersOnly>
  );
}
