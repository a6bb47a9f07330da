import type { Browser, Page } from "@playwright/test";
import { expect, PASSWORD, test } from "./zhike.ts";

const OWN_PASSWORD = "a password of my own";
const label = (zh: string) => ({ zh });

/** Customers with opportunities and follow-ups, and a role by which salespeople see their own only. */
async function makeSales(page: Page): Promise<void> {
  const put = (path: string, data: object) => page.request.put(`/api/v1/definitions/${path}`, { data });
  await page.request.post("/api/v1/session", { data: { account: "admin", password: PASSWORD } });
  await put("app/leave", {
    kind: "app",
    code: "leave",
    app: "leave",
    label: label("销售"),
    menu: [{ entity: "leave_customer" }],
  });
  const entity = (code: string, zh: string, more: object[]) =>
    put(`entity/${code}`, {
      kind: "entity",
      code,
      app: "leave",
      label: label(zh),
      fields: [{ code: "name", type: "text", label: label("名称"), required: true, title: true }, ...more],
    });
  const customer = { code: "customer", type: "relation", label: label("客户"), entity: "leave_customer" };
  await entity("leave_customer", "离职客户", []);
  await entity("leave_deal", "离职商机", [customer, { code: "amount", type: "money", label: label("金额") }]);
  await entity("leave_call", "离职跟进", [customer]);
  const own = { create: true, read: "own", update: "own" };
  await put("role/leave_seller", {
    kind: "role",
    code: "leave_seller",
    app: "leave",
    label: label("离职销售员"),
    entities: { leave_customer: own, leave_deal: own, leave_call: own },
  });
  expect((await page.request.post("/api/v1/publish")).ok()).toBe(true);
}

/** Somebody opens an invitation in a browser of their own, and is in. */
async function comeBy(browser: Browser, link: string, name: string | null, account: string): Promise<Page> {
  const page = await (await browser.newContext({ locale: "zh-CN" })).newPage();
  await page.goto(link);
  if (name !== null) await page.getByLabel("姓名").fill(name);
  await page.getByLabel("账号", { exact: true }).fill(account);
  await page.getByLabel("密码", { exact: true }).fill(OWN_PASSWORD);
  await page.getByRole("button", { name: /^加\s*入$/ }).click();
  await expect(page.getByRole("button", { name: "我的账号" })).toBeVisible();
  return page;
}

async function owned(page: Page, entity: string, data: object): Promise<string> {
  const answer = await page.request.post(`/api/v1/records/${entity}`, { data });
  expect(answer.status()).toBe(201);
  return ((await answer.json()) as { id: string }).id;
}

const countOf = async (page: Page, entity: string): Promise<number> =>
  ((await (await page.request.get(`/api/v1/records/${entity}?limit=100`)).json()) as { items: unknown[] }).items.length;

/** Invites by a link that anybody can come by, and gives its address. */
async function invitationFor(page: Page): Promise<string> {
  await page.goto("/settings/people/invitations");
  await page.getByRole("button", { name: "生成邀请链接" }).click();
  await page.getByLabel("备注").fill("销售入职");
  await page.getByLabel("加入后的角色").click();
  await page.getByTitle("离职销售员").click();
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "生成链接" }).click();
  const link = await page.getByRole("textbox", { name: "邀请链接" }).inputValue();
  await page.getByRole("button", { name: "Close" }).or(page.getByRole("button", { name: /^关\s*闭$/ })).last().click();
  return link;
}

test("S37: what a leaver holds passes to a successor, nothing is lost, and the leaver is out", async ({
  page,
  browser,
}) => {
  await makeSales(page);
  await page.goto("/");
  await expect(page.getByRole("link", { name: "成员与部门" })).toBeVisible();
  const link = await invitationFor(page);
  await expect(page.getByText("销售入职")).toBeVisible();
  const leaver = await comeBy(browser, link, "孙离职", "sun.leave");
  const successor = await comeBy(browser, link, "钱接手", "qian.stay");
  await page.reload();
  await expect(page.getByText("已加入 2 人")).toBeVisible();

  const customers: string[] = [];
  for (let i = 1; i <= 3; i++) customers.push(await owned(leaver, "leave_customer", { name: `孙的客户 ${i}` }));
  await owned(leaver, "leave_deal", { name: "秋季大单", customer: customers[0], amount: "5000" });
  await owned(leaver, "leave_call", { name: "电话回访", customer: customers[0] });
  await owned(successor, "leave_customer", { name: "钱的客户" });
  expect(await countOf(successor, "leave_customer")).toBe(1);

  await page.goto("/settings/people");
  await page.getByLabel("搜索姓名或职务").fill("孙离职");
  await page.getByRole("button", { name: /孙离职/ }).click();
  await expect(page.getByRole("checkbox", { name: "离职销售员" })).toBeChecked();
  await page.getByRole("button", { name: "停用并交接…" }).click();
  await expect(page.getByText("孙的客户 1")).toBeVisible();
  await page.getByLabel("全部交给").click();
  await page.getByTitle("钱接手", { exact: true }).click();
  await page.getByRole("button", { name: "交接并停用" }).click();
  await expect(page.getByText("把 5 项转出，并停用孙离职？").last()).toBeVisible();
  await page.getByRole("dialog").getByRole("button", { name: "交接并停用" }).click();
  await expect(page.getByText("共转出 5 项，没有遗漏。")).toBeVisible();

  expect(await countOf(successor, "leave_customer")).toBe(4);
  expect(await countOf(successor, "leave_deal")).toBe(1);
  expect(await countOf(successor, "leave_call")).toBe(1);
  expect(await countOf(page, "leave_customer")).toBe(4);
  const history = await page.request.get(`/api/v1/records/leave_customer/${customers[0]}/history`);
  const kinds = ((await history.json()) as { items: { kind: string }[] }).items.map((one) => one.kind);
  expect(kinds).toContain("create");
  expect(kinds).toContain("update");

  await leaver.goto("/");
  await expect(leaver.getByRole("heading", { name: "登录知客" })).toBeVisible();
  await leaver.getByLabel("账号").fill("sun.leave");
  await leaver.getByLabel("密码", { exact: true }).fill(OWN_PASSWORD);
  await leaver.getByRole("button", { name: /登\s*录/ }).click();
  await expect(leaver.getByText("这个账号不属于任何工作区。请联系管理员。")).toBeVisible();
  await leaver.goto(link);
  await expect(leaver.getByText("孙离职")).toHaveCount(0);
});

test("an invitation that was withdrawn lets nobody in", async ({ page, browser }) => {
  await makeSales(page);
  await page.goto("/");
  const link = await invitationFor(page);
  await page.getByRole("button", { name: "撤回" }).first().click();
  await page.getByRole("dialog").getByRole("button", { name: "撤回" }).click();
  await expect(page.getByText("已撤回")).toBeVisible();
  const stranger = await (await browser.newContext({ locale: "zh-CN" })).newPage();
  await stranger.goto(link);
  await expect(stranger.getByText("邀请已被撤回。请管理员重新邀请。")).toBeVisible();
  await expect(stranger.getByLabel("密码", { exact: true })).toHaveCount(0);
});
