import type { Page } from "@playwright/test";
import { expect, PASSWORD, test } from "./zhike.ts";

const label = (zh: string) => ({ zh });
const CALLER = "caller-of-masks-1";

async function put(page: Page, path: string, data: object): Promise<void> {
  expect((await page.request.put(`/api/v1${path}`, { data })).ok()).toBe(true);
}

/** An app with guests, one of them with a phone number, and a role that works with them. */
async function makeApp(page: Page): Promise<string> {
  await page.request.post("/api/v1/session", { data: { account: "admin", password: PASSWORD } });
  const app = { app: "masks" };
  await put(page, "/definitions/app/masks", { ...app, label: label("外呼试验"), menu: [{ entity: "visitor" }] });
  await put(page, "/definitions/entity/visitor", {
    ...app,
    label: label("访客"),
    fields: [
      { code: "name", type: "text", label: label("姓名"), required: true, title: true },
      { code: "mobile", type: "phone", label: label("手机号") },
      { code: "purse", type: "money", label: label("消费额") },
    ],
  });
  await put(page, "/definitions/role/phoning", {
    ...app,
    label: label("外呼员"),
    entities: { visitor: { create: true, read: "all", update: "all", export: true } },
  });
  expect((await page.request.post("/api/v1/publish")).ok()).toBe(true);
  const made = await page.request.post("/api/v1/records/visitor", {
    data: { name: "张三丰", mobile: "13812341234", purse: "86420" },
  });
  return ((await made.json()) as { id: string }).id;
}

async function makeCaller(page: Page): Promise<string> {
  const account = `caller${Date.now()}`;
  const made = await page.request.post("/api/v1/members", { data: { name: "小乔", account, password: CALLER } });
  const { id } = (await made.json()) as { id: string };
  await put(page, `/members/${id}/roles`, { roles: ["phoning"] });
  return account;
}

/** By clicking: the phone is masked, can be shown on request, filled in and not emptied. */
async function mask(page: Page): Promise<void> {
  await page.goto("/build/masks");
  await page.getByRole("link", { name: "设置「外呼员」的权限" }).click();
  const line = page.getByRole("region", { name: "各表单的权限" }).getByRole("button", { name: /访客/ });
  await line.click();
  await page.getByRole("radiogroup", { name: "「手机号」怎么看" }).getByText("脱敏可点开").click();
  await page.getByRole("radiogroup", { name: "「手机号」怎么改" }).getByText("可填不可清").click();
  await page.getByRole("radiogroup", { name: "「消费额」怎么看" }).getByText("脱敏", { exact: true }).click();
  await expect(line).toContainText("「手机号」脱敏可点开、可填不可清");
  await expect(page.getByText("草稿已保存")).toBeVisible();
  await page.getByRole("button", { name: /^发\s*布$/ }).click();
  await page.getByRole("dialog").getByRole("button", { name: /^发\s*布$/ }).click();
  await expect(page.getByText(/已发布/).first()).toBeVisible();
}

test("a role sees the mask of a number, has it shown, and the audit log knows", async ({ page, browser, zhike }) => {
  const guest = await makeApp(page);
  const account = await makeCaller(page);
  await mask(page);

  const desk = await browser.newContext({ baseURL: zhike.url, locale: "zh-CN", viewport: { width: 1440, height: 900 } });
  const caller = await desk.newPage();
  await caller.request.post("/api/v1/session", { data: { account, password: CALLER } });
  await caller.goto("/e/visitor");
  await expect(caller.getByText("138****1234").first()).toBeVisible();
  await expect(caller.getByText(/86,?420/)).toHaveCount(0);

  await caller.goto(`/e/visitor/${guest}`);
  await expect(caller.getByText("138****1234")).toBeVisible();
  await caller.getByRole("button", { name: "查看「手机号」的完整内容" }).click();
  await expect(caller.getByRole("link", { name: "138 1234 1234" })).toBeVisible();
  await caller.getByRole("button", { name: "遮住「手机号」" }).click();
  await expect(caller.getByText("138****1234")).toBeVisible();

  await caller.getByRole("button", { name: "编辑手机号" }).click();
  await expect(caller.getByText("已保存 138****1234，输入新值替换")).toBeVisible();
  await caller.getByRole("group", { name: "手机号" }).getByRole("textbox").fill("13900005678");
  await caller.keyboard.press("Enter");
  await expect(caller.getByText("139****5678").first()).toBeVisible();

  const record = `/api/v1/records/visitor/${guest}`;
  expect((await caller.request.patch(record, { data: { mobile: null } })).status()).toBe(400);
  expect((await caller.request.patch(record, { data: { mobile: "139****5678" } })).status()).toBe(400);
  expect((await caller.request.get("/api/v1/records/visitor?sort=mobile")).status()).toBe(400);
  expect((await caller.request.post(`${record}/reveal`, { data: { field: "purse" } })).status()).toBe(404);
  expect(await (await caller.request.get("/api/v1/exports/visitor")).text()).toContain("139****5678");
  const kept = (await (await page.request.get(record)).json()) as { mobile: string };
  expect(kept.mobile).toBe("+8613900005678");

  await page.goto("/settings/audit");
  await expect(page.getByText(/小乔 查看了「访客」第 \d+ 号记录的「手机号」/).first()).toBeVisible();
  await desk.close();
});
