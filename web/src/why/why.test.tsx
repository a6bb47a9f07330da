import { fireEvent, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it } from "vitest";
import { looking } from "@/api/preview";
import type { Why, WhyField, WhyWord } from "@/api/why";
import { CUSTOMER, type Sent, server, show } from "@/testing/render";
import { because } from "./model";
import WhyDrawer from "./why-drawer";

const word = (over: Partial<WhyWord> = {}): WhyWord => ({
  by: "role",
  code: "seller",
  label: { zh: "销售员" },
  denies: false,
  reach: "own",
  condition: null,
  holds: true,
  ...over,
});
const SHARE = word({ by: "share", code: null, label: null, reach: null, holds: false });
const field = (code: string, over: Partial<WhyField> = {}): WhyField => ({
  code,
  see: "read",
  change: "write",
  words: [{ role: "seller", denies: false, see: "read", change: "write" }],
  hiddenBy: [],
  ...over,
});
const WHY: Why = {
  member: { id: "m2", name: "张三", active: true },
  admin: false,
  roles: [
    { code: "seller", label: { zh: "销售员" }, app: "crm", says: true },
    { code: "finance", label: { zh: "财务" }, app: "crm", says: false },
  ],
  read: { allowed: true, words: [word(), SHARE] },
  update: { allowed: false, words: [word({ holds: false }), SHARE] },
  delete: { allowed: false, words: [] },
  abilities: [{ code: "export", allowed: false, given: [], denied: ["seller"] }],
  fields: [
    field("name", {
      words: [
        { role: "seller", denies: false, see: "read", change: "write" },
        { role: "finance", denies: true, see: "masked", change: "none" },
      ],
    }),
    field("spent", {
      see: "none",
      change: "none",
      words: [{ role: "seller", denies: false, see: "none", change: "none" }],
    }),
    field("active", { see: "none", change: "none", hiddenBy: [{ entity: "customer", field: "spent" }] }),
  ],
};

async function drawer(why: Partial<Why>): Promise<Sent[]> {
  const sent = server({
    "GET /members/m2/why/customer/a": () => ({ json: { ...WHY, ...why } }),
    "GET /members": () => ({
      json: {
        items: [
          { id: "m2", name: "张三", jobTitle: null, active: true },
          { id: "m3", name: "离职", jobTitle: null, active: false },
        ],
        next: null,
      },
    }),
  });
  show(<WhyDrawer entity={CUSTOMER} id="a" close={() => undefined} />);
  fireEvent.mouseDown(await screen.findByRole("combobox", { name: "成员" }));
  fireEvent.click(await screen.findByTitle("张三"));
  await screen.findByRole("region", { name: "结论" });
  return sent;
}

const part = (name: string) => within(screen.getByRole("region", { name }));

describe("why somebody sees a record", () => {
  beforeEach(() => sessionStorage.clear());

  it("says each rule and whether it holds", async () => {
    await drawer({});
    expect(part("结论").getByText("能看")).toBeDefined();
    expect(part("结论").getByText("不能改")).toBeDefined();
    const [own, share] = part("查看").getAllByRole("listitem");
    expect(own?.textContent).toBe("角色「销售员」：查看自己的");
    expect(within(own as HTMLElement).getByLabelText("成立")).toBeDefined();
    expect(within(share as HTMLElement).getByLabelText("不成立")).toBeDefined();
    expect(part("修改").getByText(/没有一条包含这条记录/)).toBeDefined();
    expect(part("删除").getByText(/没有角色给这项权限/)).toBeDefined();
  });

  it("says what a denial takes away, and which roles are silent", async () => {
    const denial = word({ label: { zh: "受限" }, denies: true, reach: null, condition: "spent > 5" });
    await drawer({ read: { allowed: false, words: [word(), denial] } });
    expect(part("查看").getByText("角色「受限」：禁止查看满足条件的（spent > 5）")).toBeDefined();
    expect(part("查看").getByText(/禁止优先/)).toBeDefined();
    expect(part("他的角色").getByText("「财务」没有提到这个表单")).toBeDefined();
    expect(screen.getByRole("link", { name: "设置角色「销售员」" }).getAttribute("href")).toBe(
      "/build/crm/role/seller",
    );
    expect(part("其他权限").getByText("销售员 禁止")).toBeDefined();
  });

  it("says of hidden fields who did not give them and what hides them, and finds them", async () => {
    await drawer({});
    const lines = part("字段").getAllByRole("listitem");
    expect(lines.map((line) => line.textContent)).toEqual([
      "累计消费看不到销售员：没有给",
      "启用看不到销售员：只读由 累计消费 算出，而他看不到",
      "客户名称可改销售员：可改财务：最多脱敏、只读，其余禁止",
    ]);
    await userEvent.type(screen.getByRole("textbox", { name: "搜索字段" }), "累计");
    expect(part("字段").getAllByRole("listitem")).toHaveLength(1);
  });

  it("says in a sentence what needs no rules", async () => {
    await drawer({ roles: [], read: { allowed: false, words: [] } });
    expect(screen.getByText("张三 还没有角色，所以什么也看不到。")).toBeDefined();
    expect(screen.queryByRole("region", { name: "查看" })).toBeNull();
  });

  it("leads to this very record as that member sees it", async () => {
    await drawer({});
    fireEvent.click(screen.getByRole("button", { name: /以张三的身份查看这条记录/ }));
    expect(looking()).toEqual({ member: "m2", name: "张三" });
  });
});

it("tells a record that is not seen from one that may not be changed", () => {
  const unread: Why = {
    ...WHY,
    read: { allowed: false, words: [word({ holds: false })] },
    update: { allowed: false, words: [word()] },
  };
  expect(because(unread, "read")).toBe("unmet");
  expect(because(unread, "update")).toBe("unread");
  expect(because(unread, "delete")).toBe("ungiven");
});
