/**
 * What a key costs in a form with 100 fields and 30 expressions: script, style and layout from the key until the page
 * rests again; the worst of all keys.
 */
import { measure, middle, text } from "./kit.mjs";

const FIELDS = 100;
const EXPRESSIONS = 30;
const TYPED = "上海明远贸易有限公司 2026 年度采购与服务框架合同草案之二 abcdef";
/** Longer than anything waits before it reacts to a key. */
const REST = 250;

function fields() {
  const all = [{ code: "f0", type: "text", label: text("名称"), title: true, required: true }];
  for (let i = 1; i < FIELDS; i++) {
    const type = ["text", "number", "date", "select"][i % 4];
    const options = type === "select" ? [{ code: "a", label: text("甲") }, { code: "b", label: text("乙") }] : undefined;
    const logic = i <= EXPRESSIONS ? { shown: `LEN(f0) >= ${i % 5}`, required_when: `LEN(f0) > ${40 + i}` } : {};
    all.push({ code: `f${i}`, type, label: text(`字段 ${i}`), options, ...logic });
  }
  return all;
}

const busy = async (session) => {
  const { metrics } = await session.send("Performance.getMetrics");
  const spent = (name) => metrics.find((one) => one.name === name).value * 1000;
  return spent("ScriptDuration") + spent("RecalcStyleDuration") + spent("LayoutDuration");
};

await measure(async (place) => {
  await place.define("entity", "bench_form", { fields: fields() });
  await place.publish();
  const page = await place.page();
  await page.goto(`${place.url}/e/bench_form`);
  await page.getByRole("button", { name: "新建" }).first().click();
  const box = page.getByRole("dialog").getByRole("textbox").first();
  await box.click();
  await box.pressSequentially("预热预热");
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable");
  const costs = [];
  for (const key of TYPED) {
    await page.waitForTimeout(REST);
    const before = await busy(session);
    await page.keyboard.insertText(key);
    await page.waitForTimeout(REST);
    costs.push((await busy(session)) - before);
  }
  const against = `middle ${middle(costs).toFixed(1)} ms of ${costs.length} keys; ${FIELDS} fields, ${EXPRESSIONS} expressions`;
  return { value: Math.max(...costs), unit: "ms, worst key", against, bound: 16 };
});
