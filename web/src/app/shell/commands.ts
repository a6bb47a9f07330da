import type { AppInfo } from "@/api/types";
import { paths } from "@/app/paths";
import { plainName } from "@/core/match";
import type { Language } from "@/core/time";
import { labelText, type Translate } from "@/i18n";

export type Command = { key: string; group: string; text: string; to: string };

type Place = { entity: string; text: string; app: string };

function places(apps: AppInfo[], language: Language): Place[] {
  return apps.flatMap((app) =>
    app.menu.flatMap((item) =>
      item.entity === undefined
        ? []
        : [{ entity: item.entity, text: labelText(item.label, language), app: labelText(app.label, language) }],
    ),
  );
}

/** What a typed text can mean: places whose name holds it, things to make, and the text itself searched in each list. */
export function findCommands(typed: string, apps: AppInfo[], language: Language, t: Translate): Command[] {
  const wanted = plainName(typed);
  const known = places(apps, language);
  const go = known.map((p) => ({ key: `go-${p.entity}`, group: p.app, text: p.text, to: paths.list(p.entity) }));
  const make = known.map((p) => ({
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
  const search = known.map((p) => ({
    key: `find-${p.entity}`,
    group: t("common.search"),
    text: t("app.command.findIn", { entity: p.text, text: typed.trim() }),
    to: `${paths.list(p.entity)}?q=${encodeURIComponent(typed.trim())}`,
  }));
  return typed.trim() === "" ? named : [...named, ...search];
}
