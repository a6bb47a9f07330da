import {
  BuildOutlined,
  CalendarOutlined,
  CheckSquareOutlined,
  HomeOutlined,
  ImportOutlined,
  MenuFoldOutlined,
  MenuUnfoldOutlined,
  PlusOutlined,
} from "@ant-design/icons";
import { lazy, type ReactNode, Suspense } from "react";
import { NavLink } from "react-router";
import { placesFor } from "@/admin/places";
import { useBuilding } from "@/app/builds";
import { NamedIcon } from "@/app/icons";
import { paths } from "@/app/paths";
import { labelText, useLanguage } from "@/i18n";
import { isSection, type MenuGroup, type MenuLink, useFollows } from "./menu";
import { MenuAnchor, useIsHere } from "./menu-anchor";
import { MenuSection } from "./menu-section";
import css from "./rail.module.css";

const RailFavourites = lazy(() => import("@/personal/rail-favourites"));

type LinkProps = { link: MenuLink; icon: ReactNode; text: string; narrow: boolean; end?: boolean };

function RailLink({ link, icon, text, narrow, end }: LinkProps) {
  const here = useIsHere()(link.to, end);
  const anchor = (
    <MenuAnchor link={link} here={here} className={here ? `${css.link} ${css.active}` : css.link}>
      <span className={css.icon} aria-hidden>
        {icon}
      </span>
      <span className={narrow ? "visually-hidden" : "ellipsis"}>{text}</span>
    </MenuAnchor>
  );
  return narrow ? <span data-hint={text}>{anchor}</span> : anchor;
}

const within = (to: string): MenuLink => ({ to, label: "", outside: false });

function GroupMenu({ group, narrow }: { group: MenuGroup; narrow: boolean }) {
  const { language } = useLanguage();
  const title = labelText(group.label, language);
  const link = (one: MenuLink) => (
    <RailLink
      key={one.to}
      link={one}
      icon={<NamedIcon name={one.icon} />}
      text={labelText(one.label, language)}
      narrow={narrow}
    />
  );
  return (
    <section className={css.app} aria-label={title}>
      <div className={narrow ? css.rule : `${css.title} ellipsis`} aria-hidden>
        {!narrow && title}
      </div>
      {group.parts.map((part) => {
        if (!isSection(part)) return link(part);
        // A narrow rail has no room for names, and so nothing to fold by.
        return narrow ? (
          part.links.map(link)
        ) : (
          <MenuSection key={`/${part.code}`} app={group.code} section={part} className={css.section}>
            {part.links.map(link)}
          </MenuSection>
        );
      })}
    </section>
  );
}

type Props = { menus: MenuGroup[]; narrow: boolean; toggle: () => void };

export function Rail({ menus, narrow, toggle }: Props) {
  const { t } = useLanguage();
  const building = useBuilding();
  const follows = useFollows();
  return (
    <nav className={narrow ? `${css.rail} ${css.narrow}` : css.rail} aria-label={t("app.nav.label")}>
      <NavLink to={paths.home} className={css.brand}>
        <img src="/icon.svg" alt="" width={24} height={24} />
        {!narrow && <span>{t("common.product")}</span>}
      </NavLink>
      <div className={css.scroll}>
        <RailLink link={within(paths.home)} end icon={<HomeOutlined />} text={t("app.nav.home")} narrow={narrow} />
        {follows && (
          <RailLink
            link={within(paths.plan)}
            end
            icon={<CheckSquareOutlined />}
            text={t("plan.title")}
            narrow={narrow}
          />
        )}
        <RailLink link={within(paths.week)} end icon={<CalendarOutlined />} text={t("week.title")} narrow={narrow} />
        {!narrow && (
          <Suspense fallback={null}>
            <RailFavourites />
          </Suspense>
        )}
        {menus.map((group) => (
          <GroupMenu key={group.code} group={group} narrow={narrow} />
        ))}
      </div>
      <div className={css.foot}>
        {building.any && (
          <RailLink link={within(paths.build)} icon={<BuildOutlined />} text={t("builder.build")} narrow={narrow} />
        )}
        {building.all && (
          <RailLink link={within(paths.begin)} end icon={<PlusOutlined />} text={t("app.nav.begin")} narrow={narrow} />
        )}
        {placesFor(building.all).map((place) => (
          <RailLink
            key={place.path}
            link={within(place.path)}
            icon={<NamedIcon name={place.icon} />}
            text={t(place.label)}
            narrow={narrow}
          />
        ))}
        <RailLink
          link={within(paths.imports)}
          end
          icon={<ImportOutlined />}
          text={t("app.nav.imports")}
          narrow={narrow}
        />
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
