import { readFileSync } from "node:fs";
import path from "node:path";
import type { Page } from "@playwright/test";
import { filterBy, importEnds, NO_DATA, SUPERSTORE } from "./superstore.ts";
import { expect, signIn, signOut, test } from "./zhike.ts";

test.skip(SUPERSTORE === null, NO_DATA);

async function dropOnPage(page: Page, file: string): Promise<void> {
  const bytes = readFileSync(file).toString("base64");
  const transfer = await page.evaluateHandle(
    ([base64, name]) => {
      const data = new DataTransfer();
      data.items.add(new File([Uint8Array.from(atob(base64 ?? ""), (c) => c.charCodeAt(0))], name ?? ""));
      return data;
    },
    [bytes, path.basename(file)],
  );
  const target = page.getByRole("heading", { name: "从表格开始" });
  for (const type of ["dragenter", "dragover", "drop"]) await target.dispatchEvent(type, { dataTransfer: transfer });
}

const cell = (page: Page, row: number, column: number) =>
  page.locator(`[role="row"][aria-rowindex="${row}"] [aria-colindex="${column}"]`);

test("a newcomer turns a spreadsheet into a system, works in it and takes it back", async ({ page }) => {
  const file = SUPERSTORE ?? "";
  await signIn(page);
  await expect(page.getByRole("button", { name: "我的账号" })).toBeVisible();
  await page.goto("/begin");

  await test.step("drops the file and sees what its columns hold", async () => {
    await expect(page.getByRole("heading", { name: "空白应用" })).toBeVisible();
    await dropOnPage(page, file);
    await expect(page.getByRole("heading", { name: "核对列和类型" })).toBeVisible({ timeout: 60_000 });
    const row = (column: string) => page.getByRole("row").filter({ has: page.getByTitle(column, { exact: true }) });
    await expect(row("订单日期")).toContainText("日期");
    await expect(row("地区")).toContainText("单选");
    await expect(row("销售额")).toContainText(/数字|金额/);
  });

  await test.step("creates, and follows the import to its end", async () => {
    await page.getByRole("button", { name: /^创建并导入/ }).click();
    await expect(page).toHaveURL(/\/imports\//);
    await expect(page.getByRole("progressbar")).toBeVisible();
    await importEnds(page);
    await expect(page.getByText("10,000", { exact: true }).first()).toBeVisible();
  });

  await test.step("opens the list, filters and sorts", async () => {
    await page.getByRole("link", { name: "打开列表" }).click();
    await expect(page.getByRole("grid")).toBeVisible();
    await expect(page.getByText("10,000 条", { exact: true })).toBeVisible();
    await filterBy(page, "地区", "华东");
    await expect(page.getByText("2,958 条", { exact: true })).toBeVisible();
    // A click beside the filter builder closes it.
    await page.getByText("2,958 条", { exact: true }).click();
    await expect(page.getByRole("button", { name: /添加条件$/ })).toBeHidden();
    await page.getByRole("columnheader", { name: "订单日期" }).getByRole("button").click();
    await expect(page.getByRole("columnheader", { name: "订单日期" })).toHaveAttribute("aria-sort", "ascending");
    await expect(page).toHaveURL(/sort=/);
  });

  await test.step("edits a field of a record in its place and sees the history", async () => {
    await cell(page, 2, 2).getByRole("link").click();
    await expect(page).toHaveURL(/\/e\/[^/]+\/[^/?]+/);
    await page.getByRole("button", { name: "编辑城市" }).click({ force: true });
    const city = page.getByRole("group", { name: "城市" }).getByRole("textbox");
    await city.fill("知客市");
    await city.press("Enter");
    const history = page.getByRole("region", { name: "动态" });
    await expect(history.getByText("修改了 1 个字段")).toBeVisible();
    await expect(history.getByText("知客市")).toBeVisible();
  });

  await test.step("undoes the whole import", async () => {
    await page.getByRole("link", { name: "导入记录" }).click();
    // The newest stands first: other tests may have brought in the same file.
    await page.getByRole("link").filter({ hasText: path.basename(file) }).first().click();
    await page.getByRole("button", { name: "撤销整个导入" }).click();
    await page.getByRole("dialog").getByRole("button", { name: /撤\s*销/ }).click();
    await expect(page.getByText("已撤销", { exact: true }).first()).toBeVisible({ timeout: 120_000 });
    await page.getByRole("link", { name: "打开列表" }).click();
    await expect(page.getByText("1 条", { exact: true })).toBeVisible();
  });

  await test.step("imports the same file again", async () => {
    await page.getByRole("button", { name: "列表选项" }).click();
    // Not by the pointer: the menu still unfolds and would move away from under it.
    await page.getByRole("menuitem", { name: "导入" }).dispatchEvent("click");
    await page.locator('input[type="file"]').first().setInputFiles(file);
    await page.getByRole("button", { name: /^开始导入/ }).click();
    await importEnds(page);
  });

  await signOut(page);
});
