/**
 * How fast a board of 2,000 cards opens (`board-open`) and whether a list of 10,000 loaded rows scrolls without dropped
 * frames (`list-scroll`), in a real browser. Prints one JSON line each, as bin/bench does.
 *
 *   ZHIKE_URL=http://127.0.0.1:8080 ZHIKE_PASSWORD=… node bench/views.mjs
 *
 * The server is any with an administrator; the entities of this bench are made in it.
 */
import { chromium } from "@playwright/test";

const url = process.env.ZHIKE_URL ?? "http://127.0.0.1:8080";
const password = process.env.ZHIKE_PASSWORD ?? "";
const CARDS = 2_000;
const ROWS = 10_000;
const OPENED_WITHIN = 1_000;
const ROUNDS = 5;
/** A frame at 60 Hz is 16.7 ms; from one and a half on, one was dropped. */
const DROPPED = 25;

const text = (zh) => ({ zh });

async function prepare(context) {
  const { request } = context;
  const put = (path, data) => request.put(`${url}/api/v1${path}`, { data });
  const signedIn = await request.post(`${url}/api/v1/session`, { data: { account: "admin", password } });
  if (!signedIn.ok()) throw new Error(`sign-in: ${signedIn.status()} ${await signedIn.text()}`);
  const options = ["a", "b", "c", "d", "e", "f"].map((code) => ({ code, label: text(`阶段 ${code}`) }));
  for (const code of ["bench_card", "bench_row"]) {
    await put(`/definitions/entity/${code}`, {
      label: text(code),
      fields: [
        { code: "name", type: "text", label: text("名称"), title: true },
        { code: "stage", type: "stage", label: text("阶段"), options },
        { code: "amount", type: "money", label: text("金额") },
        { code: "due", type: "date", label: text("日期") },
      ],
    });
  }
  const card = ["amount", "due"];
  await put("/definitions/view/bench_board", {
    label: text("看板"),
    entity: "bench_card",
    type: "board",
    by: "stage",
    sum: "amount",
    card,
    colors: [{ where: "amount > 5000", color: "red" }],
  });
  await request.post(`${url}/api/v1/publish`, { data: {} });
  await fill(context, "bench_card", CARDS);
  await fill(context, "bench_row", ROWS);
}

async function fill({ request }, entity, wanted) {
  const counted = await request.post(`${url}/api/v1/query`, { data: { entity, count: "exact" } });
  const there = (await counted.json()).count.value;
  for (let from = there; from < wanted; from += 500) {
    const items = Array.from({ length: Math.min(500, wanted - from) }, (_, i) => ({
      name: `上海明远贸易有限公司 ${from + i}`,
      stage: "abcdef"[(from + i) % 6],
      amount: String((from + i) * 7),
      due: "2026-11-22",
    }));
    const made = await request.post(`${url}/api/v1/records/${entity}`, { data: { items } });
    if (!made.ok()) throw new Error(`create: ${made.status()} ${await made.text()}`);
  }
}

const middle = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** From the address to the first cards of every column, with a warm cache of scripts. */
async function boardOpen(context) {
  const times = [];
  for (let round = 0; round <= ROUNDS; round++) {
    const page = await context.newPage();
    const began = performance.now();
    await page.goto(`${url}/e/bench_card?view=bench_board`, { waitUntil: "commit" });
    await page.waitForFunction(() => {
      const columns = [...document.querySelectorAll("[data-column]")];
      return columns.length === 6 && columns.every((column) => column.querySelector("[data-card]") !== null);
    });
    if (round > 0) times.push(performance.now() - began);
    await page.close();
  }
  return middle(times);
}

async function loadAll(page) {
  await page.goto(`${url}/e/bench_row`);
  await page.getByRole("grid").waitFor();
  const loaded = async () => {
    const grid = document.querySelector('[role="grid"]');
    if (!grid) return false;
    grid.scrollTop = grid.scrollHeight;
    return Number(grid.getAttribute("aria-rowcount")) > 10_000;
  };
  await page.waitForFunction(loaded, undefined, { timeout: 120_000, polling: 50 });
}

/** How many of the frames of a steady scroll through all rows came late. */
async function listScroll(context) {
  const page = await context.newPage();
  await loadAll(page);
  const frames = await page.evaluate(async () => {
    const grid = document.querySelector('[role="grid"]');
    grid.scrollTop = 0;
    const gaps = [];
    await new Promise((done) => {
      let last = performance.now();
      const step = (now) => {
        gaps.push(now - last);
        last = now;
        grid.scrollTop += 240;
        if (gaps.length < 300) requestAnimationFrame(step);
        else done();
      };
      requestAnimationFrame(step);
    });
    return gaps.slice(10);
  });
  await page.close();
  const dropped = frames.filter((gap) => gap > DROPPED).length;
  return { frames: frames.length, dropped, worst: Math.round(Math.max(...frames)) };
}

const browser = await chromium.launch({
  executablePath: process.env.ZHIKE_CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox"],
});
const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: "zh-CN" });
try {
  await prepare(context);
  const opened = Math.round(await boardOpen(context));
  const say = (line) => process.stdout.write(`${JSON.stringify(line)}\n`);
  say({ name: "board-open", value: opened, unit: "ms", bound: OPENED_WITHIN, ok: opened < OPENED_WITHIN });
  const { frames, dropped, worst } = await listScroll(context);
  say({ name: "list-scroll", value: dropped, unit: `dropped of ${frames} frames, worst ${worst} ms`, bound: 0, ok: dropped === 0 });
} finally {
  await browser.close();
}
