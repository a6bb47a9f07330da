import type { Page } from "@playwright/test";
import { expect, PASSWORD, test } from "./zhike.ts";

const today = (days = 0) =>
  new Date(Date.now() + days * 86_400_000).toLocaleDateString("sv-SE", { timeZone: "Asia/Shanghai" });

const label = (zh: string, en: string) => ({ zh, en });

/** An app of customers that are followed up, made over the interface, so that these tests stand on their own. */
async function makeFollowed(page: Page): Promise<void> {
  const put = (path: string, data: object) => page.request.put(`/api/v1${path}`, { data });
  await page.request.post("/api/v1/session", { data: { account: "admin", password: PASSWORD } });
  await put("/definitions/app/care", {
    kind: "app",
    code: "care",
    app: "care",
    label: label("跟进", "Care"),
    menu: [{ entity: "care_customer" }],
  });
  await put("/definitions/entity/care_customer", {
    kind: "entity",
    code: "care_customer",
    app: "care",
    label: label("老客户", "Regulars"),
    fields: [
      { code: "name", type: "text", label: label("名称", "Name"), required: true, title: true },
      { code: "tel", type: "phone", label: label("电话", "Phone") },
      { code: "spent", type: "money", label: label("消费", "Spent") },
      { code: "next", type: "date", label: label("下次联系", "Next") },
    ],
    traits: { followed: { next_at: "next" } },
  });
  await put("/definitions/entity/care_call", {
    kind: "entity",
    code: "care_call",
    app: "care",
    label: label("回访", "Calls"),
    fields: [
      { code: "customer", type: "relation", label: label("客户", "Customer"), entity: "care_customer", required: true },
      { code: "at", type: "datetime", label: label("时间", "Time"), default: "NOW()" },
      { code: "said", type: "long_text", label: label("内容", "Said"), required: true },
      { code: "next", type: "date", label: label("下次时间", "Next date") },
    ],
    traits: { activity: { record: "customer", at: "at", text: "said", next_at: "next" } },
  });
  expect((await page.request.post("/api/v1/publish")).ok()).toBe(true);
}

async function makeCustomer(page: Page, name: string): Promise<string> {
  const data = { name, tel: "13800138000", spent: "1200", next: today() };
  const answer = await page.request.post("/api/v1/records/care_customer", { data });
  expect(answer.status()).toBe(201);
  return ((await answer.json()) as { id: string }).id;
}

test.beforeEach(async ({ page }) => {
  await makeFollowed(page);
  await page.request.delete("/api/v1/me/home");
});

test("a clerk works through today's plan, keeps a customer and arranges the home", async ({ page }) => {
  const id = await makeCustomer(page, "西湖茶庄");
  await page.goto("/");
  const plan = page.getByRole("region", { name: "跟进计划" });
  await expect(plan.getByRole("link", { name: "西湖茶庄", exact: true })).toBeVisible();
  await expect(plan.getByRole("link", { name: "打电话给西湖茶庄：+8613800138000" })).toBeVisible();

  await plan.getByRole("button", { name: "给西湖茶庄记跟进" }).click();
  await plan.getByRole("textbox", { name: "内容" }).fill("电话：要两斤龙井");
  await plan.getByRole("button", { name: "3 天后" }).click();
  await plan.getByRole("button", { name: /^记\s*录$/ }).click();
  await expect(page.getByText("已记录")).toBeVisible();
  await expect(plan.getByRole("region", { name: "接下来 7 天" }).getByRole("link", { name: "西湖茶庄", exact: true })).toBeVisible();
  const saved = (await (await page.request.get(`/api/v1/records/care_customer/${id}`)).json()) as { next: string };
  expect(saved.next).toBe(today(3));

  await plan.getByRole("link", { name: "西湖茶庄", exact: true }).click();
  await page.getByRole("button", { name: "收藏", exact: true }).click();
  const rail = page.getByRole("navigation", { name: "主导航" });
  await expect(rail.getByRole("link", { name: /西湖茶庄/ })).toBeVisible();

  await page.keyboard.press("g");
  await page.keyboard.press("h");
  await expect(page).toHaveURL(/\/$/);
  await expect(page.getByRole("region", { name: "最近的记录" }).getByRole("link", { name: /西湖茶庄/ })).toBeVisible();
  await expect(page.getByRole("region", { name: "收藏", exact: true }).last().getByRole("link", { name: /西湖茶庄/ })).toBeVisible();

  await page.getByRole("button", { name: "编辑首页" }).click();
  await page.getByRole("button", { name: "添加卡片" }).click();
  await page.getByRole("menuitem", { name: "数字" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("表单").click();
  await page.getByTitle("老客户").last().click();
  await dialog.getByLabel("标题").fill("客户总数");
  await dialog.getByRole("button", { name: /保\s*存/ }).click();
  const handle = page.getByRole("button", { name: "移动卡片「客户总数」" });
  await handle.focus();
  for (let i = 0; i < 12; i++) await page.keyboard.press("ArrowLeft");
  await expect(page.locator("main [data-carry]").first()).toContainText("客户总数");
  await page.getByRole("button", { name: /完\s*成/ }).click();
  await page.reload();
  const first = page.locator("main [data-carry]").first();
  await expect(first).toContainText("客户总数");
  await first.getByRole("link").last().click();
  await expect(page).toHaveURL(/\/e\/care_customer/);
});

test("a deleted favourite vanishes, and is back when it is restored", async ({ page }) => {
  const id = await makeCustomer(page, "断桥伞铺");
  await page.request.post("/api/v1/me/favourites", { data: { kind: "record", entity: "care_customer", record: id } });
  await page.request.delete(`/api/v1/records/care_customer/${id}`);
  await page.goto("/");
  const rail = page.getByRole("navigation", { name: "主导航" });
  await expect(rail.getByRole("link", { name: "跟进计划" })).toBeVisible();
  await expect(rail.getByRole("link", { name: /断桥伞铺/ })).toHaveCount(0);
  await page.request.post("/api/v1/records/care_customer/restore", { data: { ids: [id] } });
  await page.reload();
  await expect(rail.getByRole("link", { name: /断桥伞铺/ })).toBeVisible();
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test("the plan is one tap away, and a customer is put off by two", async ({ page }) => {
    const id = await makeCustomer(page, "灵隐素斋");
    await page.goto("/");
    await page.getByRole("navigation", { name: "主导航" }).getByRole("link", { name: /计划/ }).click();
    await expect(page.getByRole("heading", { name: "跟进计划" })).toBeVisible();
    const due = page.getByRole("listitem").filter({ hasText: "灵隐素斋" });
    await due.getByRole("button", { name: /改期/ }).click();
    await page.getByRole("menuitem", { name: /明天/ }).click();
    await expect(page.getByText(/「灵隐素斋」改到/)).toBeVisible();
    const saved = (await (await page.request.get(`/api/v1/records/care_customer/${id}`)).json()) as { next: string };
    expect(saved.next).toBe(today(1));
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  });
});
