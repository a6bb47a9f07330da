import { expect, PASSWORD, signIn, signOut, test } from "./zhike.ts";

test("a wrong password is refused with words", async ({ page }) => {
  await signIn(page, `${PASSWORD}-not`);
  await expect(page.getByRole("alert")).toBeVisible();
  await expect(page.getByRole("alert")).toContainText(/密码|账号/);
});

test("the newcomer sees the three ways to begin", async ({ page }) => {
  await signIn(page);
  await expect(page.getByRole("button", { name: "我的账号" })).toBeVisible();
  await page.goto("/begin");
  await expect(page.getByRole("heading", { name: "从表格开始" })).toBeVisible();
  await expect(page.getByRole("heading", { name: "从模板开始" })).toBeVisible();
  await expect(page.getByRole("heading", { name: "空白应用" })).toBeVisible();
  await signOut(page);
});
