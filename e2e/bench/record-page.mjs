/**
 * From a click on a record in its list to its title, and to all of it: 60 fields, 3 related lists and a timeline with 200
 * entries. Each round opens another record, with the program and the catalogue in the browser's memory.
 */
import { measure, middle, text } from "./kit.mjs";

const FIELDS = 60;
const RELATED = 3;
const ENTRIES = 200;
const ROUNDS = 7;
const FIRST = 300;
const ALL = 1_000;

async function prepare(place) {
  const fields = [{ code: "name", type: "text", label: text("名称"), title: true }];
  for (let i = 1; i < FIELDS; i++) {
    fields.push({ code: `f${i}`, type: ["text", "number", "date"][i % 3], label: text(`字段 ${i}`) });
  }
  await place.define("entity", "bench_record", { fields });
  const towards = { code: "of", type: "relation", label: text("记录"), entity: "bench_record", required: true };
  for (let i = 0; i < RELATED; i++) {
    await place.define("entity", `bench_related_${i}`, {
      fields: [{ code: "name", type: "text", label: text("名称"), title: true }, towards],
    });
  }
  await place.define("entity", "bench_log", {
    fields: [
      towards,
      { code: "at", type: "datetime", label: text("时间"), indexed: true },
      { code: "minutes", type: "long_text", label: text("纪要"), required: true },
    ],
    traits: { activity: { record: "of", at: "at", text: "minutes" } },
  });
  await place.publish();
  const value = (i) => ["文字", "42", "2026-11-22"][i % 3];
  const ids = await place.fill("bench_record", ROUNDS + 1, (n) =>
    Object.fromEntries(fields.map(({ code }, i) => [code, i === 0 ? `记录 ${n}` : value(i)])),
  );
  for (const of of ids) {
    for (let i = 0; i < RELATED; i++) await place.fill(`bench_related_${i}`, 12, (n) => ({ name: `相关 ${n}`, of }));
    await place.fill("bench_log", ENTRIES, (n) => ({
      of,
      minutes: `第 ${n} 次沟通`,
      at: new Date(Date.UTC(2026, 0, 1) + n * 3_600_000).toISOString(),
    }));
  }
}

async function opened(page, name) {
  await page.getByRole("grid").getByRole("link", { name, exact: true }).waitFor();
  return page.evaluate(
    async ({ name, fields, related }) => {
      const link = [...document.querySelectorAll('[role="grid"] a')].find((one) => one.textContent === name);
      const until = (there) =>
        new Promise((done) => {
          const look = () => (there() ? done(performance.now()) : requestAnimationFrame(look));
          look();
        });
      const began = performance.now();
      link.click();
      const first = await until(() => document.querySelector("h1")?.textContent === name);
      const all = await until(
        () =>
          document.querySelectorAll("main dt").length >= fields - 1 &&
          [...document.querySelectorAll("main a")].filter((one) => /^相关 /.test(one.textContent)).length >= related * 10 &&
          /第 199 次沟通/.test(document.querySelector("main").textContent),
      );
      return { first: first - began, all: all - began };
    },
    { name, fields: FIELDS, related: RELATED },
  );
}

await measure(async (place) => {
  await prepare(place);
  const page = await place.page();
  await page.goto(`${place.url}/e/bench_record`);
  const times = [];
  for (let round = 0; round <= ROUNDS; round++) {
    const time = await opened(page, `记录 ${round}`);
    if (round > 0) times.push(time);
    await page.goBack();
  }
  const first = middle(times.map((one) => one.first));
  const all = middle(times.map((one) => one.all));
  const against = `title after ${first.toFixed(0)} ms (${FIRST}); middle of ${ROUNDS}, longest ${Math.max(...times.map((one) => one.all)).toFixed(0)} ms`;
  return { value: first > FIRST ? Number.POSITIVE_INFINITY : all, unit: "ms until all is there", against, bound: ALL };
});
