import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";

const root = path.resolve(import.meta.dirname, "../..");
const READY = /^Zhike is ready at (\S+), account (\w+)(?:, password (\S+))?$/m;
const env = { ...process.env, ZHIKE_QUICK_START: "no", LC_ALL: "C" };

/** An empty data directory; removed by `discard`. */
export function newData(): string {
  const results = path.join(root, "e2e/test-results");
  mkdirSync(results, { recursive: true });
  return mkdtempSync(path.join(results, "start-"));
}

export function discard(data: string): void {
  rmSync(data, { recursive: true, force: true });
}

/** One run of bin/start, as a person in a terminal sees it. */
export class Run {
  output = "";
  readonly #process: ChildProcess;
  readonly #ended: Promise<number | NodeJS.Signals>;

  constructor(options: string[]) {
    // A process group of its own, as a terminal gives it: Ctrl-C reaches all of it.
    this.#process = spawn(path.join(root, "bin/start"), options, { cwd: root, env, detached: true });
    for (const stream of [this.#process.stdout, this.#process.stderr]) {
      stream?.setEncoding("utf8").on("data", (text: string) => {
        this.output += text;
      });
    }
    this.#ended = new Promise((resolve) =>
      this.#process.once("close", (code, signal) => resolve(code ?? signal ?? "SIGKILL")),
    );
  }

  /** What the last line tells, once it is there. */
  async ready(): Promise<{ url: string; account: string; password: string | undefined }> {
    const over = this.#ended.then(() => "ended" as const);
    for (;;) {
      const [, url, account, password] = READY.exec(this.output) ?? [];
      if (url && account) return { url, account, password };
      const pause = new Promise<"go on">((resolve) => setTimeout(() => resolve("go on"), 100));
      if ((await Promise.race([pause, over])) === "ended") throw new Error(`bin/start ended:\n${this.output}`);
    }
  }

  /** Sends a signal to Zhike alone. */
  signal(signal: NodeJS.Signals): void {
    this.#process.kill(signal);
  }

  /** Ctrl-C in the terminal. */
  interrupt(): void {
    if (this.#process.pid) process.kill(-this.#process.pid, "SIGINT");
  }

  /** Its exit status, or the signal that ended it. */
  ended(): Promise<number | NodeJS.Signals> {
    return this.#ended;
  }
}

/** The pid of the PostgreSQL that keeps `data`, or null when there is none. */
export function postgresOf(data: string): number | null {
  try {
    const pid = Number(readFileSync(path.join(data, "postgres/database/postmaster.pid"), "utf8").split("\n")[0]);
    return spawnSync("kill", ["-0", String(pid)]).status === 0 ? pid : null;
  } catch {
    return null;
  }
}
