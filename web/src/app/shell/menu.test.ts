import { describe, expect, it } from "vitest";
import type { AppInfo, EntityInfo, ViewInfo } from "@/api/types";
import { CUSTOMER } from "@/testing/render";
import { isSection, menuGroups, offeredEntities } from "./menu";

const RICH: ViewInfo = {
  code: "rich",
  label: { zh: "大客户" },
  entity: "customer",
  columns: ["name", "spent"],
  where: "spent > 5000",
  sort: ["-spent"],
};

describe("the menus", () => {
  const owned: EntityInfo = { ...CUSTOMER, code: "line", app: "crm", parent: "of" };
  const app: AppInfo = {
    code: "crm",
    label: "CRM",
    menu: [
      { entity: "customer", label: "客户" },
      { entity: "line", label: "明细" },
      { view: "rich", label: "大客户" },
      { view: "gone", label: "没了" },
      { url: "https://example.com", label: "手册" },
      { url: "javascript:alert(1)", label: "坏" },
      { url: "//example.com", label: "坏" },
    ],
  };

  it("hold entities, views and addresses, but no child entities and nothing that would run", () => {
    const [group] = menuGroups([app], [CUSTOMER, owned], [RICH], "其他");
    expect(group?.links.map((link) => link.to)).toEqual([
      "/e/customer",
      "/e/customer?view=rich",
      "https://example.com",
    ]);
    expect(group?.links.map((link) => link.outside)).toEqual([false, false, true]);
  });

  it("have groups, whose links are in the order of all; what is in one is listed, and an empty one is none", () => {
    const grouped: AppInfo = {
      ...app,
      menu: [
        { entity: "customer", label: "客户" },
        {
          code: "more",
          label: "更多",
          items: [
            { view: "rich", label: "大客户" },
            { entity: "kept", label: "存" },
          ],
        },
        { code: "none", label: "空", items: [{ entity: "line", label: "明细" }] },
      ],
    };
    const kept = { ...CUSTOMER, code: "kept", app: "crm" };
    const groups = menuGroups([grouped], [CUSTOMER, owned, kept], [RICH], "其他");
    expect(groups).toHaveLength(1);
    expect(groups[0]?.links.map((link) => link.to)).toEqual(["/e/customer", "/e/customer?view=rich", "/e/kept"]);
    expect(groups[0]?.parts.map((part) => (isSection(part) ? part.links.length : part.to))).toEqual(["/e/customer", 2]);
  });

  it("end with the entities that no app holds, and offer none of an app that is not there for somebody", () => {
    const stray = { ...CUSTOMER, code: "stray", app: null };
    const lost = { ...CUSTOMER, code: "lost", app: "unknown" };
    const kept = { ...CUSTOMER, code: "kept", app: "crm" };
    const groups = menuGroups([app], [CUSTOMER, owned, stray, lost, kept], [], "其他");
    expect(groups.map((group) => group.label)).toEqual(["CRM", "其他"]);
    expect(groups[1]?.links.map((link) => link.entity)).toEqual(["stray"]);
    expect(offeredEntities([stray, lost, kept], [app]).map((one) => one.code)).toEqual(["stray", "kept"]);
  });
});
