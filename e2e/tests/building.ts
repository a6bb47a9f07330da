import type { Locator, Page } from "@playwright/test";
import { expect } from "./zhike.ts";

/** What people do in the builders, in the words of the screen. */

export const canvas = (page: Page, form: string | RegExp) => page.getByRole("listbox", { name: form });
export const properties = (page: Page) => page.getByRole("complementary", { name: "属性" });

export async function makeApp(page: Page, name: string): Promise<void> {
  await page.goto("/begin");
  await page.getByLabel("应用名称").fill(name);
  await page.getByRole("button", { name: "创建应用" }).click();
  await expect(page).toHaveURL(/\/build\/[a-z_0-9]+$/);
}

export async function makeForm(page: Page, name: string): Promise<void> {
  await page.getByRole("button", { name: "新建表单" }).click();
  await page.getByLabel("表单名称").fill(name);
  await page.getByRole("button", { name: "创建并设计" }).click();
  await expect(page).toHaveURL(/\/form\//);
}

/** Drags with the mouse as a hand does: press, move in steps, let go. */
export async function drag(page: Page, from: Locator, to: Locator, part = { x: 0.5, y: 0.9 }): Promise<void> {
  const [a, b] = [await from.boundingBox(), await to.boundingBox()];
  if (!a || !b) throw new Error("nothing to drag");
  await page.mouse.move(a.x + a.width / 2, a.y + a.height / 2);
  await page.mouse.down();
  await page.mouse.move(a.x + a.width / 2 + 8, a.y + a.height / 2 + 8);
  const [x, y] = [b.x + b.width * part.x, b.y + b.height * part.y];
  await page.mouse.move(x, y, { steps: 8 });
  // A busy page is behind the mouse: what is let go before it has caught up falls where it was.
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  await page.mouse.move(x, y + 1);
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  await expect(page.getByTestId("insertion-line")).toBeVisible();
  await page.mouse.up();
}

/** Types the options one per line, as with the keyboard alone: Enter makes the next one. */
export async function typeOptions(page: Page, options: string[]): Promise<void> {
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

export async function publishAndOpen(page: Page, saying?: string): Promise<void> {
  await page.getByRole("button", { name: "发布", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: "发布" });
  if (saying) await expect(dialog).toContainText(saying);
  await dialog.getByRole("button", { name: "发布并打开" }).click();
  await expect(page).toHaveURL(/\/e\//);
}

export async function pick(page: Page, field: string, option: string): Promise<void> {
  await page.getByRole("dialog").getByLabel(field).click();
  await page.locator(".ant-select-dropdown:visible").getByText(option, { exact: true }).click();
}
