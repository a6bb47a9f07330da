import type { Page } from "@playwright/test";
import { expect, PASSWORD, test } from "./zhike.ts";

const label = (zh: string) => ({ zh });
const COLLEAGUE = "colleague-of-shares-1";

async function put(page: Page, path: string, data: object): Promise<void> {
  expect((await page.request.put(`/api/v1${path}`, { data })).ok()).toBe(true);
}

/** Clients of which salespeople see their own, and one that belongs to the administrator. */
async function makeApp(page: Page): Promise<string> {
  await page.request.post("/api/v1/session", { data: { account: "admin", password: PASSWORD } });
  const app = { app: "shares" };
  await put(page, "/definitions/app/shares", { ...app, label: label("共享试验"), menu: [{ entity: "shared_client" }] });
  await put(page, "/definitions/entity/shared_client", {
    ...app,
    label: label("共享客户"),
    fields: [{ code: "name", type: "text", label: label("名称"), required: true, title: true }],
  });
  await put(page, "/definitions/role/shares_seller", {
    ...app,
    label: label("共享销售"),
    entities: { shared_client: { create: true, read: "own", update: "own" } },
  });
  expect((await page.request.post("/api/v1/publish")).ok()).toBe(true);
  const made = await page.request.post("/api/v1/records/shared_client", { data: { name: "城北五金" } });
  return ((await made.json()) as { id: string }).id;
}

async function makeColleague(page: Page): Promise<string> {
  const account = `colleague${Date.now()}`;
  const made = await page.request.post("/api/v1/members", { data: { name: "小同", account, password: COLLEAGUE } });
  expect(made.ok()).toBe(true);
  const { id } = (await made.json()) as { id: string };
  await put(page, `/members/${id}/roles`, { roles: ["shares_seller"] });
  return account;
}

test("a record that is shared is there for a colleague at once, and no more once it is taken back", async ({
  page,
  browser,
  zhike,
}) => {
  const client = await makeApp(page);
  const account = await makeColleague(page);
  const office = await browser.newContext({ baseURL: zhike.url, locale: "zh-CN", viewport: { width: 1440, height: 900 } });
  const colleague = await office.newPage();
  await colleague.request.post("/api/v1/session", { data: { account, password: COLLEAGUE } });
  await colleague.goto("/e/shared_client");
  await expect(colleague.getByText("城北五金")).toHaveCount(0);

  await page.goto(`/e/shared_client/${client}`);
  await page.getByRole("button", { name: "更多" }).click();
  await page.getByRole("menuitem", { name: "共享" }).click();
  const dialog = page.getByRole("dialog", { name: "共享这条记录" });
  await dialog.getByRole("combobox", { name: "共享给" }).fill("小同");
  await page.getByTitle("小同").last().click();
  await dialog.getByRole("button", { name: /^共\s*享$/ }).click();
  await expect(dialog.getByRole("listitem")).toContainText("小同");

  await colleague.reload();
  await expect(colleague.getByText("城北五金").first()).toBeVisible();
  await colleague.goto(`/e/shared_client/${client}`);
  await expect(colleague.getByText("城北五金").first()).toBeVisible();

  await dialog.getByRole("button", { name: "收回给「小同」的共享" }).click();
  await expect(dialog.getByRole("listitem")).toHaveCount(0);
  await colleague.goto("/e/shared_client");
  await expect(colleague.getByText("城北五金")).toHaveCount(0);
  await office.close();
});
