// Looks at screens: node dev/shots.mjs <out dir> name@path[@step…] … ; both widths, both themes, both languages unless narrowed by env.
import { mkdirSync } from "node:fs";
import { chromium } from "playwright-core";

const [out = "shots", ...pages] = process.argv.slice(2);
const BASE = process.env.BASE ?? "http://127.0.0.1:5173";
const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];
const widths = (process.env.WIDTHS ?? "1440,390").split(",").map(Number);
const themes = (process.env.THEMES ?? "light,dark").split(",");
const languages = (process.env.LANGS ?? "zh,en").split(",");
mkdirSync(out, { recursive: true });
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: FLAGS });
for (const width of widths)
  for (const theme of themes)
    for (const language of languages) {
      const context = await browser.newContext({
        viewport: { width, height: width < 600 ? 844 : 900 },
        timezoneId: "Asia/Shanghai",
        hasTouch: width < 600,
      });
      await context.addInitScript(
        ([t, l]) => {
          localStorage.setItem("zhike.theme", t);
          localStorage.setItem("zhike.language", l);
        },
        [theme, language],
      );
      for (const entry of pages) {
        const [name, path, ...steps] = entry.split("@");
        const page = await context.newPage();
        page.on(
          "console",
          (m) => ["error", "warning"].includes(m.type()) && console.log(`[${name}] ${m.text().slice(0, 400)}`),
        );
        page.on("pageerror", (e) => console.log(`[${name}] ${e.message}`));
        await page.goto(BASE + path);
        await page.waitForLoadState("networkidle");
        for (const step of steps) {
          const [verb, ...rest] = step.split("~");
          if (verb === "click")
            await page
              .locator(rest[0])
              .first()
              .click({ timeout: 4000 })
              .catch((e) => console.log(`[${name}] ${e.message.slice(0, 300)}`));
          if (verb === "fill") await page.locator(rest[0]).first().fill(rest[1]);
          if (verb === "key") await page.keyboard.press(rest[0]);
          if (verb === "file") await page.locator("input[type=file]").first().setInputFiles(rest[0]);
          if (verb === "wait") await page.waitForTimeout(Number(rest[0]));
          await page.waitForTimeout(150);
        }
        await page.waitForTimeout(250);
        await page.screenshot({ path: `${out}/${name}-${width}-${theme}-${language}.png` });
        await page.close();
      }
      await context.close();
    }
await browser.close();
