import type { Page } from "@playwright/test";

const option = (page: Page, name: RegExp) => page.getByRole("option", { name }).first();
const button = (page: Page, name: RegExp) => page.getByRole("button", { name }).first();

async function discard(page: Page): Promise<void> {
  for (const kind of ["entity", "form"])
    await page.request.delete(`/api/v1/definitions/${kind}/customer?state=draft`, { headers: { "If-Match": "*" } });
}

/** The pictures of building, of the starter's customers. What is drafted on the way is thrown away again. */
export async function building(page: Page, save: (name: string) => Promise<void>): Promise<void> {
  await page.goto("/build/starter");
  await page.getByRole("heading", { name: /^菜单$|^Menu$/ }).waitFor();
  await save("build-app");
  await page.goto("/build/starter/form/customer");
  await option(page, /^备注|^Note/).click();
  await button(page, /^(分组|Section)$/).click();
  await button(page, /^(日期|Date)$/).click();
  await option(page, /^跟进阶段|^Stage/).click();
  await page.getByText(/^草稿已保存$|^Draft saved$/).waitFor();
  await save("build-form");
  // Everybody has a contact, so that there is something to lose.
  await option(page, /^联系人|^Contact,|^Contact$/).click();
  await page.getByLabel(/^类型$|^Type$/).click();
  await page.keyboard.insertText((await page.getByText("Draft saved").count()) > 0 ? "Number" : "数字");
  await page.locator(".ant-select-dropdown:visible .ant-select-item-option-active", { hasText: /^(数字|Number)$/ }).waitFor();
  await page.keyboard.press("Enter");
  await page.getByText(/^草稿已保存$|^Draft saved$/).waitFor();
  await page.getByRole("button", { name: /^(发布|Publish)$/ }).click();
  await page.getByRole("dialog").getByRole("checkbox").first().waitFor();
  await save("build-publish");
  await discard(page);
  await page.goto("/build/starter/page/customer");
  await page.locator("[data-part]", { hasText: /跟进次数|Follow-ups/ }).first().click();
  await save("build-page");
  await page.goto("/build/starter/buttons/customer");
  await button(page, /^试一下$|^Try$/).click();
  await save("build-buttons");
  await page.goto("/build/starter/print/customer_card");
  await page.frameLocator("iframe").locator("body").waitFor();
  await save("build-print");
}
