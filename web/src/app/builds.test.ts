import { expect, test } from "vitest";
import { buildingOf } from "./builds";

test("an administrator builds everything", () => {
  const building = buildingOf({ admin: true, builds: "all" });
  expect([building.any, building.all, building.app("crm"), building.app(undefined)]).toEqual([true, true, true, true]);
});

test("who builds one app builds no other, and nothing that gives rights", () => {
  const building = buildingOf({ admin: false, builds: ["crm"] });
  expect([building.any, building.all, building.app("crm")]).toEqual([true, false, true]);
  expect([building.app("shop"), building.app(null), building.app(undefined)]).toEqual([false, false, false]);
});

test("who builds every app is no administrator by it", () => {
  const building = buildingOf({ admin: false, builds: "all" });
  expect([building.any, building.all, building.app("shop"), building.app(null)]).toEqual([true, false, true, true]);
});

test("most people build nothing", () => {
  const building = buildingOf({ admin: false, builds: [] });
  expect([building.any, building.all, building.app("crm")]).toEqual([false, false, false]);
});
