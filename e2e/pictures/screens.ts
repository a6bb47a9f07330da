import type { Page } from "@playwright/test";
import { SUPERSTORE } from "../tests/superstore.ts";
import { type Filled, sheet, WIZARD_FILE } from "./fill.ts";

/** How a screen is reached. `phone`: whether the page is as narrow as a phone. */
export type Screen = {
  name: string;
  /** Only wide or only narrow, where the other has no such thing. */
  only?: "wide" | "phone";
  /** Before anybody has signed in. */
  open?: boolean;
  show: (page: Page, data: Filled, phone: boolean) => Promise<void>;
};

const at = (path: (data: Filled) => string) => async (page: Page, data: Filled) => {
  await page.goto(path(data));
};
const button = (page: Page, name: RegExp) => page.getByRole("button", { name }).first();
const cell = (page: Page, row: number, column: number) =>
  page.locator(`[role="row"][aria-rowindex="${row}"] [aria-colindex="${column}"]`);
const column = (page: Page, name: RegExp) => page.getByRole("columnheader", { name }).first();

/** Opens the editor of a cell in the column called `name`: by its pencil where it has one, else by a double click. */
const edit = (name: RegExp, row = 3) => async (page: Page) => {
  await page.goto("/e/shop?cols=name,stage,kind,tags,rent,opened,manager,customer,rating,region,chain,inspected,visit,margin,team");
  const head = column(page, name);
  const index = Number(await head.getAttribute("aria-colindex"));
  const target = cell(page, row, index);
  await target.scrollIntoViewIfNeeded();
  await target.hover();
  const pencil = target.getByRole("button", { includeHidden: true });
  if ((await pencil.count()) > 0) await pencil.click();
  else await target.dblclick();
};

const filter = encodeURIComponent(
  JSON.stringify({
    all: [
      { field: "stage", op: "in", value: ["proposal", "negotiation"] },
      { any: [{ field: "amount", op: ">", value: "50000" }, { field: "next_contact", op: "period", value: "this_month" }] },
    ],
  }),
);

/** Two tabs change one field: the later one is asked. */
async function conflict(page: Page, { customer }: Filled): Promise<void> {
  await page.goto(`/e/customer/${customer}`);
  await button(page, /^(编辑|Edit ?)(联系人|Contact)$/).waitFor();
  const name = `沈若兰${Math.floor(Math.random() * 1000)}`;
  await page.request.patch(`/api/v1/records/customer/${customer}`, { data: { contact: name } });
  await button(page, /^(编辑|Edit ?)(联系人|Contact)$/).click({ force: true });
  const input = page.getByRole("group", { name: /^(联系人|Contact)$/ }).getByRole("textbox");
  await input.fill("陈思远（总经理）");
  await input.press("Enter");
  await page.getByRole("dialog").waitFor();
}

async function wizard(page: Page): Promise<void> {
  await page.goto("/e/customer/import");
  await page.locator('input[type="file"]').first().setInputFiles(WIZARD_FILE);
  await page.getByRole("heading", { level: 2 }).first().waitFor();
}

export const SCREENS: Screen[] = [
  { name: "sign-in", open: true, show: at(() => "/sign-in") },
  {
    name: "sign-in-refused",
    open: true,
    show: async (page) => {
      await page.goto("/sign-in");
      await page.locator("input").nth(0).fill("admin");
      await page.locator("input").nth(1).fill("not-the-password");
      await page.keyboard.press("Enter");
      await page.getByRole("alert").waitFor();
    },
  },
  { name: "home", show: at(() => "/") },
  { name: "begin", show: at(() => "/begin") },
  {
    name: "begin-columns",
    show: async (page) => {
      await page.goto("/begin");
      await page.locator('input[type="file"]').first().setInputFiles(SUPERSTORE === null ? WIZARD_FILE : sheet(SUPERSTORE));
      await page.getByRole("table").waitFor();
    },
  },
  {
    name: "begin-refused",
    show: async (page) => {
      const errors = ["「编号」是系统字段的名称，请换一个名称。", "「金额」有 2 列同名。"].map((message) => ({ path: "columns", message }));
      const body = JSON.stringify({ code: "invalid-definition", detail: "表单有 2 处需要修改，没有创建。", errors });
      await page.route("**/api/v1/uploads/*/entity", (route) =>
        route.fulfill({ status: 400, contentType: "application/problem+json", body }),
      );
      await page.goto("/begin");
      await page.locator('input[type="file"]').first().setInputFiles(WIZARD_FILE);
      await button(page, /^(创建并导入|Create and import)/).click();
      await page.getByRole("alert").waitFor();
    },
  },
  { name: "not-found", show: at(() => "/nowhere") },
  { name: "commands", show: async (page) => { await page.goto("/"); await page.locator("header button").first().click(); await page.getByRole("combobox").waitFor(); } },
  { name: "me-menu", show: async (page) => { await page.goto("/"); await button(page, /我的账号|account/i).click(); } },
  { name: "own-security", show: at(() => "/me/security") },
  { name: "security", show: at(() => "/settings/security") },
  { name: "tabs-sheet", only: "phone", show: async (page) => { await page.goto("/e/customer"); await button(page, /应用|Apps/).click(); } },
  { name: "rail-narrow", only: "wide", show: async (page) => { await page.goto("/e/customer"); await button(page, /收起|Collapse/).click(); await page.mouse.move(20, 200); } },
  { name: "list-customers", show: at(() => "/e/customer") },
  { name: "list-view", show: at(() => "/e/customer?view=customer_all") },
  { name: "list-filtered", show: at(() => `/e/customer?filter=${filter}&sort=-amount`) },
  {
    name: "list-filter-open",
    show: async (page, _, phone) => {
      await page.goto(`/e/customer?filter=${filter}&sort=-amount`);
      await (phone ? page.locator("button:has(.anticon-filter)").first() : button(page, /筛选$|Filter$/)).click();
    },
  },
  { name: "list-columns-menu", only: "wide", show: async (page) => { await page.goto("/e/customer"); await button(page, /^列$|^(setting )?.*(列|Columns)$/).click(); } },
  { name: "list-more-menu", show: async (page) => { await page.goto("/e/customer"); await button(page, /列表选项|List options/i).click(); } },
  { name: "list-orders", show: at((data) => `/e/${data.orders ?? "customer"}`) },
  {
    name: "list-selected",
    show: async (page, _, phone) => {
      await page.goto("/e/customer");
      if (phone) {
        await button(page, /列表选项|options/i).click();
        await page.getByRole("menuitem", { name: /选择|Select/ }).first().click();
      }
      for (const at of [1, 2, 4]) await page.getByRole("checkbox").nth(at).click();
    },
  },
  {
    name: "list-selected-all",
    only: "wide",
    show: async (page, data) => {
      await page.goto(`/e/${data.orders ?? "customer"}`);
      await page.getByRole("checkbox").first().click();
    },
  },
  {
    name: "list-bulk-edit",
    show: async (page, _, phone) => {
      await page.goto("/e/customer");
      if (phone) {
        await button(page, /列表选项|options/i).click();
        await page.getByRole("menuitem", { name: /选择|Select/ }).first().click();
      }
      for (const at of [1, 2]) await page.getByRole("checkbox").nth(at).click();
      await button(page, /批量编辑$|Edit$/).click();
      await page.getByRole("dialog").waitFor();
    },
  },
  { name: "list-nothing-found", show: at(() => "/e/customer?q=没有这个客户") },
  { name: "list-empty", show: at(() => "/e/complaint") },
  { name: "list-follow-ups", show: at(() => "/e/follow_up") },
  { name: "record-follow-up", show: async (page) => { await page.goto("/e/follow_up"); await page.getByRole("link", { name: /公司|Co/ }).first().click(); await page.waitForURL(/follow_up\/./); } },
  { name: "list-shops", show: at(() => "/e/shop") },
  { name: "list-shops-wide", show: at(() => "/e/shop?cols=name,tags,rent,area,margin,opened,inspected,visit,chain,phone,email,site,region,place,manager,team,customer,suppliers,rating,barcode,photos,papers,yearly,spent") },
  { name: "list-error", show: async (page) => { await page.route("**/api/v1/records/customer?**", (route) => route.fulfill({ status: 500, contentType: "application/problem+json", body: '{"code":"http.500"}' })); await page.goto("/e/customer"); } },
  { name: "list-loading", show: async (page) => { await page.route("**/api/v1/records/customer?**", () => undefined); await page.goto("/e/customer"); await page.waitForTimeout(600); } },
  { name: "list-missing", show: at(() => "/e/nothing_of_the_kind") },
  { name: "edit-text", only: "wide", show: edit(/门店名称|^Shop/) },
  { name: "edit-stage", only: "wide", show: edit(/开店阶段|Stage/) },
  { name: "edit-tags", only: "wide", show: edit(/标签|Tags/) },
  { name: "edit-money", only: "wide", show: edit(/月租|Monthly rent/) },
  { name: "edit-date", only: "wide", show: edit(/开业日期|Opened on/) },
  { name: "edit-datetime", only: "wide", show: edit(/最近巡店|Last inspection/) },
  { name: "edit-duration", only: "wide", show: edit(/巡店时长|Time of a visit/) },
  { name: "edit-percent", only: "wide", show: edit(/毛利率|Margin/) },
  { name: "edit-member", only: "wide", show: edit(/店长|Manager/) },
  { name: "edit-team", only: "wide", show: edit(/所属部门|Team/) },
  { name: "edit-relation", only: "wide", show: edit(/业主|Landlord/) },
  { name: "edit-rating", only: "wide", show: edit(/评分|Rating/) },
  { name: "edit-region", only: "wide", show: edit(/所在地区|Region/) },
  { name: "edit-boolean", only: "wide", show: edit(/连锁系统|On the shop/) },
  { name: "record-customer", show: at((data) => `/e/customer/${data.customer}`) },
  { name: "record-history-phone", only: "phone", show: async (page, data) => { await page.goto(`/e/customer/${data.customer}`); await page.getByText(/^(动态|Timeline)$/).click(); } },
  { name: "record-shop", show: at((data) => `/e/shop/${data.shop}`) },
  { name: "record-shop-end", show: async (page, data) => { await page.goto(`/e/shop/${data.shop}`); await page.waitForLoadState("networkidle"); await page.getByRole("heading", { level: 3 }).last().scrollIntoViewIfNeeded(); } },
  { name: "record-edit", show: async (page, data) => { await page.goto(`/e/customer/${data.customer}`); await button(page, /^(编辑|Edit ?)(所在地区|Region)$/).click({ force: true }); } },
  { name: "record-edit-rich", show: async (page, data) => { await page.goto(`/e/shop/${data.shop}`); await button(page, /^(编辑|Edit ?)(开店说明|Story)$/).click({ force: true }); await page.locator("[contenteditable=true]").scrollIntoViewIfNeeded(); } },
  { name: "record-more", show: async (page, data) => { await page.goto(`/e/customer/${data.customer}`); await button(page, /^更多$|^More$/).click(); } },
  { name: "record-conflict", show: conflict },
  { name: "record-missing", show: at(() => "/e/customer/019ab000-0000-7000-8000-000000000000") },
  { name: "create-customer", show: at(() => "/e/customer?new=1") },
  { name: "create-shop", show: at(() => "/e/shop?new=1") },
  { name: "create-refused", show: async (page) => { await page.goto("/e/customer?new=1"); await page.getByRole("dialog").getByRole("button", { name: /^保存$|^Save$/ }).click(); await page.getByRole("alert").first().waitFor(); } },
  { name: "wizard-file", show: at(() => "/e/customer/import") },
  { name: "wizard-mapping", show: wizard },
  { name: "wizard-mode", show: async (page) => { await wizard(page); await page.getByRole("radio").last().click({ force: true }); await page.getByRole("radio").last().scrollIntoViewIfNeeded(); } },
  { name: "imports", show: at(() => "/imports") },
  {
    name: "import-running",
    show: async (page, data) => {
      const at = `**/api/v1/imports/${data.imported}`;
      await page.route(at, async (route) => {
        const job = (await (await route.fetch()).json()) as object;
        await route.fulfill({ json: { ...job, state: "running", read: 6200, created: 6188, total: 10000, refused: 12 } });
      });
      await page.goto(`/imports/${data.imported}`);
      await page.getByRole("progressbar").waitFor();
    },
  },
  { name: "import-done", show: at((data) => `/imports/${data.imported}`) },
  { name: "import-refused", show: at((data) => `/imports/${data.refused}`) },
  { name: "import-undo", show: async (page, data) => { await page.goto(`/imports/${data.refused}`); await button(page, /撤销整个导入|Undo/).click(); await page.getByRole("dialog").waitFor(); } },
  { name: "recycle", show: at(() => "/e/customer/recycle") },
  { name: "recycle-purge", show: async (page) => { await page.goto("/e/customer/recycle"); await page.getByRole("checkbox").nth(1).click(); await button(page, /彻底删除|Delete for good/).click(); await page.getByRole("dialog").waitFor(); } },
  { name: "recycle-empty", show: at(() => "/e/shop/recycle") },
];
