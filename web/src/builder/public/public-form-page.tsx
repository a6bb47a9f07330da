import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Alert, Button } from "antd";
import { useMemo } from "react";
import { Link, useParams } from "react-router";
import { definitionsQuery } from "@/api/definitions";
import { type AskedOutside, askedOf, draftedOutsideQuery } from "@/api/open-form";
import { Empty } from "@/app/empty";
import { Failure } from "@/app/failure";
import { paths } from "@/app/paths";
import { PageSkeleton } from "@/app/skeleton";
import { labelText, useLanguage } from "@/i18n";
import { FillingForm } from "@/record/filling-form";
import { useOutside } from "@/record/surroundings";
import { useFilling } from "@/record/use-filling";
import apps from "../apps/apps.module.css";
import { BuildersOnly } from "../builders-only";
import type { DocumentCopy } from "../draft/one-document";
import { useCompany } from "../draft/use-company";
import { useDraft } from "../draft/use-draft";
import { usePublishing } from "../draft/use-publishing";
import { useUndoKeys } from "../draft/use-undo-keys";
import { WorkBar } from "../draft/work-bar";
import type { EntityDoc } from "../model/design";
import { PublishDialog } from "../publish/publish-dialog";
import { AskedFields } from "./asked-fields";
import { GivenValues } from "./given-values";
import { HandOut } from "./hand-out";
import { PUBLIC_FORM_WAYS, type PublicFormDoc } from "./model";
import css from "./public.module.css";
import { Settings } from "./settings";

/** What people outside would be asked by now, following its conditions. What is typed is kept nowhere. */
function Filled({ asked }: { asked: AskedOutside }) {
  const filling = useFilling(
    useMemo(() => askedOf(asked), [asked]),
    useOutside(),
  );
  return <FillingForm filling={filling} />;
}

/** The form as people outside see it. */
function Preview({ doc, kept }: { doc: PublicFormDoc; kept: number }) {
  const { t, language } = useLanguage();
  const asked = useQuery({ ...draftedOutsideQuery(doc.code, kept), placeholderData: keepPreviousData });
  return (
    <section className={css.preview} aria-label={t("publicForm.preview")}>
      <h2>{labelText(doc.label, language)}</h2>
      {doc.intro && <p className={css.intro}>{labelText(doc.intro, language)}</p>}
      {asked.isPending && <PageSkeleton />}
      {asked.isError && <Failure error={asked.error} retry={() => void asked.refetch()} />}
      {asked.data && <Filled asked={asked.data} />}
      <Button type="primary" size="large" block disabled>
        {t("openForm.submit")}
      </Button>
    </section>
  );
}

type LoadedProps = { app: string; first: DocumentCopy<PublicFormDoc>; entity: EntityDoc };

function Loaded({ app, first, entity }: LoadedProps) {
  const { t, language } = useLanguage();
  const company = useCompany();
  const work = useDraft({ app, code: first.doc.code, ways: PUBLIC_FORM_WAYS, first, met: company.met });
  const publishing = usePublishing(work);
  const keys = useUndoKeys(work.undo, work.redo);
  const doc = work.design;
  const given = { doc, entity, change: (next: PublicFormDoc, tag?: string) => work.edit(() => next, tag) };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys that reach here from whatever is focused inside
    <div onKeyDown={keys}>
      <WorkBar
        app={app}
        work={work}
        name={labelText(doc.label, language)}
        editing={company.name}
        publish={publishing.begin}
      />
      <div className={css.page}>
        {work.issues.map((issue) => (
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
          <Preview doc={doc} kept={work.kept} />
        </div>
      </div>
      {publishing.open && <PublishDialog app={app} close={publishing.close} wayTo={() => null} />}
    </div>
  );
}

function PublicFormPage() {
  const { t } = useLanguage();
  const { app = "", code = "" } = useParams();
  const definitions = useQuery(definitionsQuery(app));
  if (definitions.isPending) return <PageSkeleton />;
  if (definitions.isError) return <Failure error={definitions.error} retry={() => void definitions.refetch()} />;
  const first = PUBLIC_FORM_WAYS.copyOf(definitions.data, code);
  const about = first?.doc.entity;
  const entity = definitions.data.find((one) => one.kind === "entity" && one.code === about)?.definition;
  if (first === null || entity === undefined) {
    const back = <Link to={paths.buildApp(app)}>{t("publicForm.back")}</Link>;
    return <Empty title={t("openForm.missing")} action={back} />;
  }
  return <Loaded key={code} app={app} first={first} entity={entity as EntityDoc} />;
}

export function Component() {
  return (
    <BuildersOnly>
      <PublicFormPage />
    </BuildersOnly>
  );
}
