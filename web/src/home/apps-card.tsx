import { PlusOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { Link } from "react-router";
import { appsQuery } from "@/api/catalogue";
import type { AppInfo } from "@/api/types";
import { useBuilding } from "@/app/builds";
import { NamedIcon } from "@/app/icons";
import { paths } from "@/app/paths";
import { type MenuGroup, useMenus } from "@/app/shell/menu";
import { MenuAnchor } from "@/app/shell/menu-anchor";
import { labelText, useLanguage } from "@/i18n";
import css from "./home.module.css";
import { SampleNote } from "./sample-note";

function Group({ group, app }: { group: MenuGroup; app: AppInfo | undefined }) {
  const { t, language } = useLanguage();
  return (
    <section className={css.group}>
      <h3 className={css.name}>
        <span className={css.tile}>
          <NamedIcon name={app?.icon} fallback="app" />
        </span>
        <span className="ellipsis">{labelText(group.label, language)}</span>
      </h3>
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

/** All apps with their menus, and for who may make one the way to another. */
export function AppsCard() {
  const { t } = useLanguage();
  const apps = useQuery(appsQuery).data;
  const menus = useMenus();
  const builds = useBuilding().all;
  return (
    <div className={css.groups}>
      {menus.map((group) => (
        <Group key={group.code} group={group} app={apps?.find((app) => app.code === group.code)} />
      ))}
      {builds && (
        <Link to={paths.begin} className={css.addApp}>
          <Button type="text" icon={<PlusOutlined />} tabIndex={-1}>
            {t("app.home.addApp")}
          </Button>
        </Link>
      )}
    </div>
  );
}
