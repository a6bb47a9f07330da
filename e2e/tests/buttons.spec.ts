import type { Page } from "@playwright/test";
import { expect, PASSWORD, test } from "./zhike.ts";

const label = (zh: string) => ({ zh });
const CLERK = "clerk-of-buttons-1";

async function put(page: Page, path: string, data: object): Promise<void> {
  expect((await page.request.put(`/api/v1${path}`, { data })).ok()).toBe(true);
}

/** An app with deals; one of them is there. */
async function makeApp(page: Page): Promise<string> {
  await page.request.post("/api/v1/session", { data: { account: "admin", password: PASSWORD } });
  const app = { app: "press" };
  await put(page, "/definitions/app/press", { ...app, label: label("按钮试验"), menu: [{ entity: "deal" }] });
  await put(page, "/definitions/entity/deal", {
    ...app,
    label: label("商机"),
    fields: [
      { code: "name", type: "text", label: label("名称"), required: true, title: true },
      {
        code: "stage",
        type: "select",
        label: label("状态"),
        default: '"open"',
        options: [
          { code: "open", label: label("洽谈") },
          { code: "won", label: label("成交") },
        ],
      },
      { code: "won_on", type: "date", label: label("成交日期") },
      { code: "amount", type: "money", label: label("金额") },
    ],
  });
  const all = { create: true, read: "all", update: "all", fields: { "*": "write" } };
  await put(page, "/definitions/role/press_clerk", { ...app, label: label("文员"), entities: { deal: all } });
  expect((await page.request.post("/api/v1/publish")).ok()).toBe(true);
  const deal = await page.request.post("/api/v1/records/deal", { data: { name: "年度框架合同" } });
  return ((await deal.json()) as { id: string }).id;
}

/** The account of somebody who works in the app and builds nothing. */
async function makeClerk(page: Page): Promise<string> {
  const account = `clerk${Date.now()}`;
  const made = await page.request.post("/api/v1/members", { data: { name: "小文", account, password: CLERK } });
  expect(made.ok()).toBe(true);
  const { id } = (await made.json()) as { id: string };
  await put(page, `/members/${id}/roles`, { roles: ["press_clerk"] });
  return account;
}

async function choose(page: Page, name: string, option: string): Promise<void> {
  await page.getByRole("combobox", { name }).click();
  await page.getByTitle(option, { exact: true }).last().click();
}

/** Three fields: one chosen, one worked out by the day, one asked for. */
async function buildButton(page: Page): Promise<void> {
  await page.goto("/build/press");
  await page.getByRole("link", { name: "按钮", exact: true }).click();
  await page.getByRole("button", { name: /新建按钮/ }).click();
  await page.getByLabel("按钮上的文字").fill("记录成交");
  await choose(page, "添加要填的字段", "状态");
  await choose(page, "「状态」设为", "成交");
  await choose(page, "添加要填的字段", "成交日期");
  await choose(page, "「成交日期」设为", "当天");
  await choose(page, "添加要填的字段", "金额");
  await page.getByRole("checkbox", { name: "按下时让人填" }).last().check();
  await page.getByRole("checkbox", { name: "必填" }).check();
  const shown = page.getByRole("textbox", { name: "什么时候显示" });
  await shown.click();
  await page.keyboard.type('stage <> "won"');
  await page.keyboard.press("Escape");
  await expect(page.getByText("草稿已保存")).toBeVisible();
}

test("a button is built by clicking, tried, published, and pressed by a clerk", async ({ page, browser, zhike }) => {
  const deal = await makeApp(page);
  const account = await makeClerk(page);
  await buildButton(page);
  await page.getByRole("button", { name: "试一下" }).click();
  const trial = page.getByRole("complementary", { name: "试一试" });
  await expect(trial.getByText("这条记录上会显示这个按钮。")).toBeVisible();
  await expect(trial.getByText("成交", { exact: true })).toBeVisible();
  await page.getByRole("button", { name: /^发\s*布$/ }).click();
  await page.getByRole("dialog").getByRole("button", { name: /^发\s*布$/ }).click();
  await expect(page.getByText(/已发布/).first()).toBeVisible();

  const office = await browser.newContext({ baseURL: zhike.url, locale: "zh-CN", viewport: { width: 1440, height: 900 } });
  const clerk = await office.newPage();
  await clerk.request.post("/api/v1/session", { data: { account, password: CLERK } });
  await clerk.goto(`/e/deal/${deal}`);
  const button = clerk.getByRole("toolbar", { name: "对这条记录的操作" }).getByRole("button", { name: "记录成交" });
  await button.click();
  const dialog = clerk.getByRole("dialog");
  await dialog.getByRole("button", { name: "记录成交" }).click();
  await expect(dialog.getByText("「金额」必填")).toBeVisible();
  await dialog.getByLabel(/金额/).fill("88000");
  await dialog.getByRole("button", { name: "记录成交" }).click();
  await expect(clerk.getByText("已完成「记录成交」")).toBeVisible();
  await expect(button).toBeHidden();
  const timeline = clerk.getByRole("region", { name: "动态" });
  await expect(timeline.getByText("用「记录成交」")).toBeVisible();
  await expect(timeline.getByText("¥88,000.00")).toBeVisible();
  await clerk.getByRole("button", { name: /撤\s*销/ }).click();
  await expect(button).toBeVisible();
  await office.close();
});

test("buttons are put into another order with the keyboard, and undone", async ({ page }) => {
  await makeApp(page);
  await page.goto("/build/press/buttons/deal");
  const list = page.getByRole("navigation", { name: "按钮" });
  const add = async (name: string) => {
    await page.getByRole("button", { name: /新建按钮/ }).click();
    await expect(page.getByLabel("按钮上的文字")).toBeFocused();
    await page.keyboard.type(name);
  };
  await add("第一个");
  await add("第二个");
  const second = list.getByRole("button", { name: "第二个" });
  await second.focus();
  await page.keyboard.press("Alt+ArrowUp");
  await expect(list.getByRole("listitem").last()).toContainText("第一个");
  await page.getByRole("button", { name: "撤销" }).click();
  await expect(list.getByRole("listitem").last()).toContainText("第二个");
  await expect(page.getByText("草稿已保存")).toBeVisible();
  await page.goto("/");
  const { items } = (await (await page.request.get("/api/v1/definitions?state=draft")).json()) as {
    items: { kind: string; code: string }[];
  };
  for (const { kind, code } of items.filter((one) => one.kind === "button")) {
    await page.request.delete(`/api/v1/definitions/${kind}/${code}?state=draft`, { headers: { "If-Match": "*" } });
  }
});
