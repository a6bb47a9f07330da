import type { Browser, Locator, Page } from "@playwright/test";
import { expect, PASSWORD, test } from "./zhike.ts";

const label = (zh: string) => ({ zh });
const THEIRS = "people-of-help-123";

async function put(page: Page, path: string, data: object): Promise<void> {
  const answer = await page.request.put(`/api/v1${path}`, { data });
  expect(answer.ok(), await answer.text()).toBe(true);
}

async function post(page: Page, path: string, data?: object): Promise<{ id: string }> {
  const answer = await page.request.post(`/api/v1${path}`, { data });
  expect(answer.ok(), await answer.text()).toBe(true);
  return (await answer.text()) === "" ? { id: "" } : ((await answer.json()) as { id: string });
}

async function member(page: Page, name: string, role: string): Promise<string> {
  const account = `${role}${Date.now()}`;
  const { id } = await post(page, "/members", { name, account, password: THEIRS });
  await put(page, `/members/${id}/roles`, { roles: [role] });
  return account;
}

/** Buyers, topics and requests, and roles for a clerk, who sees buyers, and an expert, who does not. */
async function makeForms(page: Page): Promise<void> {
  await post(page, "/session", { account: "admin", password: PASSWORD });
  const app = { app: "asking" };
  const name = { code: "name", type: "text", label: label("名称"), required: true, title: true };
  await put(page, "/definitions/app/asking", {
    ...app,
    label: label("协作试验"),
    menu: [{ entity: "buyer" }, { entity: "ask_topic" }, { entity: "ask" }],
  });
  await put(page, "/definitions/entity/buyer", { ...app, label: label("买家"), fields: [name] });
  await put(page, "/definitions/entity/ask_topic", {
    ...app,
    label: label("求助主题"),
    fields: [name, { code: "expert", type: "member", label: label("由谁答复"), required: true }],
  });
  await put(page, "/definitions/entity/ask", {
    ...app,
    label: label("求助单"),
    fields: [
      { ...name, code: "question", label: label("问题") },
      { code: "buyer", type: "relation", label: label("买家"), entity: "buyer", required: true },
      { code: "topic", type: "relation", label: label("主题"), entity: "ask_topic", required: true },
      { code: "expert", type: "member", label: label("答复人") },
      { code: "solution", type: "long_text", label: label("解决办法"), searchable: true },
    ],
  });
  await put(page, "/definitions/role/ask_clerk", {
    ...app,
    label: label("业务文员"),
    entities: { buyer: { read: "all" }, ask_topic: { read: "all" }, ask: { create: true, read: "all", update: "all" } },
  });
  await put(page, "/definitions/role/ask_expert", {
    ...app,
    label: label("答复专家"),
    entities: { ask_topic: { read: "all" }, ask: { read: "all", update: "all" } },
  });
  await post(page, "/publish");
}

const option = (page: Page, text: string) =>
  page.locator(".ant-select-dropdown:visible .ant-select-item-option").filter({ hasText: new RegExp(`^${text}$`) });

async function pick(page: Page, box: Locator, text: string): Promise<void> {
  await box.click();
  await option(page, text).click();
}

async function pickPeople(page: Page, box: Locator, text: string): Promise<void> {
  await box.fill(text);
  await option(page, text).click();
  await page.keyboard.press("Escape");
}

async function addStep(page: Page, name: RegExp): Promise<Locator> {
  await page.getByRole("button", { name: "添加步骤" }).last().click();
  await page.getByRole("dialog", { name: "添加步骤" }).getByRole("button", { name }).click();
  return page.locator("[data-step]").last();
}

async function newRule(page: Page, name: string): Promise<void> {
  await page.goto("/build/asking");
  await page.getByRole("button", { name: "新建规则" }).click();
  await page.getByRole("menuitem", { name: "求助单" }).click();
  await expect(page).toHaveURL(/\/build\/asking\/rule\//);
  await page.getByRole("textbox", { name: "规则名称" }).fill(name);
}

/** Whoever asks is sent to the expert of the topic, who gets a to-do. */
async function buildRoute(page: Page): Promise<void> {
  await newRule(page, "求助转给专家");
  const set = await addStep(page, /^设置字段/);
  await pick(page, set.getByRole("combobox", { name: "添加要填的字段" }), "答复人");
  await pick(page, set.getByRole("combobox", { name: "「答复人」设为" }), "写公式…");
  await set.getByRole("textbox", { name: "「答复人」设为" }).click();
  await page.keyboard.type("topic.expert");
  await page.keyboard.press("Escape");
  const todo = await addStep(page, /^建待办/);
  await pickPeople(page, todo.getByRole("combobox", { name: /^交给谁/ }), "答复人");
  await todo.getByRole("textbox", { name: /^要做什么/ }).fill("请答复：");
  await pick(page, todo.getByRole("combobox", { name: /^要做什么.*插入字段/ }), "问题");
  await expect(page.getByRole("region", { name: "这条规则说的是" })).toContainText("请答复：{问题}");
  await expect(page.getByText("草稿已保存")).toBeVisible();
}

/** Whoever asked is told once there is a solution. */
async function buildAnswer(page: Page): Promise<void> {
  await newRule(page, "答复后告诉提问人");
  await pick(page, page.getByRole("combobox", { name: "什么时候" }), "字段从某值变为某值时");
  await pick(page, page.getByRole("combobox", { name: "字段" }), "解决办法");
  const tell = await addStep(page, /^发通知/);
  await pickPeople(page, tell.getByRole("combobox", { name: /^通知谁/ }), "创建人");
  await tell.getByRole("textbox", { name: /^标题/ }).fill("已答复：");
  await pick(page, tell.getByRole("combobox", { name: /^标题.*插入字段/ }), "问题");
  await expect(page.getByText("草稿已保存")).toBeVisible();
}

/** The button on a buyer that asks for help. */
async function buildButton(page: Page): Promise<void> {
  await page.goto("/build/asking/buttons/buyer");
  await page.getByRole("button", { name: /新建按钮/ }).click();
  await page.getByLabel("按钮上的文字").fill("请技术部帮忙");
  await page.getByText("新建记录", { exact: true }).click();
  await pick(page, page.getByRole("combobox", { name: "新建哪个表单的记录" }), "求助单");
  await expect(page.getByText("草稿已保存")).toBeVisible();
  await page.getByRole("button", { name: "发布", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: "发布" });
  await dialog.getByRole("button", { name: "发布", exact: true }).click();
  await expect(dialog).toHaveCount(0);
}

/** Which topic is answered by whom is a record like any other. */
async function addTopic(page: Page, name: string, expert: string): Promise<void> {
  await page.goto("/e/ask_topic");
  await page.getByRole("button", { name: /^新\s*建$/ }).first().click();
  const form = page.getByRole("dialog");
  await form.getByRole("textbox", { name: /^名称/ }).fill(name);
  await form.getByRole("combobox", { name: /^由谁答复/ }).fill(expert);
  await option(page, expert).click();
  await form.getByRole("button", { name: /^保\s*存$/ }).click();
  await expect(form).toBeHidden();
}

async function office(browser: Browser, url: string, account: string): Promise<Page> {
  const context = await browser.newContext({ baseURL: url, locale: "zh-CN", viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  await post(page, "/session", { account, password: THEIRS });
  return page;
}

test("a clerk asks the expert of a topic from a buyer, and the answer stays to be found", async ({
  page,
  browser,
  zhike,
}) => {
  await makeForms(page);
  const [clerk, expert] = [await member(page, "业务小周", "ask_clerk"), await member(page, "技术老秦", "ask_expert")];
  const { id: buyer } = await post(page, "/records/buyer", { name: "远航食品" });
  await buildRoute(page);
  await buildAnswer(page);
  await buildButton(page);
  await addTopic(page, "设备选型", "技术老秦");

  const atClerk = await office(browser, zhike.url, clerk);
  await atClerk.goto(`/e/buyer/${buyer}`);
  await atClerk.getByRole("button", { name: "请技术部帮忙" }).click();
  const form = atClerk.getByRole("dialog");
  await form.getByRole("textbox", { name: /^问题/ }).fill("冷库要配多大的机组");
  await form.getByRole("combobox", { name: /^主题/ }).fill("设备");
  await option(atClerk, "设备选型").click();
  await form.getByRole("button", { name: /^保\s*存$/ }).click();
  await expect(form).toBeHidden();

  const atExpert = await office(browser, zhike.url, expert);
  await expect(async () => {
    await atExpert.goto("/todos");
    await expect(atExpert.getByText("请答复：冷库要配多大的机组")).toBeVisible({ timeout: 2_000 });
  }).toPass();
  await atExpert.getByRole("link", { name: "冷库要配多大的机组" }).first().click();
  await expect(atExpert).toHaveURL(/\/e\/ask\/[^/]+$/);
  const talk = atExpert.getByRole("region", { name: "动态" });
  await talk.getByRole("textbox", { name: "评论", exact: true }).fill("库容多少立方？常温还是低温？");
  await talk.getByRole("button", { name: "发表" }).click();
  await expect(talk.getByText("库容多少立方？常温还是低温？")).toBeVisible();
  await atExpert.getByRole("button", { name: "编辑解决办法" }).click({ force: true });
  const solution = atExpert.getByRole("group", { name: "解决办法" }).getByRole("textbox");
  await solution.fill("五百立方低温库，选二十匹并联机组");
  await solution.press("Control+Enter");
  await expect(talk.getByText("修改了 1 个字段")).toBeVisible();

  await expect(async () => {
    await atClerk.goto("/notices");
    await expect(atClerk.getByText("已答复：冷库要配多大的机组")).toBeVisible({ timeout: 2_000 });
  }).toPass();
  await atClerk.getByRole("button", { name: /搜索或执行命令/ }).click();
  await atClerk.keyboard.type("二十匹并联");
  await atClerk.getByRole("option", { name: /冷库要配多大的机组/ }).click();
  await expect(atClerk.getByText("五百立方低温库，选二十匹并联机组").first()).toBeVisible();
  await expect(atClerk.getByText("库容多少立方？常温还是低温？")).toBeVisible();
  for (const desk of [atClerk, atExpert]) await desk.context().close();
});
