import type { Locator, Page } from "@playwright/test";
import { expect, PASSWORD, test } from "./zhike.ts";

const label = (zh: string) => ({ zh });
const SELLER = "seller-of-rules-123";

async function put(page: Page, path: string, data: object): Promise<void> {
  const answer = await page.request.put(`/api/v1${path}`, { data });
  expect(answer.ok(), await answer.text()).toBe(true);
}

async function post(page: Page, path: string, data?: object): Promise<{ id: string }> {
  const answer = await page.request.post(`/api/v1${path}`, { data });
  expect(answer.ok(), await answer.text()).toBe(true);
  return (await answer.text()) === "" ? { id: "" } : ((await answer.json()) as { id: string });
}

/** Leads from the web and from fairs, and two salespeople in group A. */
async function makeLeads(page: Page): Promise<void> {
  await post(page, "/session", { account: "admin", password: PASSWORD });
  const app = { app: "leads" };
  await put(page, "/definitions/app/leads", { ...app, label: label("线索试验"), menu: [{ entity: "ruled_lead" }] });
  await put(page, "/definitions/entity/ruled_lead", {
    ...app,
    label: label("线索"),
    fields: [
      { code: "name", type: "text", label: label("名称"), required: true, title: true },
      {
        code: "source",
        type: "select",
        label: label("来源"),
        options: [
          { code: "website", label: label("官网") },
          { code: "fair", label: label("展会") },
        ],
      },
    ],
  });
  await put(page, "/definitions/role/leads_seller", {
    ...app,
    label: label("线索销售"),
    entities: { ruled_lead: { create: true, read: "all", update: "all" } },
  });
  await post(page, "/publish");
  const members = [];
  for (const name of ["甲销售", "乙销售"]) {
    const account = `seller${members.length}${Date.now()}`;
    const { id } = await post(page, "/members", { name, account, password: SELLER });
    await put(page, `/members/${id}/roles`, { roles: ["leads_seller"] });
    members.push(id);
  }
  await post(page, "/groups", { name: "销售A组", members });
}

const option = (page: Page, text: string) =>
  page.locator(".ant-select-dropdown:visible .ant-select-item-option").filter({ hasText: new RegExp(`^${text}$`) });
async function pick(page: Page, box: Locator, text: string): Promise<void> {
  await box.click();
  await option(page, text).click();
}

async function addStep(page: Page, name: RegExp): Promise<Locator> {
  await page.getByRole("button", { name: "添加步骤" }).last().click();
  await page.getByRole("dialog", { name: "添加步骤" }).getByRole("button", { name }).click();
  return page.locator("[data-step]").last();
}

/** Finds somebody by typing, in a list that stays open until it is shut. */
async function pickPeople(page: Page, box: Locator, text: string): Promise<void> {
  await box.fill(text);
  await option(page, text).click();
  await page.keyboard.press("Escape");
}

async function buildRule(page: Page): Promise<void> {
  await page.goto("/build/leads");
  await page.getByRole("button", { name: "新建规则" }).click();
  await page.getByRole("menuitem", { name: "线索" }).click();
  await expect(page).toHaveURL(/\/build\/leads\/rule\//);
  await page.getByRole("textbox", { name: "规则名称" }).fill("官网线索平均分配");
  await page.getByRole("button", { name: /添加条件$/ }).first().click();
  await pick(page, page.getByRole("combobox", { name: "字段" }), "来源");
  await pick(page, page.getByRole("group", { name: "值" }).getByRole("combobox"), "官网");
  await page.keyboard.press("Escape");
  const assign = await addStep(page, /^分配/);
  await pick(page, assign.getByRole("combobox", { name: /^怎么分/ }), "轮流平均");
  await pickPeople(page, assign.getByRole("combobox", { name: /^分给谁/ }), "销售A组");
  const todo = await addStep(page, /^建待办/);
  await pickPeople(page, todo.getByRole("combobox", { name: /^交给谁/ }), "负责人");
  await todo.getByRole("textbox", { name: /^要做什么/ }).fill("首次联系 ");
  await pick(page, todo.getByRole("combobox", { name: /插入字段/ }).first(), "名称");
  const sentence = page.getByRole("region", { name: "这条规则说的是" });
  await expect(sentence).toContainText("如果来源 是 官网，就");
  await expect(sentence).toContainText("首次联系 {名称}");
  await expect(page.getByText("草稿已保存")).toBeVisible();
}

async function publish(page: Page): Promise<void> {
  await page.getByRole("button", { name: "发布", exact: true }).click();
  await page.getByRole("dialog", { name: "发布" }).getByRole("button", { name: "发布", exact: true }).click();
  await expect(page.getByRole("dialog", { name: "发布" })).toHaveCount(0);
}

type Row = { id: string; name: string; owner: string | null };
const leads = async (page: Page, source: string): Promise<Row[]> => {
  const where = encodeURIComponent(`source = "${source}"`);
  const answer = await page.request.get(`/api/v1/records/ruled_lead?fields=name,owner&where=${where}&limit=50`);
  return ((await answer.json()) as { items: Row[] }).items;
};

test("leads of the website are spread evenly over group A with a to-do each, by a rule that was built by clicking", async ({
  page,
}) => {
  await makeLeads(page);
  const { id: before } = await post(page, "/records/ruled_lead", { name: "早先的官网线索", source: "website" });
  await buildRule(page);

  await page.getByRole("button", { name: "试一试" }).click();
  await expect(page.getByText("会触发", { exact: true })).toBeVisible();
  await publish(page);

  for (let n = 1; n <= 6; n++) await post(page, "/records/ruled_lead", { name: `官网 ${n}`, source: "website" });
  for (let n = 1; n <= 3; n++) await post(page, "/records/ruled_lead", { name: `展会 ${n}`, source: "fair" });
  const spread = async () => {
    const fresh = (await leads(page, "website")).filter((one) => one.id !== before);
    const owners = new Map<string | null, number>();
    for (const { owner } of fresh) owners.set(owner, (owners.get(owner) ?? 0) + 1);
    return [...owners.values()];
  };
  await expect.poll(spread).toEqual([3, 3]);
  const untouched = await leads(page, "fair");
  expect(new Set(untouched.map(({ owner }) => owner)).size).toBe(1);

  await page.getByRole("link", { name: "运行记录" }).click();
  await expect(page.getByRole("link", { name: /^官网 \d$/ })).toHaveCount(6);
  await page.getByRole("link", { name: "查看「官网 3」的这次运行" }).click();
  const steps = page.getByRole("region", { name: "每一步" });
  await expect(steps.getByRole("listitem")).toHaveCount(2);
  await expect(steps.getByText("建待办", { exact: true })).toBeVisible();

  await page.goto(`/e/ruled_lead/${untouched[0]?.id}`);
  await page.getByRole("button", { name: "更多" }).first().click();
  await page.getByRole("menuitem", { name: "规则在此记录上做了什么" }).click();
  await page.getByRole("button", { name: /官网线索平均分配/ }).click();
  await page.getByRole("button", { name: "为什么没有触发？" }).click();
  await expect(page.getByText("没有触发", { exact: true })).toBeVisible();
});

/** Clients of a salesperson with a boss; the hours since each was seen. */
async function makeClients(page: Page, seen: Record<string, number>): Promise<{ seller: string; boss: string }> {
  await post(page, "/session", { account: "admin", password: PASSWORD });
  const app = { app: "idle" };
  await put(page, "/definitions/app/idle", { ...app, label: label("跟进试验"), menu: [{ entity: "idle_client" }] });
  await put(page, "/definitions/entity/idle_client", {
    ...app,
    label: label("老客户"),
    fields: [
      { code: "name", type: "text", label: label("名称"), required: true, title: true },
      { code: "seen", type: "datetime", label: label("最后联系") },
    ],
  });
  await put(page, "/definitions/role/idle_seller", {
    ...app,
    label: label("跟进销售"),
    entities: { idle_client: { create: true, read: "all", update: "all" } },
  });
  await post(page, "/publish");
  const member = async (name: string, account: string) => {
    const { id } = await post(page, "/members", { name, account, password: SELLER });
    await put(page, `/members/${id}/roles`, { roles: ["idle_seller"] });
    return id;
  };
  const [seller, boss] = [`idle${Date.now()}`, `boss${Date.now()}`];
  const [owner, supervisor] = [await member("跟进人", seller), await member("跟进人的主管", boss)];
  const led = await page.request.patch(`/api/v1/members/${owner}`, { data: { supervisor } });
  expect(led.ok(), await led.text()).toBe(true);
  for (const [name, hours] of Object.entries(seen)) {
    const at = new Date(Date.now() - hours * 3_600_000).toISOString();
    await post(page, "/records/idle_client", { name, seen: at, owner });
  }
  return { seller, boss };
}

test("whoever was not seen for more than five days is told of to the owner and the boss, by a rule that was built by clicking", async ({
  page,
  browser,
  zhike,
}) => {
  const { seller, boss } = await makeClients(page, { 刚过五天: 121, 不到五天: 119 });
  await page.goto("/build/idle");
  await page.getByRole("button", { name: "新建规则" }).click();
  await page.getByRole("menuitem", { name: "老客户" }).click();
  await page.getByRole("textbox", { name: "规则名称" }).fill("五天没有联系");
  await pick(page, page.getByRole("combobox", { name: "什么时候" }), "很久没有动静时");
  await pick(page, page.getByRole("combobox", { name: "从什么时候算起" }), "最后联系");
  const notify = await addStep(page, /^发通知/);
  await pickPeople(page, notify.getByRole("combobox", { name: /^通知谁/ }), "负责人");
  await pickPeople(page, notify.getByRole("combobox", { name: /^通知谁/ }), "负责人的上级");
  await notify.getByRole("textbox", { name: /^标题/ }).fill("五天没联系 ");
  await pick(page, notify.getByRole("combobox", { name: /插入字段/ }).first(), "名称");
  const sentence = page.getByRole("region", { name: "这条规则说的是" });
  await expect(sentence).toContainText("当老客户的「最后联系」过去超过5天时，就通知 负责人、负责人的上级");
  await expect(page.getByText("草稿已保存")).toBeVisible();
  await publish(page);

  await page.reload();
  await page.getByRole("button", { name: "处理已经到期的" }).click();
  await page.getByRole("link", { name: "运行记录" }).click();
  // A reload before the page of the log is loaded would stay on that of the rule.
  await expect(page).toHaveURL(/\/rules\/[^/]+$/);
  await expect(async () => {
    await page.reload();
    await expect(page.getByRole("link", { name: "刚过五天", exact: true })).toBeVisible({ timeout: 2_000 });
  }).toPass();
  await expect(page.getByRole("link", { name: "不到五天", exact: true })).toHaveCount(0);

  for (const account of [seller, boss]) {
    const office = await browser.newContext({ baseURL: zhike.url });
    await office.request.post("/api/v1/session", { data: { account, password: SELLER } });
    const told = async () => {
      const { items } = (await (await office.request.get("/api/v1/notices")).json()) as { items: { title: string }[] };
      return items.map(({ title }) => title).filter((title) => title.includes("五天没联系"));
    };
    await expect.poll(told).toEqual(["五天没联系 刚过五天"]);
    await office.close();
  }
});
