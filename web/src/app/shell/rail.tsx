import { HomeOutlined, ImportOutlined, MenuFoldOutlined, MenuUnfoldOutlined, PlusOutlined } from "@ant-design/icons";
import { Tooltip } from "antd";
import type { ReactNode } from "react";
import { NavLink } from "react-router";
import type { AppInfo, MenuItem } from "@/api/types";
import { NamedIcon } from "@/app/icons";
import { paths } from "@/app/paths";
import { labelText, useLanguage } from "@/i18n";
import css from "./rail.module.css";

type LinkProps = { to: string; icon: ReactNode; text: string; narrow: boolean; end?: boolean };

function RailLink({ to, icon, text, narrow, end }: LinkProps) {
  const link = (
    <NavLink to={to} end={end} className={({ isActive }) => (isActive ? `${css.link} ${css.active}` : css.link)}>
      <span className={css.icon} aria-hidden>
        {icon}
      </span>
      <span className={narrow ? "visually-hidden" : "ellipsis"}>{text}</span>
    </NavLink>
  );
  return narrow ? (
    <Tooltip title={text} placement="right">
      {link}
    </Tooltip>
  ) : (
    link
  );
}

/** Where a menu item leads, or null for one that this version cannot show. */
export function menuPath(item: MenuItem): string | null {
  return item.entity === undefined ? null : paths.list(item.entity);
}

function AppMenu({ app, narrow }: { app: AppInfo; narrow: boolean }) {
  const { language } = useLanguage();
  return (
    <section className={css.app} aria-label={labelText(app.label, language)}>
      <div className={narrow ? css.rule : `${css.title} ellipsis`} aria-hidden>
        {!narrow && labelText(app.label, language)}
      </div>
      {app.menu.map((item) => {
        const to = menuPath(item);
        const text = labelText(item.label, language);
        return to && <RailLink key={to} to={to} icon={<NamedIcon name={item.icon} />} text={text} narrow={narrow} />;
      })}
    </section>
  );
}

type Props = { apps: AppInfo[]; narrow: boolean; toggle: () => void };

export function Rail({ apps, narrow, toggle }: Props) {
  const { t } = useLanguage();
  return (
    <nav className={narrow ? `${css.rail} ${css.narrow}` : css.rail} aria-label={t("app.nav.label")}>
      <NavLink to={paths.home} className={css.brand}>
        <img src="/icon.svg" alt="" width={24} height={24} />
        {!narrow && <span>{t("common.product")}</span>}
      </NavLink>
      <div className={css.scroll}>
        <RailLink to={paths.home} end icon={<HomeOutlined />} text={t("app.nav.home")} narrow={narrow} />
        {apps.map((app) => (
          <AppMenu key={app.code} app={app} narrow={narrow} />
        ))}
      </div>
      <div className={css.foot}>
        <RailLink to={paths.begin} end icon={<PlusOutlined />} text={t("app.nav.begin")} narrow={narrow} />
        <RailLink to={paths.imports} end icon={<ImportOutlined />} text={t("app.nav.imports")} narrow={narrow} />
        <button type="button" className={`plain ${css.link}`} onClick={toggle} aria-expanded={!narrow}>
          <span className={css.icon} aria-hidden>
            {narrow ? <MenuUnfoldOutlined /> : <MenuFoldOutlined />}
          </span>
          <span className={narrow ? "visually-hidden" : undefined}>
            {narrow ? t("app.nav.expand") : t("app.nav.collapse")}
          </span>
        </button>
      </div>
    </nav>
  );
}
