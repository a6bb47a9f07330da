import { PlusOutlined, UploadOutlined } from "@ant-design/icons";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Button, Tag } from "antd";
import { Link, useNavigate } from "react-router";
import { appsQuery, entitiesQuery, installPackage } from "@/api/catalogue";
import { draftsQuery } from "@/api/definitions";
import { keys } from "@/api/keys";
import type { AppInfo } from "@/api/types";
import { useBuilding } from "@/app/builds";
import { Empty } from "@/app/empty";
import { Failure } from "@/app/failure";
import { FileButton } from "@/app/file-button";
import { NamedIcon } from "@/app/icons";
import { paths } from "@/app/paths";
import { PageSkeleton } from "@/app/skeleton";
import { useToast } from "@/app/toast";
import { labelText, useLanguage } from "@/i18n";
import { BuildersOnly } from "../builders-only";
import css from "./apps.module.css";

function AppCard({ app, forms, drafted }: { app: AppInfo; forms: number; drafted: boolean }) {
  const { t, language } = useLanguage();
  return (
    <Link to={paths.buildApp(app.code)} className={css.card}>
      <span className={css.tile} aria-hidden>
        <NamedIcon name={app.icon} fallback="app" />
      </span>
      <span className={css.about}>
        <strong className="ellipsis">{labelText(app.label, language)}</strong>
        <span className="faint">{t("builder.apps.forms", { n: forms })}</span>
      </span>
      {drafted && <Tag color="warning">{t("builder.apps.drafts")}</Tag>}
    </Link>
  );
}

/** Installs a package, publishes it and opens the app it brought. */
function useInstall() {
  const toast = useToast();
  const cache = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: installPackage,
    onError: toast.failed,
    onSuccess: async (app) => {
      await Promise.all(
        [keys.apps, keys.entities, keys.views, keys.forms, keys.recordPages, keys.allDefinitions].map((queryKey) =>
          cache.invalidateQueries({ queryKey: [...queryKey] }),
        ),
      );
      await navigate(paths.buildApp(app.code));
    },
  });
}

function AppsPage() {
  const { t } = useLanguage();
  const apps = useQuery(appsQuery);
  const entities = useQuery(entitiesQuery).data ?? [];
  const drafts = useQuery(draftsQuery).data ?? [];
  const install = useInstall();
  const building = useBuilding();
  if (apps.isPending) return <PageSkeleton />;
  if (apps.isError) return <Failure error={apps.error} retry={() => void apps.refetch()} />;
  const mine = apps.data.filter((app) => building.app(app.code));
  const add = building.all && (
    <span className={css.buttons}>
      <FileButton
        icon={<UploadOutlined />}
        accept=".zip"
        loading={install.isPending}
        onFiles={([file]) => file && install.mutate(file)}
      >
        {t("builder.apps.import")}
      </FileButton>
      <Link to={paths.begin}>
        <Button type="primary" icon={<PlusOutlined />} tabIndex={-1}>
          {t("builder.apps.add")}
        </Button>
      </Link>
    </span>
  );
  return (
    <div className={css.page}>
      <div className={css.head}>
        <div>
          <h1>{t("builder.build")}</h1>
          <p className="muted">{t("builder.apps.text")}</p>
        </div>
        {mine.length > 0 && add}
      </div>
      {mine.length === 0 && <Empty title={t("builder.apps.none")} action={add} />}
      <div className={css.cards}>
        {mine.map((app) => (
          <AppCard
            key={app.code}
            app={app}
            forms={entities.filter((one) => one.app === app.code).length}
            drafted={drafts.some((draft) => draft.app === app.code)}
          />
        ))}
      </div>
    </div>
  );
}

export function Component() {
  return (
    <BuildersOnly>
      <AppsPage />
    </BuildersOnly>
  );
}
