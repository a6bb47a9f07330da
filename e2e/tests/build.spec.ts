import type { Locator, Page } from "@playwright/test";
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

const canvas = (page: Page) => page.getByRole("listbox", { name: /客户信息表|键盘建表/ });
const properties = (page: Page) => page.getByRole("complementary", { name: "属性" });

async function makeApp(page: Page, name: string): Promise<void> {
  await page.goto("/begin");
  await page.getByLabel("应用名称").fill(name);
  await page.getByRole("button", { name: "创建应用" }).click();
  await expect(page).toHaveURL(/\/build\/[a-z_0-9]+$/);
}

async function makeForm(page: Page, name: string): Promise<void> {
  await page.getByRole("button", { name: "新建表单" }).click();
  await page.getByLabel("表单名称").fill(name);
  await page.getByRole("button", { name: "创建并设计" }).click();
  await expect(page).toHaveURL(/\/form\//);
}

/** Drags with the mouse as a hand does: press, move in steps, let go. */
async function drag(page: Page, from: Locator, to: Locator, part = { x: 0.5, y: 0.9 }): Promise<void> {
  const [a, b] = [await from.boundingBox(), await to.boundingBox()];
  if (!a || !b) throw new Error("nothing to drag");
  await page.mouse.move(a.x + a.width / 2, a.y + a.height / 2);
  await page.mouse.down();
  await page.mouse.move(a.x + a.width / 2 + 8, a.y + a.height / 2 + 8);
  await page.mouse.move(b.x + b.width * part.x, b.y + b.height * part.y, { steps: 8 });
  await expect(page.getByTestId("insertion-line")).toBeVisible();
  await page.mouse.up();
}

/** Types the options one per line, as with the keyboard alone: Enter makes the next one. */
async function typeOptions(page: Page, options: string[]): Promise<void> {
  const first = properties(page).getByLabel("选项 1 的名称");
  await first.focus();
  await page.keyboard.press("Control+a");
  for (const [at, option] of options.entries()) {
    const input = properties(page).getByLabel(`选项 ${at + 1} 的名称`);
    await expect(input).toBeFocused();
    await page.keyboard.press("Control+a");
    await page.keyboard.insertText(option);
    await expect(input).toHaveValue(option);
    if (at < options.length - 1) await page.keyboard.press("Enter");
  }
}

async function publishAndOpen(page: Page): Promise<void> {
  await page.getByRole("button", { name: "发布", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: "发布" });
  await expect(dialog).toContainText("5 个字段");
  await dialog.getByRole("button", { name: "发布并打开" }).click();
  await expect(page).toHaveURL(/\/e\//);
}

async function pick(page: Page, field: string, option: string): Promise<void> {
  await page.getByRole("dialog").getByLabel(field).click();
  await page.locator(".ant-select-dropdown:visible").getByText(option, { exact: true }).click();
}

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
    expect((await names())[0]).toBe("跟进阶段，阶段");
    await page.keyboard.press("Control+z");
    expect(await names()).toEqual(before);
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
    const wide = await field.boundingBox();
    expect(wide?.width ?? 0).toBeGreaterThan(room.width * 0.9);
  });

  await publishAndOpen(page);
  await enterOne(page, "杭州知味食品有限公司");
  expect(Date.now() - began).toBeLessThan(180_000);
});
