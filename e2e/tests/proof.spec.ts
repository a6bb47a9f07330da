import type { Browser, Page } from "@playwright/test";
import { expect, PASSWORD, test } from "./zhike.ts";

const label = (zh: string) => ({ zh });
const SECRET = "people-of-proof-1";

type Person = { id: string; account: string };

async function put(page: Page, path: string, data: object): Promise<void> {
  expect((await page.request.put(`/api/v1${path}`, { data })).ok()).toBe(true);
}

async function make(page: Page, path: string, data: object): Promise<string> {
  const made = await page.request.post(`/api/v1${path}`, { data });
  expect(made.ok()).toBe(true);
  return ((await made.json()) as { id: string }).id;
}

/** Deals of which salespeople see their own without the cost, managers those of their department and below, one all. */
async function makeApp(page: Page): Promise<void> {
  await page.request.post("/api/v1/session", { data: { account: "admin", password: PASSWORD } });
  const app = { app: "proof" };
  await put(page, "/definitions/app/proof", { ...app, label: label("三人试验"), menu: [{ entity: "proof_deal" }] });
  await put(page, "/definitions/entity/proof_deal", {
    ...app,
    label: label("成交单"),
    fields: [
      { code: "name", type: "text", label: label("单名"), required: true, title: true },
      { code: "cost", type: "number", label: label("成本") },
      { code: "margin", type: "formula", label: label("毛利"), formula: "90000 - cost" },
    ],
  });
  const role = (read: string, fields: object) => ({ proof_deal: { create: true, read, update: read, fields } });
  await put(page, "/definitions/role/proof_seller", {
    ...app,
    label: label("三人销售员"),
    entities: role("own", { "*": "write", cost: "none" }),
  });
  await put(page, "/definitions/role/proof_manager", {
    ...app,
    label: label("三人经理"),
    entities: role("department_tree", { "*": "write" }),
  });
  await put(page, "/definitions/role/proof_chief", {
    ...app,
    label: label("三人总经理"),
    entities: role("all", { "*": "write" }),
  });
  expect((await page.request.post("/api/v1/publish")).ok()).toBe(true);
}

async function person(page: Page, name: string, role: string, department: string): Promise<Person> {
  const account = `proof-${role}-${Date.now()}`;
  const id = await make(page, "/members", { name, account, password: SECRET, department });
  await put(page, `/members/${id}/roles`, { roles: [role] });
  return { id, account };
}

async function deal(page: Page, name: string, owner: string): Promise<string> {
  return make(page, "/records/proof_deal", { name, owner, cost: "71234" });
}

async function desk(browser: Browser, url: string, { account }: Person): Promise<Page> {
  const office = await browser.newContext({ baseURL: url, locale: "zh-CN", viewport: { width: 1440, height: 900 } });
  const page = await office.newPage();
  expect((await page.request.post("/api/v1/session", { data: { account, password: SECRET } })).ok()).toBe(true);
  await page.goto("/e/proof_deal");
  return page;
}

/** Sees these deals in the list and no others. */
async function sees(page: Page, seen: string[], unseen: string[]): Promise<void> {
  for (const name of seen) await expect(page.getByText(name).first()).toBeVisible();
  for (const name of unseen) await expect(page.getByText(name)).toHaveCount(0);
}

test("three people see the same list each in their own scope, and the administrator is told why", async ({
  page,
  browser,
  zhike,
}) => {
  await makeApp(page);
  const sales = await make(page, "/departments", { name: "三人销售部" });
  const east = await make(page, "/departments", { name: "三人华东组", parent: sales });
  const seller = await person(page, "苏销", "proof_seller", east);
  const manager = await person(page, "蒋经理", "proof_manager", sales);
  const chief = await person(page, "宗总", "proof_chief", sales);
  const ofSeller = await deal(page, "苏销的单", seller.id);
  const ofManager = await deal(page, "蒋经理的单", manager.id);
  const me = (await (await page.request.get("/api/v1/me")).json()) as { member: { id: string } };
  await deal(page, "外部的单", me.member.id);

  const first = await desk(browser, zhike.url, seller);
  await sees(first, ["苏销的单"], ["蒋经理的单", "外部的单", "成本", "毛利", "71,234"]);
  const second = await desk(browser, zhike.url, manager);
  await sees(second, ["苏销的单", "蒋经理的单"], ["外部的单"]);
  await sees(await desk(browser, zhike.url, chief), ["苏销的单", "蒋经理的单", "外部的单"], []);
  await first.goto(`/e/proof_deal/${ofSeller}`);
  await sees(first, ["苏销的单"], ["成本", "毛利", "71,234", "18,766"]);
  expect((await first.request.get(`/api/v1/records/proof_deal/${ofManager}`)).status()).toBe(404);
  expect((await first.request.get(`/api/v1/members/${seller.id}/why/proof_deal/${ofSeller}`)).status()).toBe(403);

  await page.goto(`/e/proof_deal/${ofManager}`);
  await page.getByRole("button", { name: "更多" }).click();
  await page.getByRole("menuitem", { name: "谁能看、为什么" }).click();
  const drawer = page.getByRole("dialog", { name: "谁能看这条记录，为什么" });
  const ask = async (name: string) => {
    await drawer.getByRole("combobox", { name: "成员" }).fill(name);
    await page.getByTitle(name).last().click();
  };
  await ask("蒋经理");
  const read = drawer.getByRole("region", { name: "查看" });
  await expect(read).toContainText("角色「三人经理」：查看本部门及下级的");
  await expect(drawer.getByRole("region", { name: "结论" })).toContainText("能看");
  await ask("苏销");
  await expect(drawer.getByRole("region", { name: "结论" })).toContainText("看不到");
  await expect(read).toContainText("角色「三人销售员」：查看自己的");
  await expect(read.getByLabel("不成立").first()).toBeVisible();
  const fields = drawer.getByRole("region", { name: "字段" });
  await fields.getByRole("textbox", { name: "搜索字段" }).fill("毛利");
  await expect(fields.getByRole("listitem")).toContainText("由 成本 算出，而他看不到");

  await page.goto(`/e/proof_deal/${ofSeller}`);
  await page.getByRole("button", { name: "更多" }).click();
  await page.getByRole("menuitem", { name: "谁能看、为什么" }).click();
  await ask("苏销");
  await drawer.getByRole("button", { name: /以苏销的身份查看这条记录/ }).click();
  await expect(page.getByText("正以「苏销」的身份查看")).toBeVisible();
  await sees(page, ["苏销的单"], ["成本", "毛利", "71,234"]);
  await page.goto("/e/proof_deal");
  await sees(page, ["苏销的单"], ["蒋经理的单", "外部的单", "成本", "毛利"]);
  for (const other of browser.contexts()) if (other !== page.context()) await other.close();
});
