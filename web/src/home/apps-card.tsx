import { PlusOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { lazy, Suspense } from "react";
import { Link } from "react-router";
import { appsQuery } from "@/api/catalogue";
import type { AppInfo } from "@/api/types";
import { Failure } from "@/app/failure";
import { NamedIcon } from "@/app/icons";
import { paths } from "@/app/paths";
import { type MenuGroup, useMenus } from "@/app/shell/menu";
import { MenuAnchor } from "@/app/shell/menu-anchor";
import { useMe } from "@/app/signed-in";
import { PageSkeleton } from "@/app/skeleton";
import { labelText, useLanguage } from "@/i18n";
import css from "./home.module.css";
import { SampleNote } from "./sample-note";

const MentionsCard = lazy(async () => ({ default: (await import("./mentions-card")).MentionsCard }));
const Begin = lazy(async () => ({ default: (await import("./begin")).Begin }));

function GroupCard({ group, app }: { group: MenuGroup; app: AppInfo | undefined }) {
  const { t, language } = useLanguage();
  return (
    <section className={css.card}>
      <h2 className={css.name}>
        <span className={css.tile}>
          <NamedIcon name={app?.icon} fallback="app" />
        </span>
        <span className="ellipsis">{labelText(group.label, language)}</span>
      </h2>
      {app?.sample && <SampleNote app={app} />}
      {group.links.length === 0 && <p className="faint">{t("app.home.noMenu")}</p>}
      {group.links.map((link) => (
        <MenuAnchor key={link.to} link={link} className={css.link}>
          <NamedIcon name={link.icon} />
          <span className="ellipsis">{labelText(link.label, language)}</span>
        </MenuAnchor>
      ))}
    </section>
  );
}

/** Home: my apps, or the ways to begin when there is none yet. */
export function Component() {
  const { t } = useLanguage();
  const me = useMe();
  const apps = useQuery(appsQuery);
  const menus = useMenus();
  if (apps.isPending) return <PageSkeleton />;
  if (apps.isError) return <Failure error={apps.error} retry={() => void apps.refetch()} />;
  if (menus.length === 0) return <Begin />;
  return (
    <div className={css.page}>
      <div className={css.head}>
        <h1>{t("app.home.hello", { name: me.member.name })}</h1>
        <Link to={paths.begin}>
          <Button icon={<PlusOutlined />} tabIndex={-1}>
            {t("app.home.addApp")}
          </Button>
        </Link>
      </div>
      <Suspense fallback={null}>
        <MentionsCard />
      </Suspense>
      <h3 className="muted">{t("app.home.myApps")}</h3>
      <div className={css.grid}>
        {menus.map((group) => (
          <GroupCard key={group.code} group={group} app={apps.data.find((app) => app.code === group.code)} />
        ))}
      </div>
    </div>
  );
}
