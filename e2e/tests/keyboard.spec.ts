import type { Page } from "@playwright/test";
import { expect, PASSWORD, test } from "./zhike.ts";

/** A short list made over the interface. */
async function makeList(page: Page): Promise<void> {
  await page.request.post("/api/v1/session", { data: { account: "admin", password: PASSWORD } });
  const label = (zh: string) => ({ zh });
  const put = (path: string, data: object) => page.request.put(`/api/v1/definitions/${path}`, { data });
  const menu = [{ entity: "keyed" }];
  await put("app/keys", { kind: "app", code: "keys", app: "keys", label: label("键盘"), menu });
  const fields = [
    { code: "name", type: "text", label: label("名称"), required: true, title: true },
    { code: "city", type: "text", label: label("城市") },
    { code: "phone", type: "phone", label: label("电话") },
  ];
  await put("entity/keyed", { kind: "entity", code: "keyed", app: "keys", label: label("键盘名单"), fields });
  expect((await page.request.post("/api/v1/publish")).ok()).toBe(true);
  const items = ["甲", "乙", "丙", "丁"].map((name) => ({ name: `${name}公司`, city: "杭州", phone: "13800138000" }));
  expect((await page.request.post("/api/v1/records/keyed", { data: { items } })).status()).toBe(201);
}

test("a list is worked in without a pointer", async ({ page }) => {
  await makeList(page);
  await page.goto("/e/keyed?sort=city");
  const grid = page.getByRole("grid");
  await expect(grid.getByText("甲公司")).toBeVisible();

  await test.step("the slash leads to the search, Tab on to the list", async () => {
    await page.keyboard.press("/");
    await expect(page.getByRole("textbox", { name: "搜索键盘名单" })).toBeFocused();
    for (let at = 0; at < 20 && !(await grid.evaluate((node) => node === document.activeElement)); at++)
      await page.keyboard.press("Tab");
    await expect(grid).toBeFocused();
  });

  await test.step("arrows move, Space chooses, Shift Space chooses up to here", async () => {
    await page.keyboard.press("Space");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Shift+Space");
    await expect(page.getByRole("toolbar", { name: "已选 3 条" })).toBeVisible();
    await page.keyboard.press("Space");
  });

  await test.step("E edits, Escape leaves, Enter saves and gives the focus back", async () => {
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("e");
    const city = page.getByRole("group", { name: "城市" }).getByRole("textbox");
    await city.fill("不存");
    await city.press("Escape");
    await expect(page.getByText("不存")).toHaveCount(0);
    await expect(grid).toBeFocused();
    await page.keyboard.press("e");
    await city.fill("苏州");
    await city.press("Enter");
    await expect(grid.getByText("苏州")).toBeVisible();
    await expect(grid).toBeFocused();
  });

  await test.step("Enter opens the record", async () => {
    await page.keyboard.press("Home");
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(/\/e\/keyed\/./);
  });

  await test.step("Ctrl K finds places by typing", async () => {
    await page.keyboard.press("Control+k");
    await page.getByRole("combobox").fill("键盘名单");
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(/\/e\/keyed$/);
  });
});
