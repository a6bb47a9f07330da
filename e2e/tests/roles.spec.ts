import type { Page } from "@playwright/test";
import { expect, PASSWORD, test } from "./zhike.ts";

const label = (zh: string) => ({ zh });
const SELLER = "seller-of-rights-1";

async function put(page: Page, path: string, data: object): Promise<void> {
  expect((await page.request.put(`/api/v1${path}`, { data })).ok()).toBe(true);
}

/** An app with clients, two buttons and a role; one client is there. */
async function makeApp(page: Page): Promise<string> {
  await page.request.post("/api/v1/session", { data: { account: "admin", password: PASSWORD } });
  const app = { app: "rights" };
  await put(page, "/definitions/app/rights", { ...app, label: label("权限试验"), menu: [{ entity: "client" }] });
  await put(page, "/definitions/entity/client", {
    ...app,
    label: label("往来单位"),
    fields: [
      { code: "name", type: "text", label: label("名称"), required: true, title: true },
      { code: "phone", type: "phone", label: label("电话") },
      { code: "credit", type: "money", label: label("授信额度") },
    ],
  });
  const button = { ...app, entity: "client", call: { field: "phone" } };
  await put(page, "/definitions/button/ring", { ...button, label: label("打电话") });
  await put(page, "/definitions/button/rename", {
    ...app,
    entity: "client",
    label: label("改为停用"),
    set: { values: [{ field: "name", value: '"停用"' }] },
  });
  await put(page, "/definitions/role/seller", {
    ...app,
    label: label("业务员"),
    entities: { client: { create: true, read: "all", update: "all" } },
  });
  expect((await page.request.post("/api/v1/publish")).ok()).toBe(true);
  const made = await page.request.post("/api/v1/records/client", {
    data: { name: "城南建材", phone: "13800138000", credit: "470011" },
  });
  return ((await made.json()) as { id: string }).id;
}

async function makeSeller(page: Page): Promise<string> {
  const account = `seller${Date.now()}`;
  const made = await page.request.post("/api/v1/members", { data: { name: "小范", account, password: SELLER } });
  expect(made.ok()).toBe(true);
  const { id } = (await made.json()) as { id: string };
  await put(page, `/members/${id}/roles`, { roles: ["seller"] });
  return account;
}

/** By clicking: one field hidden, one button gone, published. */
async function takeAway(page: Page): Promise<void> {
  await page.goto("/build/rights");
  await page.getByRole("link", { name: "设置「业务员」的权限" }).click();
  const line = page.getByRole("region", { name: "各表单的权限" }).getByRole("button", { name: /往来单位/ });
  await expect(line).toContainText("可以新建，查看全部，修改全部，不能删除");
  await line.click();
  const credit = page.getByRole("radiogroup", { name: "「授信额度」怎么看" });
  await credit.getByText("看不到").click();
  await page.getByRole("checkbox", { name: "改为停用" }).uncheck();
  await expect(line).toContainText("没有按钮「改为停用」，看不到「授信额度」");
  await expect(page.getByText("草稿已保存")).toBeVisible();
  await page.getByRole("button", { name: /^发\s*布$/ }).click();
  await page.getByRole("dialog").getByRole("button", { name: /^发\s*布$/ }).click();
  await expect(page.getByText(/已发布/).first()).toBeVisible();
}

test("a field and a button that an administrator takes from a role are gone on every way", async ({
  page,
  browser,
  zhike,
}) => {
  const client = await makeApp(page);
  const account = await makeSeller(page);
  const office = await browser.newContext({ baseURL: zhike.url, locale: "zh-CN", viewport: { width: 1440, height: 900 } });
  const seller = await office.newPage();
  await seller.request.post("/api/v1/session", { data: { account, password: SELLER } });
  await seller.goto(`/e/client/${client}`);
  const bar = seller.getByRole("toolbar", { name: "对这条记录的操作" });
  await expect(bar.getByRole("button", { name: "改为停用" })).toBeVisible();
  await expect(seller.getByText("授信额度").first()).toBeVisible();

  await takeAway(page);

  await seller.reload();
  await expect(bar.getByRole("button", { name: "打电话" })).toBeVisible();
  await expect(bar.getByRole("button", { name: "改为停用" })).toHaveCount(0);
  await expect(seller.getByText("授信额度")).toHaveCount(0);
  await expect(seller.getByText(/470,011/)).toHaveCount(0);
  await seller.goto("/e/client");
  await expect(seller.getByText("城南建材").first()).toBeVisible();
  await expect(seller.getByText("授信额度")).toHaveCount(0);
  await expect(seller.getByText(/470,011/)).toHaveCount(0);

  const record = `/api/v1/records/client/${client}`;
  const read = await seller.request.get(record);
  expect(read.ok()).toBe(true);
  expect(await read.text()).not.toContain("470011");
  const changed = await seller.request.patch(record, { data: { credit: "1" } });
  expect(changed.ok()).toBe(false);
  const pressed = await seller.request.post(`${record}/buttons/rename`, { data: {} });
  expect(pressed.status()).toBe(404);
  const kept = (await (await page.request.get(record)).json()) as { name: string; credit: string };
  expect(kept.name).toBe("城南建材");
  expect(Number(kept.credit)).toBe(470011);
  await office.close();
});
