import type { Locator, Page } from "@playwright/test";
import { expect, PASSWORD, test } from "./zhike.ts";

const label = (zh: string, en: string) => ({ zh, en });

/** An app made over the interface, so that these tests stand on their own. */
async function makeDeals(page: Page): Promise<void> {
  const put = (path: string, data: object) => page.request.put(`/api/v1${path}`, { data });
  await page.request.post("/api/v1/session", { data: { account: "admin", password: PASSWORD } });
  await put("/definitions/entity/viewed_deal", {
    label: label("商机", "Deals"),
    fields: [
      { code: "name", type: "text", label: label("名称", "Name"), required: true, title: true },
      {
        code: "stage",
        type: "stage",
        label: label("阶段", "Stage"),
        options: [
          { code: "new", label: label("新商机", "New") },
          { code: "talk", label: label("沟通中", "Talking") },
          { code: "won", label: label("赢单", "Won"), end: "won" },
        ],
      },
      { code: "amount", type: "money", label: label("金额", "Amount") },
      { code: "due", type: "date", label: label("预计成交", "Due") },
    ],
  });
  const view = { label: label("商机看板", "Board"), entity: "viewed_deal", type: "board", by: "stage", sum: "amount" };
  await put("/definitions/view/viewed_board", view);
  await put("/definitions/view/viewed_days", {
    label: label("成交日历", "Days"),
    entity: "viewed_deal",
    type: "calendar",
    from: "due",
  });
  expect((await page.request.post("/api/v1/publish")).ok()).toBe(true);
}

async function makeDeal(page: Page, name: string): Promise<string> {
  const data = { name, stage: "new", amount: "1000" };
  const answer = await page.request.post("/api/v1/records/viewed_deal", { data });
  expect(answer.status()).toBe(201);
  return ((await answer.json()) as { id: string }).id;
}

/** Carries a card with the mouse, as a person does: not in one jump. */
async function carry(page: Page, card: Locator, to: Locator): Promise<void> {
  const from = await card.boundingBox();
  const target = await to.boundingBox();
  if (!from || !target) throw new Error("nothing to carry");
  await page.mouse.move(from.x + 40, from.y + from.height - 6);
  await page.mouse.down();
  await page.mouse.move(from.x + 60, from.y + 40, { steps: 4 });
  await page.mouse.move(target.x + target.width / 2, target.y + 120, { steps: 12 });
  await page.mouse.up();
}

const column = (page: Page, name: string) => page.getByRole("region", { name, exact: true });

test.beforeEach(async ({ page }) => makeDeals(page));

test("a card carried to another column changes its stage, and the history tells of it", async ({ page }) => {
  const id = await makeDeal(page, "看板商机");
  await page.goto("/e/viewed_deal?view=viewed_board");
  const card = page.getByRole("group", { name: "看板商机" });
  await carry(page, card, column(page, "沟通中"));
  await expect(column(page, "沟通中").getByText("看板商机")).toBeVisible();
  await expect(page).toHaveURL(/view=viewed_board/);
  await expect
    .poll(async () => (await (await page.request.get(`/api/v1/records/viewed_deal/${id}`)).json()).stage)
    .toBe("talk");
  await card.focus();
  await page.keyboard.press("Space");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Space");
  await expect(column(page, "赢单").getByText("看板商机")).toBeVisible();
  await page.goto(`/e/viewed_deal/${id}`);
  const history = page.getByRole("region", { name: "动态" });
  await expect(history.getByText("沟通中").first()).toBeVisible();
});

test("a card that somebody else has moved is not moved again, and shows where it stands", async ({ page }) => {
  const id = await makeDeal(page, "别人动过的商机");
  await page.goto("/e/viewed_deal?view=viewed_board");
  const card = page.getByRole("group", { name: "别人动过的商机" });
  await expect(card).toBeVisible();
  const moved = await page.request.patch(`/api/v1/records/viewed_deal/${id}`, { data: { stage: "talk" } });
  expect(moved.ok()).toBe(true);
  await carry(page, card, column(page, "赢单"));
  await expect(page.getByText(/这条记录已被修改/)).toBeVisible();
  await expect(column(page, "沟通中").getByText("别人动过的商机")).toBeVisible();
  await expect(column(page, "赢单").getByText("别人动过的商机")).toHaveCount(0);
});

test("a click on a day of the calendar makes a record of that day", async ({ page }) => {
  await page.goto("/e/viewed_deal?view=viewed_days&day=2027-05-10");
  await page.getByRole("button", { name: "在 2027-05-19 新建" }).click({ force: true });
  const form = page.getByRole("dialog");
  await form.getByLabel("名称").fill("五月的商机");
  await form.getByRole("button", { name: "保存", exact: true }).click();
  const chip = page.getByRole("link", { name: "五月的商机" });
  await expect(chip).toBeVisible();
  // A drawer that closes gives the focus back to where it was opened from.
  await expect(form).toBeHidden();
  await chip.focus();
  await page.keyboard.press("Alt+ArrowRight");
  const due = async () =>
    ((await (await page.request.get("/api/v1/records/viewed_deal?search=五月的商机")).json()).items[0] ?? {}).due;
  await expect.poll(due).toBe("2027-05-20");
});

test("a view of one's own is there again, and nobody else has it", async ({ page, browser, zhike }) => {
  await makeDeal(page, "个人视图商机");
  await page.goto("/e/viewed_deal?sort=-amount&group=stage");
  await expect(page.getByRole("button", { name: /新商机/ })).toBeVisible();
  await page.getByRole("button", { name: "另存为视图" }).click();
  await page.getByRole("textbox", { name: "名称" }).fill("只有我看");
  await page.getByRole("dialog").getByRole("button", { name: /保\s*存/ }).click();
  await expect(page.getByText("已保存为个人视图")).toBeVisible();
  await page.goto("/e/viewed_deal");
  await page.getByRole("link", { name: /只有我看/ }).click();
  await expect(page.getByRole("button", { name: /新商机/ })).toBeVisible();
  const account = `colleague${Date.now()}`;
  const member = { name: "同事", account, password: PASSWORD, admin: true };
  expect((await page.request.post("/api/v1/members", { data: member })).ok()).toBe(true);
  const other = await browser.newContext({ baseURL: zhike.url, locale: "zh-CN" });
  const theirs = await other.newPage();
  await theirs.request.post("/api/v1/session", { data: { account, password: PASSWORD } });
  await theirs.goto("/e/viewed_deal");
  await expect(theirs.getByRole("link", { name: /商机看板/ })).toBeVisible();
  await expect(theirs.getByRole("link", { name: /只有我看/ })).toHaveCount(0);
  await other.close();
});
