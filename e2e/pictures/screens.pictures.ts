import { mkdirSync } from "node:fs";
import path from "node:path";
import type { Browser, Page } from "@playwright/test";
import { PASSWORD, test } from "../tests/zhike.ts";
import { type Filled, filled } from "./fill.ts";
import { SCREENS, type Screen } from "./screens.ts";

/**
 * Every screen, wide and narrow, light and dark, in both languages. `SCREENS` (a pattern of names), `WIDTHS`, `THEMES`,
 * `LANGS` choose among them; the pictures go to `PICTURES`.
 */
const out = process.env.PICTURES ?? path.resolve(import.meta.dirname, "../test-results/screens");
const among = (name: string, all: string) => (process.env[name] ?? all).split(",");
const wanted = new RegExp(process.env.SCREENS ?? ".");

type Look = { width: number; theme: string; language: string };

async function settled(page: Page): Promise<void> {
  await page.waitForLoadState("networkidle").catch(() => undefined);
  await page.waitForTimeout(300);
}

async function faults(page: Page, said: string[]): Promise<string[]> {
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  return wide > 0 ? [...said, `${wide} px wider than the screen`] : said;
}

async function take(page: Page, screen: Screen, look: Look, data: Filled): Promise<string[]> {
  const said: string[] = [];
  page.on("pageerror", (error) => said.push(error.message));
  page.on("console", (message) => message.type() === "error" && said.push(message.text().slice(0, 200)));
  const phone = look.width < 640;
  try {
    await screen.show(page, data, phone);
  } catch (error) {
    said.push(String(error).slice(0, 300));
  }
  if (screen.name !== "list-loading") await settled(page);
  const file = `${screen.name}-${look.width}-${look.theme}-${look.language}.png`;
  await page.screenshot({ path: path.join(out, file) });
  return faults(page, said);
}

async function contextFor(browser: Browser, look: Look, url: string, workspace: string | null) {
  const phone = look.width < 640;
  const context = await browser.newContext({
    baseURL: url,
    viewport: { width: look.width, height: phone ? 844 : 900 },
    hasTouch: phone,
    locale: look.language === "zh" ? "zh-CN" : "en-GB",
    timezoneId: "Asia/Shanghai",
  });
  context.setDefaultTimeout(8_000);
  await context.addInitScript(
    ([theme, language]) => {
      localStorage.removeItem("zhike.rail");
      localStorage.setItem("zhike.theme", theme ?? "");
      localStorage.setItem("zhike.language", language ?? "");
    },
    [look.theme, look.language],
  );
  if (workspace !== null) {
    await context.request.post("/api/v1/session", { data: { account: "admin", password: PASSWORD } });
    await context.request.post(`/api/v1/workspaces/${workspace}/enter`);
    await context.request.patch("/api/v1/me", { data: { language: look.language } });
  }
  return context;
}

test("every screen is taken", async ({ page, browser, zhike }) => {
  mkdirSync(out, { recursive: true });
  const data = await filled(page, out);
  for (const language of among("LANGS", "zh,en"))
    for (const theme of among("THEMES", "light,dark"))
      for (const width of among("WIDTHS", "1440,390").map(Number))
        for (const open of [true, false]) {
          const look = { width, theme, language };
          const context = await contextFor(browser, look, zhike.url, open ? null : data.workspace);
          const fits = (one: Screen) => one.only === undefined || (one.only === "phone") === width < 640;
          for (const screen of SCREENS.filter((one) => (one.open ?? false) === open && wanted.test(one.name) && fits(one))) {
            const tab = await context.newPage();
            for (const fault of await take(tab, screen, look, data))
              console.log(`${screen.name} ${width} ${theme} ${language}: ${fault}`);
            await tab.close();
          }
          await context.close();
        }
});
