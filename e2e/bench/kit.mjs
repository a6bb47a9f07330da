/**
 * What the scenarios of bin/bench that need a browser share. Each is a file of its own, run with the address and the password
 * of a server that bin/bench has started:
 *
 *   ZHIKE_URL=http://127.0.0.1:8080 ZHIKE_PASSWORD=… node bench/board-open.mjs
 *
 * and prints one line of JSON: value, unit, against, bound.
 */
import { chromium } from "@playwright/test";

const url = process.env.ZHIKE_URL ?? "http://127.0.0.1:8080";
const CHUNK = 500;

export const text = (zh) => ({ zh });

/** A signed-in browser on the server, and what a scenario prepares it with. */
class Place {
  url = url;
  constructor(context) {
    this.context = context;
  }

  async #sent(method, path, data) {
    const answer = await this.context.request[method](`${url}/api/v1${path}`, { data });
    if (!answer.ok()) throw new Error(`${method} ${path}: ${answer.status()} ${await answer.text()}`);
    return answer.status() === 204 ? null : answer.json();
  }

  post(path, data) {
    return this.#sent("post", path, data);
  }

  define(kind, code, document) {
    return this.#sent("put", `/definitions/${kind}/${code}`, { label: text(code), ...document });
  }

  publish() {
    return this.post("/publish", {});
  }

  /** Makes `count` records, as `make` says for each number, and gives their ids. */
  async fill(entity, count, make) {
    const ids = [];
    for (let from = 0; from < count; from += CHUNK) {
      const items = Array.from({ length: Math.min(CHUNK, count - from) }, (_, i) => make(from + i));
      const made = await this.post(`/records/${entity}`, { items });
      ids.push(...made.items.map((one) => one.id));
    }
    return ids;
  }

  page() {
    return this.context.newPage();
  }
}

/** Runs a scenario in Chromium and prints what it measured. */
export async function measure(scenario) {
  const browser = await chromium.launch({
    executablePath: process.env.ZHIKE_CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox"],
  });
  try {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: "zh-CN" });
    const place = new Place(context);
    await place.post("/session", { account: "admin", password: process.env.ZHIKE_PASSWORD ?? "" });
    process.stdout.write(`${JSON.stringify(await scenario(place))}\n`);
  } finally {
    await browser.close();
  }
}

export const middle = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
