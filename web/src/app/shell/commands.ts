import { paths } from "@/app/paths";
import { plainName } from "@/core/match";
import type { Language } from "@/core/time";
import { labelText, type Translate } from "@/i18n";
import type { MenuGroup } from "./menu";
import type { PlaceCommand } from "./place-commands";

export type Command = { key: string; group: string; text: string; to?: string; run?: () => void };

/** What the palette knows beside the menus. */
export type Known = {
  /** Commands of the place where one stands. */
  here: readonly PlaceCommand[];
  recents: readonly { to: string; text: string; group: string }[];
  favourites: readonly { to: string; text: string; group: string }[];
  /** Where the workspace is administered, for whoever may. */
  administered: readonly { to: string; text: string }[];
};

const NOTHING: Known = { here: [], recents: [], favourites: [], administered: [] };
const RECENT_AT_FIRST = 6;

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

/** Of commands that lead to the same address the first is kept. */
function once(commands: Command[]): Command[] {
  const seen = new Set<string>();
  return commands.filter(({ key, to }) => {
    const name = to ?? key;
    if (seen.has(name)) return false;
    seen.add(name);
    return true;
  });
}

/**
 * What a typed text can mean: commands of the place, records and lists that one keeps or had lately, places whose name holds
 * it, things to make, and the text itself searched in each list. With nothing typed, what one had last comes first.
 */
export function findCommands(
  typed: string,
  menus: MenuGroup[],
  language: Language,
  t: Translate,
  { here, recents, favourites, administered }: Known = NOTHING,
): Command[] {
  const wanted = plainName(typed);
  const known = places(menus, language);
  const lists = known.flatMap((p) => (p.entity === undefined ? [] : [{ ...p, entity: p.entity }]));
  const recent = recents.map((one) => ({
    ...one,
    key: `recent-${one.to}`,
    group: `${t("personal.recent")} · ${one.group}`,
  }));
  const starred = favourites.map((one) => ({ ...one, key: `star-${one.to}`, group: t("personal.favourites") }));
  const local = here.map((one) => ({ ...one, key: `here-${one.key}`, group: t("app.command.here") }));
  const go = known.map((p) => ({ key: `go-${p.to}`, group: p.app, text: p.text, to: p.to }));
  const make = lists.map((p) => ({
    key: `new-${p.entity}`,
    group: t("common.create"),
    text: t("app.command.newIn", { entity: p.text }),
    to: `${paths.list(p.entity)}?new=1`,
  }));
  const fixed = [
    { key: "home", text: t("app.nav.home"), to: paths.home },
    { key: "todos", text: t("todo.title"), to: paths.todos },
    { key: "notices", text: t("notice.title"), to: paths.notices },
    { key: "ownNotices", text: t("notice.own.title"), to: paths.ownNotices },
    { key: "plan", text: t("plan.title"), to: paths.plan },
    { key: "week", text: t("week.title"), to: paths.week },
    { key: "imports", text: t("app.nav.imports"), to: paths.imports },
    { key: "begin", text: t("app.nav.begin"), to: paths.begin },
    ...administered.map((one) => ({ ...one, key: `admin-${one.to}` })),
  ].map((one) => ({ ...one, group: t("app.command.go") }));
  if (typed.trim() === "") {
    return once([...recent.slice(0, RECENT_AT_FIRST), ...local, ...starred, ...go, ...make, ...fixed]);
  }
  const named = [...local, ...starred, ...recent, ...go, ...make, ...fixed].filter((command) =>
    plainName(command.text).includes(wanted),
  );
  const search = lists.map((p) => ({
    key: `find-${p.entity}`,
    group: t("common.search"),
    text: t("app.command.findIn", { entity: p.text, text: typed.trim() }),
    to: `${paths.list(p.entity)}?q=${encodeURIComponent(typed.trim())}`,
  }));
  return once([...named, ...search]);
}
