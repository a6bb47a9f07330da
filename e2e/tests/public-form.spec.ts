import { devices } from "@playwright/test";
import { expect, PASSWORD, test } from "./zhike.ts";

/** S14 (b): marketing needs a registration form for an event; it is online without anybody's code. */
test("S14 a registration form goes online, is filled in on a phone, and becomes a record", async ({ page, browser }) => {
  const label = (zh: string) => ({ zh });
  const put = (path: string, data: object) => page.request.put(`/api/v1${path}`, { data });
  await page.request.post("/api/v1/session", { data: { account: "admin", password: PASSWORD } });
  await put("/definitions/app/event", {
    kind: "app",
    code: "event",
    app: "event",
    label: label("活动"),
    menu: [{ entity: "sign_up" }],
  });
  await put("/definitions/entity/sign_up", {
    kind: "entity",
    code: "sign_up",
    app: "event",
    label: label("活动报名"),
    fields: [
      { code: "name", type: "text", label: label("姓名"), required: true, title: true },
      { code: "phone", type: "phone", label: label("手机") },
      { code: "source", type: "text", label: label("来源") },
      { code: "company", type: "text", label: label("单位"), shown: 'name = "张三"' },
    ],
  });
  expect((await page.request.post("/api/v1/publish")).ok()).toBe(true);

  await page.goto("/build/event");
  await page.getByRole("button", { name: "新建公开表单" }).click();
  await page.getByRole("menuitem", { name: "活动报名" }).click();
  await page.getByRole("checkbox", { name: "填写「来源」" }).click();
  await page.getByLabel("表单名称").fill("周年庆报名");
  await page.getByLabel("提交后的感谢语").fill("到时见！");
  await page.getByLabel("由链接带入的字段").click();
  await page.getByTitle("来源").last().click();
  await page.keyboard.press("Escape");
  await page.getByLabel("用哪个字段认出已有的人").click();
  await page.getByTitle("手机").last().click();
  await expect(page.getByText("草稿已保存")).toBeVisible();
  await page.getByRole("button", { name: /^发\s*布$/ }).click();
  await page.getByRole("dialog").getByRole("button", { name: /^发\s*布$/ }).click();
  const link = await page.getByLabel("链接", { exact: true }).inputValue();

  const { defaultBrowserType: _, ...phone } = devices["iPhone 13"];
  const visitor = await browser.newContext({ ...phone, locale: "zh-CN" });
  const form = await visitor.newPage();
  await form.goto(`${link}?source=poster`);
  await expect(form.getByRole("heading", { name: "周年庆报名" })).toBeVisible();
  await form.getByRole("button", { name: /提\s*交/ }).click();
  await expect(form.getByText("请填写「姓名」", { exact: false }).first()).toBeVisible();
  await expect(form.getByLabel("单位")).toHaveCount(0);
  await form.getByLabel(/姓名/).fill("张三");
  await form.getByLabel("单位").fill("甲公司");
  await form.getByLabel("手机").fill("13812345678");
  await form.getByRole("button", { name: /提\s*交/ }).click();
  await expect(form.getByText("到时见！")).toBeVisible();
  await form.getByRole("button", { name: "再填一份" }).click();
  await form.getByLabel(/姓名/).fill("张先生");
  await form.getByLabel("手机").fill("138 1234 5678");
  await form.getByRole("button", { name: /提\s*交/ }).click();
  await expect(form.getByText("到时见！")).toBeVisible();
  await visitor.close();

  await page.goto("/e/sign_up");
  await expect(page.getByText("1 条", { exact: true })).toBeVisible();
  await page.getByRole("link", { name: "张三" }).click();
  await expect(page.getByText("poster", { exact: true }).first()).toBeVisible();
  await expect(page.getByRole("region", { name: "动态" }).getByText("公开表单")).toBeVisible();
});
