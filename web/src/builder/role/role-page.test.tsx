import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { Route, Routes } from "react-router";
import { describe, expect, it } from "vitest";
import { type Sent, server, show } from "@/testing/render";
import { type EntityRights, newRole, withRights } from "./model";
import { Component as RolePage } from "./role-page";

const GUEST = {
  kind: "entity",
  code: "guest",
  app: "crm",
  label: { zh: "来宾" },
  fields: [
    { code: "name", type: "text", label: { zh: "姓名" } },
    { code: "phone", type: "phone", label: { zh: "手机" } },
    { code: "visits", type: "formula", label: { zh: "来访次数" }, formula: "1" },
    { code: "budget", type: "money", label: { zh: "预算" } },
  ],
};
const BUTTON = { kind: "button", code: "invite", app: "crm", label: { zh: "邀请" }, entity: "guest" };
const MINE: EntityRights = { create: true, read: "department_tree", update: "own", export: true };
const role = (code: string, zh: string, rights: EntityRights) =>
  withRights(newRole(code, "crm", { zh }), "guest", () => rights);
const info = (definition: { kind: string; code: string; label: object }) => ({
  ...definition,
  state: "published",
  version: 1,
  definition,
});

function page(issues: object[] = [], rights = MINE): Sent[] {
  const definitions = [
    info({ kind: "app", code: "crm", label: { zh: "来访" } }),
    info(GUEST),
    info(BUTTON),
    info(role("host", "接待", rights)),
    info(role("boss", "主管", { ...rights, update: "all" })),
  ];
  const sent = server({
    "GET /definitions?app=crm": () => ({ json: { items: definitions } }),
    "GET /buttons": () => ({ json: { items: [] } }),
    "GET /views": () => ({ json: { items: [] } }),
    "PUT /definitions/role/host": () => ({ json: { ...info(role("host", "接待", rights)), version: 2, issues } }),
  });
  show(
    <Routes>
      <Route path="/build/:app/role/:code" element={<RolePage />} />
    </Routes>,
    "/build/crm/role/host",
  );
  return sent;
}

const LINE = /来宾/;
const open = async () => userEvent.click(await screen.findByRole("button", { name: LINE }));
const saved = (sent: Sent[]) =>
  (sent.filter((one) => one.method === "PUT").at(-1)?.body as { entities: { guest: EntityRights } } | undefined)
    ?.entities.guest;

describe("the page of a role", () => {
  it("says in a line what the role may do with each form", async () => {
    page();
    const line = await screen.findByRole("button", { name: LINE });
    expect(line.textContent).toBe("来宾：可以新建，查看本部门及下级的，修改自己的，不能删除，可以导出");
    expect(line.getAttribute("aria-expanded")).toBe("false");
    expect(screen.queryByRole("button", { name: /^客户/ })).toBeNull();
  });

  it("takes a field and a button away, saves that by itself, and takes it back", async () => {
    const sent = page();
    await open();
    const budget = screen.getByRole("radiogroup", { name: "「预算」怎么看" });
    await userEvent.click(within(budget).getByText("看不到"));
    await userEvent.click(screen.getByRole("checkbox", { name: "邀请" }));
    const line = screen.getByRole("button", { name: LINE });
    expect(line.textContent).toContain("没有按钮「邀请」，看不到「预算」");
    await waitFor(() => expect(saved(sent)?.fields).toEqual({ "*": "write", budget: "none" }), { timeout: 3000 });
    expect(saved(sent)?.buttons).toEqual([]);
    fireEvent.keyDown(line, { key: "z", ctrlKey: true });
    await waitFor(() => expect(line.textContent).not.toContain("按钮"));
    fireEvent.keyDown(line, { key: "z", ctrlKey: true });
    await waitFor(() => expect(line.textContent).not.toContain("预算"));
  });

  it("offers nobody to change what is computed", async () => {
    page();
    await open();
    const visits = screen.getByRole("radiogroup", { name: "「来访次数」怎么看" });
    expect(within(visits).getByRole("radio", { name: "可见" })).toHaveProperty("checked", true);
    expect(screen.queryByRole("radiogroup", { name: "「来访次数」怎么改" })).toBeNull();
  });

  it("masks a field that may be filled in, in a sentence", async () => {
    const sent = page();
    await open();
    const seen = screen.getByRole("radiogroup", { name: "「手机」怎么看" });
    await userEvent.click(within(seen).getByText("脱敏可点开"));
    const changed = screen.getByRole("radiogroup", { name: "「手机」怎么改" });
    await userEvent.click(within(changed).getByText("可填不可清"));
    expect(screen.getByRole("button", { name: LINE }).textContent).toContain("「手机」脱敏可点开、可填不可清");
    await waitFor(
      () => expect(saved(sent)?.fields).toEqual({ "*": "write", phone: { see: "reveal", change: "fill" } }),
      {
        timeout: 3000,
      },
    );
  });

  it("sets many fields at once, of those that were searched for", async () => {
    const sent = page();
    await open();
    await userEvent.type(screen.getByRole("textbox", { name: "搜索字段" }), "机");
    await userEvent.click(screen.getByRole("checkbox", { name: "全选" }));
    await userEvent.clear(screen.getByRole("textbox", { name: "搜索字段" }));
    await userEvent.click(screen.getByRole("checkbox", { name: "姓名" }));
    const many = screen.getByRole("toolbar", { name: "选中 2 个，设为" });
    await userEvent.click(within(many).getByRole("button", { name: "只读" }));
    await waitFor(() => expect(saved(sent)?.fields).toEqual({ "*": "write", phone: "read", name: "read" }), {
      timeout: 3000,
    });
  });

  it("shows what keeps it from being published at the form that it is about", async () => {
    page([{ path: "entities.guest.read.where", code: "x", message: "没有这个字段" }]);
    await open();
    await userEvent.click(screen.getByRole("checkbox", { name: "打印「来宾」" }));
    const issue = await screen.findByText("没有这个字段", undefined, { timeout: 3000 });
    expect(issue.closest("li")?.textContent).toContain("来宾");
  });
});

describe("the role as a whole", () => {
  it("warns that an administrator may do everything", async () => {
    page();
    await userEvent.click(await screen.findByRole("switch", { name: "管理员角色" }));
    expect(screen.getByRole("alert").textContent).toContain("全部记录");
  });

  it("compares two roles by what differs", async () => {
    page();
    fireEvent.mouseDown(await screen.findByRole("combobox", { name: "与其他角色比较" }));
    await userEvent.click(await screen.findByTitle("主管"));
    const table = await screen.findByRole("table");
    expect(
      within(table)
        .getAllByRole("row")
        .map((row) => row.textContent),
    ).toEqual(["权限接待主管", "修改修改自己的修改全部"]);
  });
});
