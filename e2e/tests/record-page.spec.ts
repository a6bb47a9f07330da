import type { Page } from "@playwright/test";
import { drag } from "./building.ts";
import { expect, PASSWORD, test } from "./zhike.ts";

const label = (zh: string) => ({ zh });

/** An app made over the interface: firms, and the orders that point to them; a clerk may not see what a firm's limit is. */
async function makeFirms(page: Page): Promise<string> {
  const put = async (path: string, data: object) => {
    const answer = await page.request.put(`/api/v1${path}`, { data });
    expect(answer.ok(), await answer.text()).toBe(true);
  };
  const post = async (path: string, data: object) => (await page.request.post(`/api/v1${path}`, { data })).json();
  await post("/session", { account: "admin", password: PASSWORD });
  await put("/definitions/app/paged", { app: "paged", label: label("页面应用"), menu: [{ entity: "paged_firm" }] });
  await put("/definitions/entity/paged_firm", {
    app: "paged",
    label: label("企业"),
    fields: [
      { code: "name", type: "text", label: label("企业名称"), required: true, title: true },
      { code: "phone", type: "phone", label: label("电话") },
      { code: "credit", type: "money", label: label("信用额度") },
    ],
  });
  await put("/definitions/entity/paged_order", {
    app: "paged",
    label: label("销售单"),
    fields: [
      { code: "subject", type: "text", label: label("主题"), title: true },
      { code: "firm", type: "relation", label: label("所属企业"), entity: "paged_firm" },
      { code: "total", type: "money", label: label("单据金额") },
      { code: "signed", type: "date", label: label("签单日") },
    ],
  });
  await put("/definitions/role/paged_clerk", {
    app: "paged",
    label: label("企业文员"),
    entities: {
      paged_firm: { read: "all", update: "all", fields: { "*": "write", credit: "none" } },
      paged_order: { read: "own", create: true },
    },
  });
  const published = await page.request.post("/api/v1/publish");
  expect(published.ok(), await published.text()).toBe(true);
  const { id } = await post("/records/paged_firm", { name: `恒泰${Date.now()}`, phone: "15400001111", credit: "5000" });
  await post("/records/paged_order", { subject: "样品单", firm: id, total: "300", signed: "2026-11-01" });
  await post("/records/paged_order", { subject: "首批单", firm: id, total: "1200", signed: "2026-11-20" });
  return id;
}

const canvas = (page: Page) => page.getByRole("listbox", { name: "页面", exact: true });
const palette = (page: Page) => page.getByRole("navigation", { name: "可添加的内容" });
const properties = (page: Page) => page.getByRole("complementary", { name: "属性" });

async function publish(page: Page): Promise<void> {
  await page.getByRole("button", { name: "发布", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: "发布" });
  await dialog.getByRole("button", { name: /^发布/ }).first().click();
  await expect(dialog).toBeHidden();
}

/** Somebody with the clerk's role, signed in on a page of their own. */
async function asClerk(page: Page, browser: import("@playwright/test").Browser, url: string) {
  const account = `clerk${Date.now()}`;
  const made = await page.request.post("/api/v1/members", { data: { name: "文员", account, password: PASSWORD } });
  const { id } = await made.json();
  const given = await page.request.put(`/api/v1/members/${id}/roles`, { data: { roles: ["paged_clerk"] } });
  expect(given.ok()).toBe(true);
  const context = await browser.newContext({ baseURL: url, locale: "zh-CN" });
  const theirs = await context.newPage();
  await theirs.request.post("/api/v1/session", { data: { account, password: PASSWORD } });
  return { context, theirs };
}

test("a record page is built by dragging, published, and a clerk sees what is for clerks", async ({ page, browser, zhike }) => {
  const id = await makeFirms(page);
  await page.goto("/build/paged/page/paged_firm");
  await expect(canvas(page).getByRole("option", { name: "销售单，相关列表" })).toBeVisible();

  await test.step("figures are dragged over the page, and one more is chosen", async () => {
    const top = canvas(page).locator('[data-list="top"]');
    await drag(page, palette(page).getByRole("button", { name: "指标", exact: true }), top, { x: 0.5, y: 0.5 });
    await expect(canvas(page).getByRole("option", { name: "指标，指标" })).toBeVisible();
    await properties(page).getByRole("button", { name: "添加指标" }).click();
    await page.getByRole("menuitem", { name: "销售单的数量" }).click();
    await properties(page).getByRole("button", { name: "添加指标" }).click();
    await page.getByRole("menuitem", { name: "信用额度", exact: true }).click();
    await expect(canvas(page).getByText("¥5,000.00").first()).toBeVisible();
    await expect(canvas(page).locator("dl > div", { hasText: "销售单的数量" })).toContainText("2");
  });

  await test.step("a list is dragged to the right and brought back by undo, then moved by the keyboard", async () => {
    const list = canvas(page).getByRole("option", { name: "销售单，相关列表" });
    await drag(page, list, canvas(page).locator('[data-list="side"]'), { x: 0.5, y: 0.95 });
    await expect(canvas(page).locator('[data-list="side"] [data-part="paged_order_firm"]')).toBeVisible();
    await page.keyboard.press("Control+z");
    await expect(canvas(page).locator('[data-list="main"] [data-part="paged_order_firm"]')).toBeVisible();
    await list.focus();
    await page.keyboard.press("Alt+ArrowUp");
    const first = canvas(page).locator('[data-list="main"] > [data-part]').first();
    await expect(first).toHaveAttribute("data-part", "paged_order_firm");
  });

  await test.step("a field goes beside the title", async () => {
    await page.keyboard.press("Escape");
    await properties(page).getByLabel("标题旁的字段").click();
    await page.locator(".ant-select-dropdown:visible").getByText("电话", { exact: true }).click();
  });
  await expect(page.getByRole("status")).toHaveText("草稿已保存");
  await publish(page);

  await page.goto(`/e/paged_firm/${id}`);
  await expect(page.getByRole("region", { name: "指标" })).toContainText("¥5,000.00");
  await expect(page.getByRole("region", { name: "指标" })).toContainText("2");
  await expect(page.getByRole("link", { name: "首批单" })).toBeVisible();

  await test.step("the clerk has the page without what is not for clerks", async () => {
    const { context, theirs } = await asClerk(page, browser, zhike.url);
    await theirs.goto(`/e/paged_firm/${id}`);
    const figures = theirs.getByRole("region", { name: "指标" });
    await expect(figures).toContainText("销售单的数量");
    await expect(figures.locator("div", { hasText: "销售单的数量" }).first()).toContainText("0");
    await expect(theirs.getByText("信用额度")).toHaveCount(0);
    await expect(theirs.getByText("5,000")).toHaveCount(0);
    await expect(theirs.getByRole("link", { name: "首批单" })).toHaveCount(0);
    await expect(theirs.getByRole("banner").or(theirs.locator("header")).getByText("154 0000 1111").first()).toBeVisible();
    await context.close();
  });
});
