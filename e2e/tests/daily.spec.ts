import type { Page } from "@playwright/test";
import { bringIn, importEnds, NO_DATA, SUPERSTORE } from "./superstore.ts";
import { expect, PASSWORD, test } from "./zhike.ts";

/** An app made over the interface, so that these tests stand on their own. */
async function makeCustomers(page: Page): Promise<void> {
  const put = (path: string, data: object) => page.request.put(`/api/v1${path}`, { data });
  await page.request.post("/api/v1/session", { data: { account: "admin", password: PASSWORD } });
  const label = (zh: string, en: string) => ({ zh, en });
  await put("/definitions/app/daily", {
    kind: "app",
    code: "daily",
    app: "daily",
    label: label("日常", "Daily"),
    menu: [{ entity: "daily_customer" }],
  });
  await put("/definitions/entity/daily_customer", {
    kind: "entity",
    code: "daily_customer",
    app: "daily",
    label: label("往来客户", "Customers"),
    fields: [
      { code: "name", type: "text", label: label("客户名称", "Name"), required: true, title: true },
      { code: "city", type: "text", label: label("城市", "City") },
    ],
  });
  expect((await page.request.post("/api/v1/publish")).ok()).toBe(true);
}

async function makeCustomer(page: Page, name: string): Promise<string> {
  const answer = await page.request.post("/api/v1/records/daily_customer", { data: { name, city: "杭州" } });
  expect(answer.status()).toBe(201);
  return ((await answer.json()) as { id: string }).id;
}

async function editCity(page: Page, to: string): Promise<void> {
  await page.getByRole("button", { name: "编辑城市" }).click({ force: true });
  const city = page.getByRole("group", { name: "城市" }).getByRole("textbox");
  await city.fill(to);
  await city.press("Enter");
}

test.beforeEach(async ({ page }) => makeCustomers(page));

test("two people who change the same field are shown both versions", async ({ page, context }) => {
  const id = await makeCustomer(page, "双方客户");
  const second = await context.newPage();
  for (const tab of [page, second]) await tab.goto(`/e/daily_customer/${id}`);
  await editCity(second, "苏州");
  await expect(second.getByText("修改了 1 个字段")).toBeVisible();
  await editCity(page, "宁波");
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText("别人刚改过同一个字段");
  await expect(dialog).toContainText("苏州");
  await expect(dialog).toContainText("宁波");
  await dialog.getByRole("button", { name: "用我的值" }).click();
  await expect(page.getByRole("region", { name: "动态" }).getByText("宁波").first()).toBeVisible();
});

test("a deleted record comes back from the recycle bin", async ({ page }) => {
  const id = await makeCustomer(page, "误删客户");
  await page.goto(`/e/daily_customer/${id}`);
  await page.getByRole("button", { name: "更多" }).click();
  await page.getByRole("menuitem", { name: "删除" }).click();
  await expect(page).toHaveURL(/daily_customer$/);
  await page.goto("/e/daily_customer/recycle");
  await page.getByRole("checkbox", { name: "选择 误删客户" }).first().click();
  await page.getByRole("button", { name: /恢\s*复/ }).click();
  await expect(page.getByText("已恢复 1 条记录")).toBeVisible();
  await page.goto("/e/daily_customer");
  await expect(page.getByRole("link", { name: "误删客户" })).toBeVisible();
});

test("the pages speak English and turn dark", async ({ page }) => {
  await page.goto("/e/daily_customer");
  await page.getByRole("button", { name: "主题" }).click();
  await page.getByRole("menuitem", { name: "深色" }).click();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await page.getByRole("button", { name: "语言" }).click();
  await page.getByRole("menuitem", { name: "English" }).click();
  await expect(page.getByRole("heading", { name: "Customers" })).toBeVisible();
  await page.getByRole("button", { name: "Language" }).click();
  await page.getByRole("menuitem", { name: "中文" }).click();
  await expect(page.getByRole("heading", { name: "往来客户" })).toBeVisible();
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test("a spreadsheet becomes a list of cards", async ({ page }) => {
    test.skip(SUPERSTORE === null, NO_DATA);
    await page.goto("/begin");
    await bringIn(page, SUPERSTORE ?? "");
    await importEnds(page);
    await page.getByRole("link", { name: "打开列表" }).click();
    await expect(page.getByText("10,000 条", { exact: true })).toBeVisible();
    const wide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
    expect(wide).toBe(false);
  });
});
