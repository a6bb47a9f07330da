import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import path from "node:path";
import { test as base, expect, type Page } from "@playwright/test";

export { expect };

const root = path.resolve(import.meta.dirname, "../..");
const READY_WITHIN = 120_000;
const STOPPED_WITHIN = 30_000;

/** The password every server of these tests is started with. */
export const PASSWORD = "e2e-admin-1234";

export type Zhike = { url: string };

/** A port of this machine that is free just now. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}

/** Waits until the server answers; fails with its log when it ends first or takes too long. */
async function ready(server: ChildProcess, url: string, log: string): Promise<void> {
  const deadline = Date.now() + READY_WITHIN;
  while (Date.now() < deadline) {
    if (server.exitCode !== null) break;
    const answer = await fetch(`${url}/api/v1/health`).catch(() => null);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  throw new Error(`Zhike did not become ready at ${url}. Its log:\n${readFileSync(log, "utf8").slice(-4000)}`);
}

/** Ends the server; one that does not stop in time is a failure. */
async function stop(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null) return;
  const ended = new Promise<boolean>((resolve) => server.once("exit", () => resolve(true)));
  server.kill("SIGTERM");
  const late = new Promise<boolean>((resolve) => setTimeout(() => resolve(false), STOPPED_WITHIN).unref());
  if (await Promise.race([ended, late])) return;
  server.kill("SIGKILL");
  throw new Error("Zhike did not stop within 30 s of being asked to");
}

/**
 * A server of its own for each worker, with an empty data directory, started as users start it; with ZHIKE_E2E_URL the
 * server that runs there already, for work on a test.
 */
export const test = base.extend<object, { zhike: Zhike }>({
  zhike: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's needs from this pattern
    async ({}, use) => {
      const running = process.env.ZHIKE_E2E_URL;
      if (running) return use({ url: running });
      const results = path.join(root, "e2e/test-results");
      mkdirSync(results, { recursive: true });
      const data = mkdtempSync(path.join(results, "data-"));
      const log = path.join(results, "server.log");
      const out = openSync(log, "w");
      const port = await freePort();
      const options = ["--port", String(port), "--data", data, "--admin-password", PASSWORD];
      const env = { ...process.env, ZHIKE_QUICK_START: "no" };
      const server = spawn(path.join(root, "bin/start"), options, { cwd: root, env, stdio: ["ignore", out, out] });
      const url = `http://127.0.0.1:${port}`;
      try {
        await ready(server, url, log);
        await use({ url });
      } finally {
        await stop(server);
        rmSync(data, { recursive: true, force: true });
      }
    },
    { scope: "worker", timeout: READY_WITHIN + STOPPED_WITHIN },
  ],
  baseURL: async ({ zhike }, use) => use(zhike.url),
});

export async function signIn(page: Page, password = PASSWORD, url = "/"): Promise<void> {
  await page.goto(url);
  await page.getByLabel("账号").fill("admin");
  await page.getByLabel("密码", { exact: true }).fill(password);
  await page.getByRole("button", { name: /登\s*录/ }).click();
}

export async function signOut(page: Page): Promise<void> {
  await page.getByRole("button", { name: "我的账号" }).click();
  await page.getByRole("menuitem", { name: "退出登录" }).click();
  await expect(page.getByRole("heading", { name: "登录知客" })).toBeVisible();
}

/** A file of the data sets that lie beside the checkout, in a folder `shared/data`, or null where they are not. */
export function sharedFile(...parts: string[]): string | null {
  const above = [root, path.dirname(root), path.resolve(root, "../..")].map((folder) => path.join(folder, "shared/data"));
  const told = process.env.ZHIKE_SHARED;
  const folders = told ? [told, path.join(told, "data")] : above;
  return folders.map((folder) => path.join(folder, ...parts)).find((file) => existsSync(file)) ?? null;
}
