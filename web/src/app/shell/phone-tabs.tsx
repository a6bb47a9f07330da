import { AppstoreOutlined, CarryOutOutlined, CheckSquareOutlined, HomeOutlined } from "@ant-design/icons";
import { Drawer } from "antd";
import { lazy, Suspense, useState } from "react";
import { Link, NavLink, useLocation } from "react-router";
import { placesFor } from "@/admin/places";
import { useBuilding } from "@/app/builds";
import { NamedIcon } from "@/app/icons";
import { paths } from "@/app/paths";
import { labelText, useLanguage } from "@/i18n";
import { TodoBadge } from "@/notice/bells";
import { isSection, type MenuGroup, type MenuLink, useFollows } from "./menu";
import { MenuAnchor, useIsHere } from "./menu-anchor";
import { MenuSection } from "./menu-section";
import css from "./shell.module.css";

const SheetFavourites = lazy(() => import("@/personal/sheet-favourites"));

const tab = ({ isActive }: { isActive: boolean }) => (isActive ? `${css.tab} ${css.tabActive}` : css.tab);

/** The rail of a phone: a few tabs in reach of the thumb; the apps open as a sheet from below. */
export function PhoneTabs({ menus }: { menus: MenuGroup[] }) {
  const { t, language } = useLanguage();
  const [open, setOpen] = useState(false);
  const { pathname } = useLocation();
  const isHere = useIsHere();
  const building = useBuilding();
  const follows = useFollows();
  const inApp = pathname.startsWith("/e/");
  const sheetLink = (link: MenuLink) => (
    <MenuAnchor
      key={link.to}
      link={link}
      here={isHere(link.to)}
      className={css.sheetLink}
      onClick={() => setOpen(false)}
    >
      <NamedIcon name={link.icon} />
      {labelText(link.label, language)}
    </MenuAnchor>
  );
  return (
    <nav className={css.tabs} aria-label={t("app.nav.label")}>
      <NavLink to={paths.home} end className={tab}>
        <HomeOutlined />
        {t("app.nav.home")}
      </NavLink>
      <NavLink to={paths.todos} className={tab}>
        <span className={css.tabIcon}>
          <CarryOutOutlined />
          <TodoBadge />
        </span>
        {t("todo.short")}
      </NavLink>
      {follows && (
        <NavLink to={paths.plan} className={tab}>
          <CheckSquareOutlined />
          {t("plan.short")}
        </NavLink>
      )}
      <button type="button" className={`plain ${tab({ isActive: inApp })}`} onClick={() => setOpen(true)}>
        <AppstoreOutlined />
        {t("app.nav.apps")}
      </button>
      <Drawer title={t("app.nav.apps")} placement="bottom" size="70dvh" open={open} onClose={() => setOpen(false)}>
        <Suspense fallback={null}>
          <SheetFavourites leave={() => setOpen(false)} />
        </Suspense>
        {menus.map((group) => (
          <section key={group.code}>
            <div className={css.sheetTitle}>{labelText(group.label, language)}</div>
            {group.parts.map((part) =>
              isSection(part) ? (
                <MenuSection key={`/${part.code}`} app={group.code} section={part} className={css.sheetSection}>
                  {part.links.map(sheetLink)}
                </MenuSection>
              ) : (
                sheetLink(part)
              ),
            )}
          </section>
        ))}
        <Link to={paths.week} className={css.sheetLink} onClick={() => setOpen(false)}>
          {t("week.title")}
        </Link>
        <Link to={paths.imports} className={css.sheetLink} onClick={() => setOpen(false)}>
          {t("app.nav.imports")}
        </Link>
        {building.any && (
          <Link to={paths.build} className={css.sheetLink} onClick={() => setOpen(false)}>
            {t("builder.build")}
          </Link>
        )}
        {building.all && (
          <Link to={paths.begin} className={css.sheetLink} onClick={() => setOpen(false)}>
            {t("app.nav.begin")}
          </Link>
        )}
        {placesFor(building.all).map((place) => (
          <Link key={place.path} to={place.path} className={css.sheetLink} onClick={() => setOpen(false)}>
            <NamedIcon name={place.icon} />
            {t(place.label)}
          </Link>
        ))}
      </Drawer>
    </nav>
  );
}
