import type { Page } from "@playwright/test";
import { canvas, makeApp, makeForm, properties, publishAndOpen, typeOptions } from "./building.ts";
import { expect, signIn, test } from "./zhike.ts";

type Field = { entry: string; name: string; options?: string[]; of?: string };

/** Adds fields by a click each, names them, and says where relations lead. */
async function addFields(page: Page, form: string, fields: Field[]): Promise<void> {
  const palette = page.getByRole("navigation", { name: "可添加的内容" });
  for (const { entry, name, options, of } of fields) {
    await palette.getByRole("button", { name: entry, exact: true }).click();
    const label = properties(page).getByLabel("名称", { exact: true });
    await expect(label).toBeFocused();
    await label.fill(name);
    await label.press("Enter");
    if (options) await typeOptions(page, options);
    if (of) {
      await properties(page).getByLabel("关联的表单").click();
      await page.locator(".ant-select-dropdown:visible").getByText(of, { exact: true }).click();
    }
    await expect(canvas(page, form).getByRole("option", { name: `${name}，${entry}` })).toBeVisible();
  }
}

/** The address of the builder of the app that was made last. */
async function addForm(page: Page, app: string, name: string, fields: Field[]): Promise<void> {
  await page.goto(app);
  await makeForm(page, name);
  await addFields(page, name, fields);
  await publishAndOpen(page, `${fields.length} 个字段`);
}

/** Makes a record in the form that is open; a relation is chosen by typing the beginning of its title. */
async function enter(page: Page, values: Record<string, string>, relations: Record<string, string> = {}): Promise<void> {
  await page.goto(`${new URL(page.url()).pathname.replace(/^(\/e\/[^/]+).*/, "$1")}?new=1`);
  const form = page.getByRole("dialog");
  for (const [name, value] of Object.entries(values)) await form.getByLabel(name, { exact: true }).fill(value);
  for (const [name, title] of Object.entries(relations)) {
    await form.getByLabel(name, { exact: true }).click();
    await form.getByLabel(name, { exact: true }).fill(title.slice(0, 2));
    await page.locator(".ant-select-dropdown:visible").getByText(title, { exact: true }).click();
  }
  await form.getByRole("button", { name: /保\s*存$/ }).click();
  await expect(page).toHaveURL(/\/e\/[^/]+\/[^/]+$/);
}

const count = (page: Page, rows: number) => expect(page.getByText(`${rows} 条`, { exact: true }).first()).toBeVisible();

test.beforeEach(async ({ page }) => {
  await signIn(page);
  await expect(page.getByRole("navigation", { name: "主导航" })).toBeVisible();
});

test("S29 one form grows into four, and no record is lost", async ({ page }) => {
  await makeApp(page, "小店");
  const app = new URL(page.url()).pathname;
  await addForm(page, app, "小店客户", [
    { entry: "单行文本", name: "客户名称" },
    { entry: "电话", name: "手机" },
  ]);
  const customers = new URL(page.url()).pathname;
  for (const name of ["老街面馆", "青石茶铺", "转角书屋"]) await enter(page, { 客户名称: name, 手机: "13800138000" });
  const customer = page.url();
  await addForm(page, app, "小店跟进", [
    { entry: "关联", name: "客户", of: "小店客户" },
    { entry: "多行文本", name: "纪要" },
  ]);
  await enter(page, { 纪要: "谈了装修，下周再来" }, { 客户: "转角书屋" });
  await addForm(page, app, "小店商机", [
    { entry: "单行文本", name: "商机" },
    { entry: "关联", name: "客户", of: "小店客户" },
    { entry: "金额", name: "预计金额" },
    { entry: "阶段", name: "商机阶段", options: ["接触", "报价", "成交", "流失"] },
  ]);
  await enter(page, { 商机: "书架定制", 预计金额: "12000" }, { 客户: "转角书屋" });
  await addForm(page, app, "小店合同", [
    { entry: "单行文本", name: "合同" },
    { entry: "关联", name: "客户", of: "小店客户" },
    { entry: "日期", name: "付款日" },
    { entry: "金额", name: "应付金额" },
  ]);
  await enter(page, { 合同: "书架合同", 应付金额: "11800" }, { 客户: "转角书屋" });

  await test.step("the first form takes a field more while it is in use", async () => {
    await page.goto(`${app}/form/${customers.split("/").pop()}`);
    await addFields(page, "小店客户", [{ entry: "单选", name: "来源", options: ["路过", "介绍"] }]);
    await publishAndOpen(page);
    await count(page, 3);
  });

  await test.step("the customer has all that was entered, in its four forms", async () => {
    await page.goto(customer);
    await expect(page.getByRole("heading", { name: "转角书屋" })).toBeVisible();
    await expect(page.getByText("来源").first()).toBeVisible();
    for (const text of ["谈了装修，下周再来", "书架定制", "书架合同"]) await expect(page.getByText(text).first()).toBeVisible();
  });
});

test("S42 projects and suppliers are built beside the customers and share them", async ({ page }) => {
  await makeApp(page, "客户库");
  await addForm(page, new URL(page.url()).pathname, "甲方单位", [{ entry: "单行文本", name: "单位名称" }]);
  await enter(page, { 单位名称: "临江建设集团" });
  const owner = page.url();

  await makeApp(page, "项目管理");
  const app = new URL(page.url()).pathname;
  await addForm(page, app, "供应商", [
    { entry: "单行文本", name: "供应商名称" },
    { entry: "电话", name: "电话" },
    { entry: "评分", name: "评级" },
  ]);
  await enter(page, { 供应商名称: "恒力钢构" });
  await addForm(page, app, "工程项目", [
    { entry: "单行文本", name: "项目名称" },
    { entry: "关联", name: "甲方", of: "甲方单位" },
    { entry: "关联", name: "主要供应商", of: "供应商" },
    { entry: "阶段", name: "项目阶段", options: ["立项", "施工", "验收", "质保"] },
    { entry: "日期", name: "竣工日" },
  ]);
  const projects = new URL(page.url()).pathname;
  await enter(page, { 项目名称: "滨江大桥" }, { 甲方: "临江建设集团", 主要供应商: "恒力钢构" });

  await test.step("a project goes from stage to stage", async () => {
    const saved = page.waitForResponse((answer) => answer.request().method() === "PATCH" && answer.ok());
    await page.getByRole("list", { name: "项目阶段" }).getByText("施工").click();
    await saved;
    await page.goto(projects);
    await expect(page.getByRole("grid").getByText("施工")).toBeVisible();
  });

  await test.step("the app is copied: forms of its own without records, and the same customers", async () => {
    await page.goto(app);
    await page.getByRole("button", { name: "更多" }).click();
    await page.getByRole("menuitem", { name: "复制应用" }).click();
    // The page that is left has a field of the same name.
    await expect(page).toHaveURL(/\/begin\?like=/);
    await page.getByLabel("应用名称").fill("项目管理二部");
    await page.getByRole("button", { name: "创建应用" }).click();
    await expect(page).toHaveURL(/\/e\/[^/]+_2$/);
    await count(page, 0);
    await page.goto(`${projects}_2`);
    await enter(page, { 项目名称: "城东水厂" }, { 甲方: "临江建设集团" });
    await page.goto(projects);
    await count(page, 1);
  });

  await test.step("the customer of the other app shows its projects", async () => {
    await page.goto(owner);
    for (const name of ["滨江大桥", "城东水厂"]) await expect(page.getByRole("link", { name })).toBeVisible();
  });
});
