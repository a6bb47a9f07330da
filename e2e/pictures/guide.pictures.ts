import { mkdirSync } from "node:fs";
import path from "node:path";
import type { Browser, Page } from "@playwright/test";
import { SUPERSTORE } from "../tests/superstore.ts";
import { expect, PASSWORD, sharedFile, test } from "../tests/zhike.ts";
import { building } from "./building.ts";
import { CUSTOMERS, MINUTES, REFUSED } from "./english.ts";
import { Api, filled, refusedImport } from "./fill.ts";
import { settings } from "./settings.ts";

/** The pictures in the guides and on the first page of the project, each in the language of its text. */
const images = path.resolve(import.meta.dirname, "../../docs/images");
const PIPELINE = sharedFile("maven-crm", "sales_pipeline.csv");
test.skip(SUPERSTORE === null || PIPELINE === null, "the data sets are not here: set ZHIKE_SHARED to the folder that holds them");

const HEIGHTS: Record<string, number> = { list: 690, bulk: 690, filter: 620 };

type Shown = { customer: string; orders: string; refused: string; sheet: string; columns: string };

async function open(browser: Browser, url: string, language: "zh" | "en", width: number) {
  const context = await browser.newContext({
    baseURL: url,
    viewport: { width, height: width < 640 ? 844 : 810 },
    hasTouch: width < 640,
    locale: language === "zh" ? "zh-CN" : "en-GB",
    timezoneId: "Asia/Shanghai",
  });
  await context.addInitScript((told) => {
    localStorage.setItem("zhike.theme", "light");
    localStorage.setItem("zhike.language", told);
  }, language);
  await context.request.post("/api/v1/session", { data: { account: "admin", password: PASSWORD } });
  return context;
}

/** A workspace of its own, with English customers. */
async function fillEnglish(page: Page): Promise<{ workspace: string; shown: Shown }> {
  const api = new Api(page.request);
  const workspace = await api.post("/workspaces", { name: `Harbour ${Date.now()}`, language: "en", zone: "Europe/London" });
  await api.post(`/workspaces/${workspace.id}/enter`);
  await page.request.patch("/api/v1/me", { data: { name: "Alex Morgan", language: "en" } });
  await api.post("/apps", { template: "starter", sample: false });
  const made = (await api.post("/records/customer", { items: CUSTOMERS })).items ?? [];
  const customer = made[0]?.id ?? "";
  const calls = MINUTES.map(([method, at, minutes]) => ({ customer, method, followed_at: at, minutes }));
  await api.post("/records/follow_up", { items: calls });
  for (const data of [{ amount: "142000" }, { next_contact: "2026-11-27", note: null }])
    await page.request.patch(`/api/v1/records/customer/${customer}`, { data });
  await api.post("/records/customer/bulk-delete", { ids: made.slice(-3).map((one) => one.id) });
  const refused = await refusedImport(api, "trade-fair-november.csv", REFUSED);
  await page.goto("/begin");
  await page.locator('input[type="file"]').first().setInputFiles(PIPELINE ?? "");
  await page.getByRole("button", { name: /^Create and import/ }).click();
  await expect(page.getByText("Done", { exact: true })).toBeVisible({ timeout: 180_000 });
  const link = await page.getByRole("link", { name: "Open the list" }).getAttribute("href");
  const orders = link?.split("/").at(-1) ?? "";
  const columns = "name,contact,phone,stage,source,amount,next_contact";
  return { workspace: workspace.id, shown: { customer, orders, refused, sheet: PIPELINE ?? "", columns } };
}

async function settle(page: Page): Promise<void> {
  await page.waitForLoadState("networkidle");
  await page.mouse.move(700, 20);
  await page.waitForTimeout(400);
}

const button = (page: Page, name: RegExp) => page.getByRole("button", { name }).first();

async function wide(page: Page, shown: Shown, save: (name: string) => Promise<void>): Promise<void> {
  await page.goto("/begin");
  await save("begin");
  await page.locator('input[type="file"]').first().setInputFiles(shown.sheet);
  await page.getByRole("table").waitFor();
  await save("columns");
  await page.goto(`/e/customer?cols=${shown.columns}`);
  await save("list");
  const stages = { field: "stage", op: "in", value: ["proposal", "negotiation"] };
  const amount = { field: "amount", op: ">", value: "50000" };
  const filter = encodeURIComponent(JSON.stringify({ all: [stages, amount] }));
  await page.goto(`/e/customer?cols=${shown.columns}&filter=${filter}&sort=-amount`);
  await button(page, /筛选$|Filter$/).click();
  await save("filter");
  await page.goto(`/e/customer?cols=${shown.columns}`);
  for (const at of [1, 2, 4]) await page.getByRole("checkbox").nth(at).click();
  await save("bulk");
  await page.goto(`/e/customer/${shown.customer}`);
  await save("record");
  await page.goto(`/e/${shown.orders}`);
  await save("spreadsheet-list");
  await page.goto(`/imports/${shown.refused}`);
  await page.getByRole("listitem").first().waitFor();
  await save("refused");
  await page.goto("/e/customer/recycle");
  await save("recycle");
  await page.goto("/");
  await save("home");
  await page.goto("/week");
  await save("week");
  await building(page, save);
}

for (const language of ["zh", "en"] as const)
  test(`the pictures of the guide in ${language}`, async ({ page, browser, zhike }) => {
    const out = path.join(images, language);
    mkdirSync(out, { recursive: true });
    const api = new Api(page.request);
    await api.post("/session", { account: "admin", password: PASSWORD });
    const english = language === "en" ? await fillEnglish(await (await open(browser, zhike.url, "en", 1440)).newPage()) : null;
    const known = path.resolve(import.meta.dirname, "../test-results");
    const chinese = english === null ? await filled(page, process.env.PICTURES ?? known) : null;
    const shown = english?.shown ?? {
      customer: chinese?.customer ?? "",
      orders: chinese?.orders ?? "",
      refused: chinese?.refused ?? "",
      sheet: SUPERSTORE ?? "",
      columns: "name,contact,phone,stage,source,amount,next_contact,owner",
    };
    for (const width of [1440, 390]) {
      const context = await open(browser, zhike.url, language, width);
      const workspace = english?.workspace ?? chinese?.workspace;
      await context.request.post(`/api/v1/workspaces/${workspace}/enter`);
      const tab = await context.newPage();
      const save = async (name: string) => {
        // Long lists make large files, and show no more for it.
        if (width > 640) await tab.setViewportSize({ width, height: HEIGHTS[name] ?? 810 });
        await settle(tab);
        await tab.screenshot({ path: path.join(out, `${name}.png`) });
      };
      if (width > 640) {
        await wide(tab, shown, save);
        await settings(tab, language, save);
      } else {
        await tab.goto("/e/customer");
        await save("phone-list");
      }
      await context.close();
    }
  });
