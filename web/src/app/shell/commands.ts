import { paths } from "@/app/paths";
import { plainName } from "@/core/match";
import type { Language } from "@/core/time";
import { labelText, type Translate } from "@/i18n";
import type { MenuGroup } from "./menu";

export type Command = { key: string; group: string; text: string; to: string };

type Place = { to: string; entity?: string; text: string; app: string };

function places(menus: MenuGroup[], language: Language): Place[] {
  return menus.flatMap(({ label, links }) =>
    links
      .filter((link) => !link.outside)
      .map(({ to, entity, label: own }) => ({
        to,
        entity,
        text: labelText(own, language),
        app: labelText(label, language),
      })),
  );
}

/** What a typed text can mean: places whose name holds it, things to make, and the text itself searched in each list. */
export function findCommands(typed: string, menus: MenuGroup[], language: Language, t: Translate): Command[] {
  const wanted = plainName(typed);
  const known = places(menus, language);
  const lists = known.flatMap((p) => (p.entity === undefined ? [] : [{ ...p, entity: p.entity }]));
  const go = known.map((p) => ({ key: `go-${p.to}`, group: p.app, text: p.text, to: p.to }));
  const make = lists.map((p) => ({
    key: `new-${p.entity}`,
    group: t("common.create"),
    text: t("app.command.newIn", { entity: p.text }),
    to: `${paths.list(p.entity)}?new=1`,
  }));
  const fixed = [
    { key: "home", group: t("app.command.go"), text: t("app.nav.home"), to: paths.home },
    { key: "imports", group: t("app.command.go"), text: t("app.nav.imports"), to: paths.imports },
    { key: "begin", group: t("app.command.go"), text: t("app.nav.begin"), to: paths.begin },
  ];
  const named = [...go, ...make, ...fixed].filter((command) => plainName(command.text).includes(wanted));
  const search = lists.map((p) => ({
    key: `find-${p.entity}`,
    group: t("common.search"),
    text: t("app.command.findIn", { entity: p.text, text: typed.trim() }),
    to: `${paths.list(p.entity)}?q=${encodeURIComponent(typed.trim())}`,
  }));
  return typed.trim() === "" ? named : [...named, ...search];
}
