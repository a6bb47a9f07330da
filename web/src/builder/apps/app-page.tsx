import { PlusOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { Button, Tag } from "antd";
import { useState } from "react";
import { Link, useNavigate, useParams } from "react-router";
import { entitiesQuery } from "@/api/catalogue";
import { type DefinitionInfo, definitionsQuery } from "@/api/definitions";
import { Empty } from "@/app/empty";
import { Failure } from "@/app/failure";
import { NamedIcon } from "@/app/icons";
import { paths } from "@/app/paths";
import { PageSkeleton } from "@/app/skeleton";
import { labelText, useLanguage } from "@/i18n";
import { BuildersOnly } from "../builders-only";
import type { EntityDoc } from "../model/design";
import { PublishDialog } from "../publish/publish-dialog";
import css from "./apps.module.css";
import { NewForm } from "./new-form";

type State = "published" | "draft" | "new" | "deleted";
const COLOURS: Record<State, string> = { published: "default", draft: "warning", new: "processing", deleted: "error" };

function FormRow({ app, entity, state }: { app: string; entity: DefinitionInfo; state: State }) {
  const { t, language } = useLanguage();
  const fields = (entity.definition as EntityDoc | undefined)?.fields.length ?? 0;
  return (
    <div className={css.row}>
      <div className={css.about}>
        <strong className="ellipsis">{labelText(entity.label, language)}</strong>
        <span className="faint">{t("builder.app.fields", { n: fields })}</span>
      </div>
      {state !== "published" && <Tag color={COLOURS[state]}>{t(`builder.app.state.${state}`)}</Tag>}
      {state !== "new" && <Link to={paths.list(entity.code)}>{t("builder.app.data")}</Link>}
      {state !== "deleted" && <Link to={paths.buildForm(app, entity.code)}>{t("builder.app.design")}</Link>}
    </div>
  );
}

/** Leads from the path of an issue, such as `entity/customer.fields[2]`, to the page where it is mended. */
function useIssueLink(app: string) {
  const navigate = useNavigate();
  return (path: string): boolean => {
    const found = /^(?:entity|form)\/([a-z0-9_]+)/.exec(path);
    if (found?.[1] === undefined) return false;
    void navigate(paths.buildForm(app, found[1]));
    return true;
  };
}

function AppPage() {
  const { t, language } = useLanguage();
  const { app = "" } = useParams();
  const definitions = useQuery(definitionsQuery(app));
  const published = useQuery(entitiesQuery).data ?? [];
  const [adding, setAdding] = useState(false);
  const [publishing, setPublishing] = useState(false);
  const go = useIssueLink(app);
  if (definitions.isPending) return <PageSkeleton />;
  if (definitions.isError) return <Failure error={definitions.error} retry={() => void definitions.refetch()} />;
  const own = definitions.data.find((one) => one.kind === "app");
  if (own === undefined) return <Empty title={t("builder.app.missing")} text={t("builder.app.missingText")} />;
  const entities = definitions.data.filter((one) => one.kind === "entity");
  const changes = definitions.data.filter((one) => one.state !== "published").length;
  const known = new Set(published.map((one) => one.code));
  const stateOf = (one: DefinitionInfo): State => {
    if (one.state === "deleted") return "deleted";
    return known.has(one.code) ? (one.state === "draft" ? "draft" : "published") : "new";
  };
  return (
    <div className={css.page}>
      <div className={css.head}>
        <div className={css.name}>
          <span className={css.tile} aria-hidden>
            <NamedIcon name={own.definition?.icon as string | undefined} fallback="app" />
          </span>
          <div>
            <Link to={paths.build}>{t("builder.build")}</Link>
            <h1>{labelText(own.label, language)}</h1>
          </div>
        </div>
      </div>
      {changes > 0 && (
        <section className={css.drafts} aria-label={t("builder.publishTitle")}>
          <span>{t("builder.app.draftsBar", { n: changes })}</span>
          <span className={css.space} />
          <Button type="primary" onClick={() => setPublishing(true)}>
            {t("builder.publish")}
          </Button>
        </section>
      )}
      <section className={css.panel} aria-label={t("builder.app.forms")}>
        <div className={css.panelHead}>
          <h2>{t("builder.app.forms")}</h2>
          <Button icon={<PlusOutlined />} onClick={() => setAdding(true)}>
            {t("builder.app.newForm")}
          </Button>
        </div>
        {entities.length === 0 && <p className="faint">{t("builder.app.noForms")}</p>}
        {entities.map((one) => (
          <FormRow key={one.code} app={app} entity={one} state={stateOf(one)} />
        ))}
      </section>
      {adding && <NewForm app={app} definitions={definitions.data} close={() => setAdding(false)} />}
      {publishing && <PublishDialog app={app} close={() => setPublishing(false)} go={go} />}
    </div>
  );
}

export function Component() {
  return (
    <BuildersOnly>
      <AppPage />
    </BuildersOnly>
  );
}
