import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { listen, type Source } from "./live";

class Line implements Source {
  readyState = 0;
  closed = false;
  private readonly told: [string, EventListener][] = [];
  constructor(readonly path: string) {}
  addEventListener(name: string, listener: unknown): void {
    this.told.push([name, listener as EventListener]);
  }
  close(): void {
    this.closed = true;
    this.readyState = 2;
  }
  send(name: string, data?: unknown): void {
    for (const [known, tell] of this.told) {
      if (known === name) tell({ data: JSON.stringify(data) } as unknown as Event);
    }
  }
  refuse(): void {
    this.readyState = 2;
    this.send("error");
  }
}

let lines: Line[];
let shown: DocumentVisibilityState;
const heard: unknown[] = [];
let stop: () => void;

function look(state: DocumentVisibilityState): void {
  shown = state;
  document.dispatchEvent(new Event("visibilitychange"));
}

beforeEach(() => {
  vi.useFakeTimers();
  shown = "visible";
  vi.spyOn(document, "visibilityState", "get").mockImplementation(() => shown);
  lines = [];
  heard.length = 0;
  const make = (path: string) => {
    const line = new Line(path);
    lines.push(line);
    return line;
  };
  stop = listen(() => "/live", { notice: (data) => heard.push(data) }, make);
});
afterEach(() => {
  stop();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

it("tells what it hears", () => {
  lines[0]?.send("notice", { unread: 2 });
  lines[0]?.send("todo", { open: 1 });
  expect(heard).toEqual([{ unread: 2 }]);
});

it("leaves a line that the browser mends to the browser, and calls again where it gave up, less and less often", () => {
  lines[0]?.send("error");
  vi.advanceTimersByTime(120_000);
  expect(lines).toHaveLength(1);
  lines[0]?.refuse();
  vi.advanceTimersByTime(1_999);
  expect(lines).toHaveLength(1);
  vi.advanceTimersByTime(1);
  expect(lines).toHaveLength(2);
  lines[1]?.refuse();
  vi.advanceTimersByTime(2_000);
  expect(lines).toHaveLength(2);
  vi.advanceTimersByTime(2_000);
  expect(lines).toHaveLength(3);
  lines[2]?.send("open");
  lines[2]?.refuse();
  vi.advanceTimersByTime(2_000);
  expect(lines).toHaveLength(4);
});

it("hangs up a while after nobody sees the page, and calls again when somebody does", () => {
  look("hidden");
  vi.advanceTimersByTime(29_000);
  look("visible");
  vi.advanceTimersByTime(60_000);
  expect(lines).toHaveLength(1);
  expect(lines[0]?.closed).toBe(false);
  look("hidden");
  vi.advanceTimersByTime(30_000);
  expect(lines[0]?.closed).toBe(true);
  look("visible");
  expect(lines).toHaveLength(2);
});

it("does not call again after a goodbye until somebody comes back to the page", () => {
  lines[0]?.send("bye", {});
  expect(lines[0]?.closed).toBe(true);
  vi.advanceTimersByTime(600_000);
  expect(lines).toHaveLength(1);
  look("hidden");
  look("visible");
  expect(lines).toHaveLength(2);
});

it("ends for good", () => {
  lines[0]?.refuse();
  stop();
  vi.advanceTimersByTime(600_000);
  look("visible");
  expect(lines).toHaveLength(1);
});
