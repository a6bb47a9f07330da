import type { Page } from "@playwright/test";
import { expect, sharedFile } from "./zhike.ts";

/** 10,000 orders of a Chinese office supplier in an old Excel file; null where the shared data sets are not. */
export const SUPERSTORE = sharedFile("china-superstore", "示例-超市.xls");
export const NO_DATA = "the data set china-superstore is not here: set ZHIKE_SHARED to the folder that holds it";

/** From the first page to a list of 10,000 rows, as a newcomer goes. */
export async function bringIn(page: Page, file: string): Promise<void> {
  await page.locator('input[type="file"]').first().setInputFiles(file);
  await expect(page.getByRole("heading", { name: "核对列和类型" })).toBeVisible({ timeout: 60_000 });
  await page.getByRole("button", { name: /^创建并导入/ }).click();
  await expect(page).toHaveURL(/\/imports\//);
}

export async function importEnds(page: Page): Promise<void> {
  await expect(page.getByText("已完成")).toBeVisible({ timeout: 180_000 });
}

/** Adds one condition "field is one of these options" in the open list. */
export async function filterBy(page: Page, field: string, option: string): Promise<void> {
  await page.getByRole("button", { name: "筛选" }).click();
  await page.getByRole("button", { name: /添加条件$/ }).click();
  await choose(page, "字段", field);
  await page.getByRole("combobox").last().click();
  await page.locator(".ant-select-dropdown:visible").getByText(option, { exact: true }).click();
  await page.keyboard.press("Escape");
}

export async function choose(page: Page, label: string, option: string): Promise<void> {
  const box = page.getByRole("combobox", { name: label, exact: true });
  await box.click();
  await box.fill(option);
  await page.locator(".ant-select-dropdown:visible").getByText(option, { exact: true }).click();
}
