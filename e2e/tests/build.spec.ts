import type { Page } from "@playwright/test";
import { canvas as canvasOf, drag, makeApp, makeForm, pick, properties, publishAndOpen, typeOptions } from "./building.ts";
import { expect, signIn, test } from "./zhike.ts";

const SOURCES = ["官网", "展会", "老客户介绍"];
const STAGES = ["新线索", "初步沟通", "方案报价", "商务谈判", "成交客户", "流失客户"];
const FIELDS = [
  { entry: "单行文本", name: "客户名称" },
  { entry: "单行文本", name: "联系人" },
  { entry: "电话", name: "联系方式" },
  { entry: "单选", name: "客户来源", options: SOURCES },
  { entry: "阶段", name: "跟进阶段", options: STAGES },
];

const canvas = (page: Page) => canvasOf(page, /客户信息表|键盘建表/);

async function enterOne(page: Page, name: string): Promise<void> {
  await page.goto(`${new URL(page.url()).pathname}?new=1`);
  const form = page.getByRole("dialog");
  await form.getByLabel("客户名称").fill(name);
  await form.getByLabel("联系人").fill("王小明");
  await form.getByLabel("联系方式").fill("13800138000");
  await pick(page, "客户来源", "展会");
  await pick(page, "跟进阶段", "方案报价");
  await form.getByRole("button", { name: /保\s*存$/ }).click();
  await expect(page.getByRole("heading", { name })).toBeVisible();
  await expect(page.getByText("展会").first()).toBeVisible();
}

test.beforeEach(async ({ page }) => {
  await signIn(page);
  await expect(page.getByRole("navigation", { name: "主导航" })).toBeVisible();
});

test("S01 a customer form is dragged together, published and used", async ({ page }) => {
  const began = Date.now();
  await makeApp(page, "客户关系管理");
  await makeForm(page, "客户信息表");
  for (const { entry, name, options } of FIELDS) {
    const palette = page.getByRole("navigation", { name: "可添加的内容" });
    await drag(page, palette.getByRole("button", { name: entry, exact: true }), canvas(page));
    const label = properties(page).getByLabel("名称", { exact: true });
    await expect(label).toBeFocused();
    await label.fill(name);
    await label.press("Enter");
    if (options) await typeOptions(page, options);
    await expect(canvas(page).getByRole("option", { name: `${name}，${entry}` })).toBeVisible();
  }

  await test.step("a field is dragged to another place, and back by undo", async () => {
    const names = () => canvas(page).getByRole("option").evaluateAll((all) => all.map((one) => one.getAttribute("aria-label")));
    const before = await names();
    const last = canvas(page).getByRole("option", { name: "跟进阶段，阶段" });
    await drag(page, last, canvas(page).getByRole("option", { name: "客户名称，单行文本" }), { x: 0.1, y: 0.5 });
    await expect.poll(async () => (await names())[0]).toBe("跟进阶段，阶段");
    await page.keyboard.press("Control+z");
    await expect.poll(names).toEqual(before);
  });

  await test.step("an edge is dragged, and the width snaps", async () => {
    const field = canvas(page).getByRole("option", { name: "客户名称，单行文本" });
    const room = await canvas(page).boundingBox();
    const box = await field.boundingBox();
    if (!room || !box) throw new Error("no field");
    await page.mouse.move(box.x + box.width, box.y + box.height / 2);
    await page.mouse.down();
    await page.mouse.move(room.x + room.width - 30, box.y + box.height / 2, { steps: 6 });
    await page.mouse.up();
    await expect.poll(async () => (await field.boundingBox())?.width ?? 0).toBeGreaterThan(room.width * 0.9);
  });

  await publishAndOpen(page, "5 个字段");
  await enterOne(page, "杭州知味食品有限公司");
  expect(Date.now() - began).toBeLessThan(180_000);
});

test("S01 the same with the keyboard alone", async ({ page }) => {
  await makeApp(page, "键盘应用");
  await page.getByRole("button", { name: "新建表单" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByLabel("表单名称")).toBeFocused();
  await page.keyboard.insertText("键盘建表");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/form\//);
  await expect(canvas(page)).toBeVisible();
  for (const { entry, name, options } of FIELDS) {
    await page.keyboard.press("/");
    await expect(page.getByRole("combobox", { name: "添加字段" })).toBeFocused();
    await page.keyboard.insertText(entry);
    await expect(page.getByRole("dialog").getByRole("option", { selected: true })).toHaveText(entry);
    await page.keyboard.press("Enter");
    await expect(properties(page).getByLabel("名称", { exact: true })).toBeFocused();
    await page.keyboard.insertText(name);
    if (options) {
      const first = properties(page).getByLabel("选项 1 的名称");
      for (let at = 0; at < 12 && !(await first.evaluate((node) => node === document.activeElement)); at++)
        await page.keyboard.press("Tab");
      await typeOptions(page, options);
    }
    await page.keyboard.press("Escape");
    await expect(canvas(page).getByRole("option", { name: `${name}，${entry}` })).toBeFocused();
  }

  await test.step("arrows walk, with Alt they move, Delete deletes, Ctrl Z brings back", async () => {
    const names = () => canvas(page).getByRole("option").evaluateAll((all) => all.map((one) => one.getAttribute("aria-label")));
    const before = await names();
    await page.keyboard.press("Alt+ArrowUp");
    await expect.poll(async () => (await names()).slice(3)).toEqual([before[4], before[3]]);
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("Delete");
    await expect.poll(names).toHaveLength(4);
    await page.keyboard.press("Control+z");
    await page.keyboard.press("Control+z");
    await expect.poll(names).toEqual(before);
    await page.keyboard.press("Control+y");
    await page.keyboard.press("Control+z");
  });

  await page.getByRole("button", { name: "发布", exact: true }).focus();
  await page.keyboard.press("Enter");
  const go = page.getByRole("dialog", { name: "发布" }).getByRole("button", { name: "发布并打开" });
  await expect(go).toBeEnabled();
  await go.focus();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/e\//);
});

test("S01 fields are added, changed and deleted afterwards, and two builders lose nothing", async ({ page, context }) => {
  const put = (path: string, data: object) => page.request.put(`/api/v1/definitions/${path}`, { data });
  const label = (zh: string) => ({ zh });
  await put("app/later", { kind: "app", code: "later", app: "later", label: label("以后") });
  const fields = [
    { code: "name", type: "text", label: label("名称"), title: true },
    { code: "amount", type: "text", label: label("金额") },
    { code: "why", type: "text", label: label("原因"), shown: 'name = "丢"' },
  ];
  await put("entity/later_thing", { kind: "entity", code: "later_thing", app: "later", label: label("键盘建表"), fields });
  expect((await page.request.post("/api/v1/publish")).ok()).toBe(true);
  const made = await page.request.post("/api/v1/records/later_thing", { data: { name: "甲", amount: "不是数字" } });
  expect(made.status()).toBe(201);

  const second = await context.newPage();
  for (const tab of [page, second]) await tab.goto("/build/later/form/later_thing");
  const add = async (tab: Page, entry: string, name: string) => {
    await tab.getByRole("button", { name: entry, exact: true }).click();
    await expect(properties(tab).getByLabel("名称", { exact: true })).toBeFocused();
    await tab.keyboard.insertText(name);
    await tab.keyboard.press("Enter");
  };
  await Promise.all([add(page, "日期", "签约日"), add(second, "邮箱", "发票邮箱")]);
  for (const tab of [page, second]) {
    await expect(canvas(tab).getByRole("option")).toHaveCount(5);
    await expect(tab.getByText("草稿已保存")).toBeVisible();
  }

  await test.step("the form is tried with its conditions before it is published", async () => {
    await page.getByText("试填", { exact: true }).click();
    await expect(page.getByLabel("发票邮箱")).toBeVisible();
    await expect(page.getByLabel("原因")).toHaveCount(0);
    await page.getByLabel("名称", { exact: true }).fill("丢");
    await expect(page.getByLabel("原因")).toBeVisible();
    await page.getByText("设计", { exact: true }).click();
  });

  await test.step("another type says how many values it would lose, and asks for consent", async () => {
    await canvas(page).getByRole("option", { name: "金额，单行文本" }).click();
    await properties(page).getByLabel("类型").click();
    await page.keyboard.insertText("数字");
    await expect(page.locator(".ant-select-dropdown:visible .ant-select-item-option-active")).toHaveText("数字");
    await page.keyboard.press("Enter");
    await expect(canvas(page).getByRole("option", { name: "金额，数字" })).toBeVisible();
    await page.getByRole("button", { name: "发布", exact: true }).click();
    const dialog = page.getByRole("dialog", { name: "发布" });
    await expect(dialog).toContainText("其中 1 条的值不能转换");
    await expect(dialog.getByRole("button", { name: "发布并打开" })).toBeDisabled();
    await dialog.getByRole("checkbox").check();
    await dialog.getByRole("button", { name: "发布并打开" }).click();
    await expect(page).toHaveURL(/\/e\/later_thing$/);
    await expect(page.getByText("发票邮箱").first()).toBeVisible();
  });
});
