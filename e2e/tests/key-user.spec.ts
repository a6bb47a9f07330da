import type { Page } from "@playwright/test";
import { canvas, drag, properties, publishAndOpen } from "./building.ts";
import { expect, PASSWORD, test } from "./zhike.ts";

const KEY_USER = "key-user-of-one-app-1";
const label = (zh: string) => ({ zh });

async function put(page: Page, path: string, data: object): Promise<void> {
  const answer = await page.request.put(`/api/v1${path}`, { data });
  expect(answer.ok(), await answer.text()).toBe(true);
}

/** Two apps with a form each, and somebody whose role builds the first. */
async function makeCompany(page: Page): Promise<string> {
  await page.request.post("/api/v1/session", { data: { account: "admin", password: PASSWORD } });
  for (const [app, name, entity, form] of [
    ["shopfront", "门店管理", "visit_note", "到店记录"],
    ["payoffice", "薪资管理", "pay_slip", "工资条"],
  ] as const) {
    await put(page, `/definitions/app/${app}`, { app, label: label(name), menu: [{ entity }] });
    const fields = [{ code: "name", type: "text", label: label("名称"), required: true, title: true }];
    await put(page, `/definitions/entity/${entity}`, { app, label: label(form), fields });
  }
  await put(page, "/definitions/role/manager", {
    app: "shopfront",
    label: label("店长"),
    apps: ["shopfront"],
    build: ["shopfront"],
    entities: { visit_note: { create: true, read: "all", update: "all" } },
  });
  expect((await page.request.post("/api/v1/publish")).ok()).toBe(true);
  const account = `manager${Date.now()}`;
  const made = await page.request.post("/api/v1/members", { data: { name: "小店长", account, password: KEY_USER } });
  const { id } = (await made.json()) as { id: string };
  await put(page, `/members/${id}/roles`, { roles: ["manager"] });
  return account;
}

test("a key user adds a field to the app that is theirs, and is refused at another", async ({ page, browser, zhike }) => {
  const account = await makeCompany(page);
  const shop = await browser.newContext({ baseURL: zhike.url, locale: "zh-CN", viewport: { width: 1440, height: 900 } });
  const user = await shop.newPage();
  await user.request.post("/api/v1/session", { data: { account, password: KEY_USER } });

  await user.goto("/build");
  await expect(user.getByRole("link", { name: /门店管理/ }).last()).toBeVisible();
  await expect(user.getByText("薪资管理")).toHaveCount(0);
  await expect(user.getByRole("button", { name: "新建应用" })).toHaveCount(0);
  await user.goto("/build/shopfront/form/visit_note");
  const palette = user.getByRole("navigation", { name: "可添加的内容" });
  await drag(user, palette.getByRole("button", { name: "单行文本", exact: true }), canvas(user, "到店记录"));
  const name = properties(user).getByLabel("名称", { exact: true });
  await name.fill("陪同人");
  await name.press("Enter");
  await publishAndOpen(user);
  await expect(user.getByText("陪同人").first()).toBeVisible();

  await user.goto("/build/payoffice");
  await expect(user.getByText("你不能搭建这个应用")).toBeVisible();
  const data = { app: "payoffice", label: label("改掉"), fields: [] };
  expect((await user.request.put("/api/v1/definitions/entity/pay_slip", { data })).status()).toBe(403);
  expect((await user.request.post("/api/v1/publish", { data: { app: "payoffice" } })).status()).toBe(403);
  expect(await (await user.request.get("/api/v1/apps")).text()).not.toContain("薪资");
  await shop.close();
});
