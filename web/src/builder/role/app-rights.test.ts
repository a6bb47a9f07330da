import { createInstance } from "i18next";
import { expect, test } from "vitest";
import role from "@/i18n/zh/role";
import { builtWords, compareApps, tidyApps, usedWords, whichBuilt, whichUsed, withBuilt, withUsed } from "./app-rights";

const i18n = createInstance();
await i18n.init({ lng: "zh", resources: { zh: { translation: { role } } }, interpolation: { escapeValue: false } });
const { t } = i18n;
const APPS = [
  { code: "crm", name: "客户管理" },
  { code: "hr", name: "人事" },
];

test("silence is all apps to use and none to build", () => {
  expect([whichUsed({}), whichBuilt({})]).toEqual(["all", "none"]);
  expect([usedWords({}, APPS, t), builtWords({}, APPS, t)]).toEqual(["全部应用", "不能搭建"]);
});

test("an empty list of apps to use is none, which is not silence", () => {
  expect(whichUsed({ apps: [] })).toBe("none");
  expect(tidyApps({ apps: [], build: [] })).toEqual({ apps: [] });
});

test("apps are said by their names, and one that is gone by its code", () => {
  expect(usedWords({ apps: ["crm", "gone"] }, APPS, t)).toBe("客户管理，gone");
  expect(builtWords({ build: ["hr"] }, APPS, t)).toBe("人事");
  expect(builtWords({ build: "all" }, APPS, t)).toBe("全部应用");
});

test("which of them begins with the app that the role stands in", () => {
  expect([withUsed("all", "crm"), withUsed("none", "crm"), withUsed("some", "crm")]).toEqual([undefined, [], ["crm"]]);
  expect([withBuilt("all", "crm"), withBuilt("none", "crm"), withBuilt("some", "crm")]).toEqual([
    "all",
    undefined,
    ["crm"],
  ]);
});

test("a comparison tells only what differs", () => {
  expect(compareApps({}, {}, APPS, t)).toEqual([]);
  expect(compareApps({ apps: ["crm"] }, { build: ["crm"] }, APPS, t)).toEqual([
    { key: "apps", what: "可用的应用", first: "客户管理", second: "全部应用" },
    { key: "build", what: "可搭建的应用", first: "不能搭建", second: "客户管理" },
  ]);
});
