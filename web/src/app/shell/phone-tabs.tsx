import { AppstoreOutlined, HomeOutlined, ImportOutlined } from "@ant-design/icons";
import { Drawer } from "antd";
import { useState } from "react";
import { Link, NavLink, useLocation } from "react-router";
import type { AppInfo } from "@/api/types";
import { NamedIcon } from "@/app/icons";
import { paths } from "@/app/paths";
import { labelText, useLanguage } from "@/i18n";
import { menuPath } from "./rail";
import css from "./shell.module.css";

const tab = ({ isActive }: { isActive: boolean }) => (isActive ? `${css.tab} ${css.tabActive}` : css.tab);

/** The rail of a phone: three tabs in reach of the thumb; the apps open as a sheet from below. */
export function PhoneTabs({ apps }: { apps: AppInfo[] }) {
  const { t, language } = useLanguage();
  const [open, setOpen] = useState(false);
  const { pathname } = useLocation();
  const inApp = pathname.startsWith("/e/");
  return (
    <nav className={css.tabs} aria-label={t("app.nav.label")}>
      <NavLink to={paths.home} end className={tab}>
        <HomeOutlined />
        {t("app.nav.home")}
      </NavLink>
      <button type="button" className={`plain ${tab({ isActive: inApp })}`} onClick={() => setOpen(true)}>
        <AppstoreOutlined />
        {t("app.nav.apps")}
      </button>
      <NavLink to={paths.imports} className={tab}>
        <ImportOutlined />
        {t("app.nav.imports")}
      </NavLink>
      <Drawer title={t("app.nav.apps")} placement="bottom" size="70dvh" open={open} onClose={() => setOpen(false)}>
        {apps.map((app) => (
          <section key={app.code}>
            <div className={css.sheetTitle}>{labelText(app.label, language)}</div>
            {app.menu.map((item) => {
              const to = menuPath(item);
              return (
                to && (
                  <Link key={to} to={to} className={css.sheetLink} onClick={() => setOpen(false)}>
                    <NamedIcon name={item.icon} />
                    {labelText(item.label, language)}
                  </Link>
                )
              );
            })}
          </section>
        ))}
        <Link to={paths.begin} className={css.sheetLink} onClick={() => setOpen(false)}>
          {t("app.nav.begin")}
        </Link>
      </Drawer>
    </nav>
  );
}
