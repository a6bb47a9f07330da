/**
 * Whether a list of 10,000 loaded rows scrolls without dropped frames; beside it, a bare list of the same width that puts its
 * rows as text, in the same browser: what it drops, the machine drops.
 */
import { measure, text } from "./kit.mjs";

const ROWS = 10_000;
/** A frame at 60 Hz is 16.7 ms; from one and a half on, one was dropped. */
const DROPPED = 25;
const FRAMES = 300;
/** Pixels a frame: 14,400 a second, a quick turn of the wheel. */
const STEP = 240;

async function prepare(place) {
  const options = ["a", "b", "c", "d", "e", "f"].map((code) => ({ code, label: text(`阶段 ${code}`) }));
  await place.define("entity", "bench_row", {
    fields: [
      { code: "name", type: "text", label: text("名称"), title: true },
      { code: "stage", type: "stage", label: text("阶段"), options },
      { code: "amount", type: "money", label: text("金额") },
      { code: "due", type: "date", label: text("日期") },
    ],
  });
  await place.publish();
  await place.fill("bench_row", ROWS, (i) => ({
    name: `上海明远贸易有限公司 ${i}`,
    stage: "abcdef"[i % 6],
    amount: String(i * 7),
    due: "2026-11-22",
  }));
}

async function loadAll(page, place) {
  await page.goto(`${place.url}/e/bench_row`);
  await page.getByRole("grid").waitFor();
  const loaded = (rows) => {
    const grid = document.querySelector('[role="grid"]');
    grid.scrollTop = grid.scrollHeight;
    return Number(grid.getAttribute("aria-rowcount")) > rows;
  };
  await page.waitForFunction(loaded, ROWS, { timeout: 240_000, polling: 50 });
}

/** The gaps between the frames of a steady scroll of `box`, which draws itself when it is scrolled or by `draw`. */
const scroll = async ({ frames, step, bare }) => {
  const box = bare ? document.createElement("div") : document.querySelector('[role="grid"]');
  let draw = () => {};
  if (bare) {
    box.style.cssText = "position:fixed;inset:0;overflow:auto;background:#fff;z-index:9999";
    const body = document.createElement("div");
    body.style.cssText = "position:relative;height:400000px";
    box.append(body);
    document.body.append(box);
    const cell = (row, column) => `<span style="width:170px">上海明远贸易有限公司 ${row}${column}</span>`;
    draw = () => {
      const from = Math.max(0, Math.floor(box.scrollTop / 40) - 8);
      body.innerHTML = Array.from({ length: 38 }, (_, i) => from + i)
        .map((row) => `<div style="position:absolute;top:${row * 40}px;height:40px;display:flex">${[1, 2, 3, 4, 5, 6, 7, 8].map((one) => cell(row, one)).join("")}</div>`)
        .join("");
    };
  }
  box.scrollTop = 0;
  const gaps = [];
  await new Promise((done) => {
    let last = performance.now();
    const next = (now) => {
      gaps.push(now - last);
      last = now;
      box.scrollTop += step;
      draw();
      if (gaps.length < frames) requestAnimationFrame(next);
      else done();
    };
    requestAnimationFrame(next);
  });
  if (bare) box.remove();
  return gaps.slice(10);
};

const dropped = (gaps) => gaps.filter((gap) => gap > DROPPED).length;

await measure(async (place) => {
  await prepare(place);
  const page = await place.page();
  await loadAll(page, place);
  const way = { frames: FRAMES, step: STEP };
  const bare = await page.evaluate(scroll, { ...way, bare: true });
  const ours = await page.evaluate(scroll, { ...way, bare: false });
  const against = `bare list ${dropped(bare)}; worst frame ${Math.round(Math.max(...ours))} ms, bare ${Math.round(Math.max(...bare))} ms`;
  return { value: dropped(ours), unit: `dropped of ${ours.length} frames`, against, bound: 0 };
});
