import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { appsQuery, entitiesQuery } from "@/api/catalogue";
import type { AppInfo, EntityInfo, Label, MenuItem, ViewInfo } from "@/api/types";
import { viewsQuery } from "@/api/views";
import { paths } from "@/app/paths";
import { useLanguage } from "@/i18n";

/** An item of a menu with its address. `entity` is that of a whole list, in which one can search and make records. */
export type MenuLink = { to: string; label: Label; icon?: string; entity?: string; outside: boolean };
/** Links of a menu that fold under one name. */
export type MenuSection = { code: string; label: Label; links: MenuLink[] };
/** The menu of an app: `parts` as they stand in it, `links` all of them in that order. */
export type MenuGroup = { code: string; label: Label; parts: (MenuLink | MenuSection)[]; links: MenuLink[] };

export const isSection = (part: MenuLink | MenuSection): part is MenuSection => "links" in part;

/** The group of the entities that stand in no app. */
export const OTHER = "";

function addressOf(item: MenuItem, views: ViewInfo[]): string | null {
  if (item.entity !== undefined) return paths.list(item.entity);
  const view = item.view === undefined ? undefined : views.find((one) => one.code === item.view);
  if (view) return paths.view(view.entity, view.code);
  // Other addresses, such as "javascript:", must not become links.
  return item.url !== undefined && /^(https?:\/\/|\/(?!\/))/i.test(item.url) ? item.url : null;
}

function linkOf(item: MenuItem, views: ViewInfo[], owned: ReadonlySet<string>): MenuLink[] {
  const to = addressOf(item, views);
  if (to === null || owned.has(item.entity ?? "")) return [];
  return [{ to, label: item.label, icon: item.icon, entity: item.entity, outside: /^https?:/i.test(to) }];
}

/** A group of which nothing is left for this person is no part of the menu. */
function partsOf(item: MenuItem, views: ViewInfo[], owned: ReadonlySet<string>): (MenuLink | MenuSection)[] {
  if (item.items === undefined) return linkOf(item, views, owned);
  const links = item.items.flatMap((inner) => linkOf(inner, views, owned));
  return links.length === 0 ? [] : [{ code: item.code ?? "", label: item.label, links }];
}

function groupOf(code: string, label: Label, parts: (MenuLink | MenuSection)[]): MenuGroup {
  return { code, label, parts, links: parts.flatMap((part) => (isSection(part) ? part.links : [part])) };
}

/**
 * The menus of all apps, and at the end the entities that no app holds: those of an app that is not there for somebody are
 * not offered. Child entities are reached through the
 * record that owns them; a view that is gone is passed over.
 */
export function menuGroups(apps: AppInfo[], entities: EntityInfo[], views: ViewInfo[], other: Label): MenuGroup[] {
  const owned = new Set(entities.filter((one) => one.parent).map((one) => one.code));
  const groups = apps.map(({ code, label, menu }) =>
    groupOf(
      code,
      label,
      menu.flatMap((item) => partsOf(item, views, owned)),
    ),
  );
  const listed = new Set(
    apps.flatMap((app) => app.menu.flatMap((item) => [item, ...(item.items ?? [])]).map((item) => item.entity)),
  );
  const loose = entities
    .filter((one) => (one.app ?? OTHER) === OTHER && !listed.has(one.code) && !owned.has(one.code))
    .map((one) => ({ to: paths.list(one.code), label: one.label, entity: one.code, outside: false }));
  return loose.length === 0 ? groups : [...groups, groupOf(OTHER, other, loose)];
}

/** The entities that are offered where somebody chooses one: those of the apps that are there, and of none. */
export function offeredEntities(entities: readonly EntityInfo[], apps: readonly AppInfo[]): EntityInfo[] {
  const there = new Set(apps.map((app) => app.code));
  return entities.filter((one) => one.app == null || there.has(one.app));
}

/** Whether there is anything that people follow up, so that a plan can have something in it. */
export function useFollows(): boolean {
  return useQuery(entitiesQuery).data?.some((entity) => entity.traits?.followed !== undefined) ?? false;
}

export function useMenus(): MenuGroup[] {
  const { t } = useLanguage();
  const apps = useQuery(appsQuery).data;
  const entities = useQuery(entitiesQuery).data;
  const views = useQuery(viewsQuery).data;
  const other = t("app.nav.other");
  return useMemo(
    () => (apps === undefined ? [] : menuGroups(apps, entities ?? [], views ?? [], other)),
    [apps, entities, views, other],
  );
}
