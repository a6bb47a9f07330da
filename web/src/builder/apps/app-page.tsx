import { useQuery } from "@tanstack/react-query";
import { Input } from "antd";
import { useState } from "react";
import { Link, useNavigate, useParams } from "react-router";
import { entitiesQuery } from "@/api/catalogue";
import { type DefinitionInfo, definitionsQuery } from "@/api/definitions";
import { useBuilding } from "@/app/builds";
import { Empty } from "@/app/empty";
import { Failure } from "@/app/failure";
import { paths } from "@/app/paths";
import { PageSkeleton } from "@/app/skeleton";
import { labelText, useLanguage } from "@/i18n";
import { BuildersOnly } from "../builders-only";
import { MailTemplates } from "../mail/mail-templates";
import { PrintTemplates } from "../print/print-templates";
import { useTyped } from "../properties/simple-editors";
import { PublicForms } from "../public/public-forms";
import { PublishDialog } from "../publish/publish-dialog";
import { Roles } from "../role/roles";
import { Rules } from "../rule/rules";
import { Sharings } from "../sharing/sharings";
import { AppActions } from "./app-actions";
import css from "./apps.module.css";
import { DraftsBar } from "./drafts-bar";
import { FormList } from "./form-list";
import { IconChoice } from "./icon-choice";
import { MenuEditor } from "./menu-editor";
import { NewForm } from "./new-form";
import { Trash } from "./trash";
import { useAppDraft } from "./use-app-draft";

/** Leads from the path of an issue, such as `entity/customer.fields[2]`, to the page where it is mended. */
function useIssueLink(app: string, definitions: DefinitionInfo[]) {
  const navigate = useNavigate();
  return (path: string) => {
    const [, kind, code] =
      /^(entity|form|public_form|print_template|mail_template|button|record_page|role|rule|sharing)\/([a-z0-9_]+)/.exec(
        path,
      ) ?? [];
    if (code === undefined || kind === undefined) return null;
    const entity = definitions.find((one) => one.kind === kind && one.code === code)?.definition?.entity;
    const ways: Record<string, string> = {
      public_form: paths.buildPublicForm(app, code),
      print_template: paths.buildPrint(app, code),
      mail_template: paths.buildMail(app, code),
      role: paths.buildRole(app, code),
      rule: paths.buildRule(app, code),
      sharing: paths.buildSharing(app, code),
      button: `${paths.buildButtons(app, String(entity))}?button=${code}`,
      record_page: paths.buildPage(app, String(entity ?? code), code),
    };
    return () => void navigate(ways[kind] ?? paths.buildForm(app, code));
  };
}

function Name({ own, change }: { own: DefinitionInfo; change: (label: object) => void }) {
  const { t, language } = useLanguage();
  const name = labelText(own.label, language);
  const [typed, setTyped] = useTyped(name);
  const commit = () => {
    if (typed.trim() === "" || typed.trim() === name) return setTyped(name);
    const label = typeof own.label === "string" ? { zh: own.label } : own.label;
    change({ ...label, [language]: typed.trim() });
  };
  return (
    <Input
      variant="borderless"
      className={css.nameInput}
      value={typed}
      maxLength={60}
      aria-label={t("begin.blank.name")}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={commit}
      onPressEnter={(event) => event.currentTarget.blur()}
    />
  );
}

function Loaded({ app, own, definitions }: { app: string; own: DefinitionInfo; definitions: DefinitionInfo[] }) {
  const { t } = useLanguage();
  const published = useQuery(entitiesQuery).data ?? [];
  const [adding, setAdding] = useState(false);
  const [publishing, setPublishing] = useState(false);
  const wayTo = useIssueLink(app, definitions);
  const building = useBuilding();
  const change = useAppDraft(own, app);
  const drafts = definitions.filter((one) => one.state !== "published");
  const entities = definitions.filter((one) => one.kind === "entity");
  return (
    <div className={css.page}>
      <Link to={paths.build}>{t("builder.build")}</Link>
      <div className={css.head}>
        <div className={css.name}>
          <IconChoice
            large
            fallback="app"
            value={own.definition?.icon as string | undefined}
            set={(icon) => void change({ icon })}
          />
          <Name own={own} change={(label) => void change({ label })} />
        </div>
        <AppActions app={app} own={own} definitions={definitions} deleted={() => setPublishing(true)} />
      </div>
      {drafts.length > 0 && <DraftsBar drafts={drafts} publish={() => setPublishing(true)} />}
      <FormList
        app={app}
        definitions={definitions}
        published={new Set(published.map((one) => one.code))}
        add={() => setAdding(true)}
      />
      {entities.length > 0 && (
        <MenuEditor own={own} definitions={definitions} change={(menu) => void change({ menu })} />
      )}
      <Rules app={app} definitions={definitions} />
      <PublicForms app={app} definitions={definitions} />
      <PrintTemplates app={app} definitions={definitions} />
      <MailTemplates app={app} definitions={definitions} />
      {building.all && <Roles app={app} definitions={definitions} />}
      {building.all && <Sharings app={app} definitions={definitions} />}
      {building.all && <Trash entities={new Set(entities.map((one) => one.code))} />}
      {adding && <NewForm app={app} own={own} definitions={definitions} close={() => setAdding(false)} />}
      {publishing && <PublishDialog app={app} close={() => setPublishing(false)} wayTo={wayTo} />}
    </div>
  );
}

function AppPage() {
  const { t } = useLanguage();
  const { app = "" } = useParams();
  const definitions = useQuery(definitionsQuery(app));
  if (definitions.isPending) return <PageSkeleton />;
  if (definitions.isError) return <Failure error={definitions.error} retry={() => void definitions.refetch()} />;
  const own = definitions.data.find((one) => one.kind === "app");
  if (own === undefined) {
    const back = <Link to={paths.build}>{t("builder.build")}</Link>;
    return <Empty title={t("builder.app.missing")} text={t("builder.app.missingText")} action={back} />;
  }
  return <Loaded app={app} own={own} definitions={definitions.data} />;
}

export function Component() {
  return (
    <BuildersOnly>
      <AppPage />
    </BuildersOnly>
  );
}
