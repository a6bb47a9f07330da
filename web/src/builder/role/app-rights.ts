import type { TFunction } from "i18next";
import type { Difference } from "./compare";

/** What a role says of apps: nothing of those it uses is all of them, nothing of building is none. */
export type AppsSaid = { apps?: string[]; build?: "all" | string[] };
export type NamedApp = { code: string; name: string };

export type Which = "all" | "none" | "some";

export function whichUsed({ apps }: AppsSaid): Which {
  if (apps === undefined) return "all";
  return apps.length === 0 ? "none" : "some";
}

export function whichBuilt({ build = [] }: AppsSaid): Which {
  if (build === "all") return "all";
  return build.length === 0 ? "none" : "some";
}

/** Without what says no more than silence does. */
export function tidyApps<T extends AppsSaid>(said: T): T {
  if (said.build === undefined || said.build.length > 0) return said;
  const { build: _, ...rest } = said;
  return rest as T;
}

/** A sentence takes "which" to "some": the app it stands in is where one begins. */
export const withUsed = (which: Which, own: string): string[] | undefined =>
  which === "all" ? undefined : which === "none" ? [] : [own];
export const withBuilt = (which: Which, own: string): AppsSaid["build"] =>
  which === "all" ? "all" : which === "none" ? undefined : [own];

const namesOf = (codes: readonly string[], apps: readonly NamedApp[], t: TFunction) =>
  codes.map((code) => apps.find((app) => app.code === code)?.name ?? code).join(t("role.comma"));

const wordsOf = (
  what: "apps" | "build",
  which: Which,
  codes: readonly string[],
  apps: readonly NamedApp[],
  t: TFunction,
) => (which === "some" ? namesOf(codes, apps, t) : t(`role.${what}.${which}`));

export const usedWords = (said: AppsSaid, apps: readonly NamedApp[], t: TFunction): string =>
  wordsOf("apps", whichUsed(said), said.apps ?? [], apps, t);
export const builtWords = (said: AppsSaid, apps: readonly NamedApp[], t: TFunction): string =>
  wordsOf("build", whichBuilt(said), Array.isArray(said.build) ? said.build : [], apps, t);

/** What two roles say differently of apps. */
export function compareApps(a: AppsSaid, b: AppsSaid, apps: readonly NamedApp[], t: TFunction): Difference[] {
  const all = [
    { key: "apps", what: t("role.apps.title"), first: usedWords(a, apps, t), second: usedWords(b, apps, t) },
    { key: "build", what: t("role.build.title"), first: builtWords(a, apps, t), second: builtWords(b, apps, t) },
  ];
  return all.filter((one) => one.first !== one.second);
}
