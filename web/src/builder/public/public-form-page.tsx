import { useQuery } from "@tanstack/react-query";
import { Alert, Button } from "antd";
import { useCallback, useState } from "react";
import { Link, useParams } from "react-router";
import { type DefinitionInfo, definitionsQuery } from "@/api/definitions";
import { Empty } from "@/app/empty";
import { Failure } from "@/app/failure";
import { paths } from "@/app/paths";
import { PageSkeleton } from "@/app/skeleton";
import { labelText, useLanguage } from "@/i18n";
import { type Draft, EMPTY_DRAFT, withValue } from "@/record/draft";
import type { SetValue } from "@/record/form-field";
import { RecordForm } from "@/record/record-form";
import apps from "../apps/apps.module.css";
import { BuildersOnly } from "../builders-only";
import type { EntityDoc } from "../model/design";
import { PublishDialog } from "../publish/publish-dialog";
import { AskedFields } from "./asked-fields";
import { GivenValues } from "./given-values";
import { HandOut } from "./hand-out";
import { docOf, type PublicFormDoc, shownFields } from "./model";
import css from "./public.module.css";
import { Settings } from "./settings";
import { usePublicForm } from "./use-public-form";

const NONE = new Map<string, string>();

/** The form as people outside see it. What is typed is kept nowhere. */
function Preview({ doc, entity }: { doc: PublicFormDoc; entity: EntityDoc }) {
  const { t, language } = useLanguage();
  const [draft, setDraft] = useState<Draft>(EMPTY_DRAFT);
  const set: SetValue = useCallback((code, value, label) => setDraft((now) => withValue(now, code, value, label)), []);
  return (
    <section className={css.preview} aria-label={t("publicForm.preview")}>
      <h2>{labelText(doc.label, language)}</h2>
      {doc.intro && <p className={css.intro}>{labelText(doc.intro, language)}</p>}
      <RecordForm fields={shownFields(doc, entity)} draft={draft} set={set} issues={NONE} />
      <Button type="primary" size="large" block disabled>
        {t("openForm.submit")}
      </Button>
    </section>
  );
}

type LoadedProps = { app: string; info: DefinitionInfo; entity: EntityDoc };

function Loaded({ app, info, entity }: LoadedProps) {
  const { t } = useLanguage();
  const { doc, change, issues, saved } = usePublicForm(app, info);
  const [publishing, setPublishing] = useState(false);
  const given = { doc, entity, change };
  return (
    <div className={css.page}>
      <div className={apps.head}>
        <Link to={paths.buildApp(app)}>{t("publicForm.back")}</Link>
        <span className={apps.buttons}>
          <span className="faint" role="status">
            {t(saved ? "publicForm.saved" : "publicForm.saving")}
          </span>
          <Button type="primary" disabled={!saved} onClick={() => setPublishing(true)}>
            {t("builder.publish")}
          </Button>
        </span>
      </div>
      {issues.map((issue) => (
        <Alert key={issue.path + issue.message} type="warning" showIcon title={issue.message} />
      ))}
      <section className={apps.panel} aria-label={t("publicForm.handOut")}>
        <h2>{t("publicForm.handOut")}</h2>
        <HandOut code={doc.code} />
      </section>
      <div className={css.columns}>
        <div className={css.settings}>
          <section className={apps.panel} aria-label={t("publicForm.fields")}>
            <h2>{t("publicForm.fields")}</h2>
            <AskedFields {...given} />
          </section>
          <section className={apps.panel} aria-label={t("publicForm.settings")}>
            <h2>{t("publicForm.settings")}</h2>
            <div className={css.list}>
              <Settings {...given} />
            </div>
          </section>
          <section className={apps.panel} aria-label={t("publicForm.given")}>
            <h2>{t("publicForm.given")}</h2>
            <p className="faint">{t("publicForm.givenHint")}</p>
            <GivenValues {...given} />
          </section>
        </div>
        <Preview doc={doc} entity={entity} />
      </div>
      {publishing && <PublishDialog app={app} close={() => setPublishing(false)} wayTo={() => null} />}
    </div>
  );
}

function PublicFormPage() {
  const { t } = useLanguage();
  const { app = "", code = "" } = useParams();
  const definitions = useQuery(definitionsQuery(app));
  if (definitions.isPending) return <PageSkeleton />;
  if (definitions.isError) return <Failure error={definitions.error} retry={() => void definitions.refetch()} />;
  const info = definitions.data.find((one) => one.kind === "public_form" && one.code === code);
  const about = docOf(info)?.entity;
  const entity = definitions.data.find((one) => one.kind === "entity" && one.code === about)?.definition;
  if (info === undefined || info.state === "deleted" || entity === undefined) {
    const back = <Link to={paths.buildApp(app)}>{t("publicForm.back")}</Link>;
    return <Empty title={t("openForm.missing")} action={back} />;
  }
  return <Loaded key={code} app={app} info={info} entity={entity as EntityDoc} />;
}

export function Component() {
  return (
    <BuildersOnly>
      <PublicFormPage />
    </BuildersOnly>
  );
}
