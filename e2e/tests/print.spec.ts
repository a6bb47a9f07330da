import { readFile } from "node:fs/promises";
import { pdfText } from "./pdf-text.ts";
import { expect, PASSWORD, test } from "./zhike.ts";

test("a business person writes a print template, and a colleague keeps a record as PDF", async ({ page }) => {
  const label = (zh: string) => ({ zh });
  const put = (path: string, data: object) => page.request.put(`/api/v1${path}`, { data });
  await page.request.post("/api/v1/session", { data: { account: "admin", password: PASSWORD } });
  await put("/definitions/app/selling", {
    kind: "app",
    code: "selling",
    app: "selling",
    label: label("销售"),
    menu: [{ entity: "buyer" }],
  });
  await put("/definitions/entity/buyer", {
    kind: "entity",
    code: "buyer",
    app: "selling",
    label: label("买家"),
    fields: [
      { code: "name", type: "text", label: label("名称"), required: true, title: true },
      { code: "amount", type: "money", label: label("金额") },
    ],
  });
  expect((await page.request.post("/api/v1/publish")).ok()).toBe(true);
  const made = await page.request.post("/api/v1/records/buyer", { data: { name: "龘飞科技有限公司", amount: "12300" } });
  const { id } = await made.json();

  await page.goto("/build/selling");
  await page.getByRole("button", { name: "新建打印模板" }).click();
  await page.getByRole("menuitem", { name: "买家" }).click();
  const sheet = page.getByRole("textbox", { name: "模板内容" });
  await expect(sheet.getByText("名称").first()).toBeVisible();
  await sheet.press("Control+End");
  await sheet.press("Control+a");
  await sheet.press("Delete");
  await sheet.pressSequentially("尊敬的");
  await page.getByRole("button", { name: "插入字段" }).click();
  await page.getByRole("treeitem", { name: "名称" }).click();
  await expect(sheet).toBeFocused();
  await page.keyboard.type("，应付");
  await page.getByRole("button", { name: "插入字段" }).click();
  await page.getByRole("treeitem", { name: "金额" }).click();
  await sheet.locator('span[data-part="field"]').last().click();
  await page.getByRole("combobox", { name: "显示格式" }).click();
  await page.getByTitle("人民币大写").last().click();
  const preview = page.frameLocator("iframe");
  await expect(preview.getByText("壹万贰仟叁佰元整")).toBeVisible();
  await expect(page.getByText("草稿已保存")).toBeVisible();
  await page.getByRole("button", { name: /^发\s*布$/ }).click();
  await page.getByRole("dialog").getByRole("button", { name: /^发\s*布$/ }).click();
  await expect(page.getByRole("dialog")).toBeHidden();

  await page.goto(`/e/buyer/${id}`);
  await page.getByRole("button", { name: "更多" }).first().click();
  await page.getByRole("menuitem", { name: "打印" }).click();
  await expect(page.frameLocator("iframe").getByText("龘飞科技有限公司")).toBeVisible();
  const waiting = page.waitForEvent("download");
  await page.getByRole("button", { name: "下载 PDF" }).click();
  const download = await waiting;
  expect(download.suggestedFilename()).toMatch(/买家.*\.pdf$/);
  const text = pdfText(await readFile(await download.path()));
  expect(text).toContain("龘飞科技有限公司");
  expect(text).toContain("壹万贰仟叁佰元整");
});
