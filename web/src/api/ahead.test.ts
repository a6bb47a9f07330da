import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { askAhead, keepSignedIn, takeAhead } from "./ahead";

const fetched = vi.fn(async () => new Response("{}"));

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("fetch", fetched);
});
afterEach(() => {
  vi.advanceTimersByTime(20_000);
  vi.useRealTimers();
  vi.unstubAllGlobals();
  fetched.mockClear();
  localStorage.clear();
});

it("asks ahead for somebody who was signed in, and gives each answer once", async () => {
  keepSignedIn(true);
  askAhead("/");
  expect(fetched).toHaveBeenCalledWith("/api/v1/me", expect.objectContaining({ credentials: "same-origin" }));
  expect(await takeAhead("/me")).toBeInstanceOf(Response);
  expect(takeAhead("/me")).toBeUndefined();
  expect(takeAhead("/members")).toBeUndefined();
});

it("asks nothing where nobody is signed in", () => {
  askAhead("/");
  keepSignedIn(true);
  keepSignedIn(false);
  askAhead("/");
  expect(fetched).not.toHaveBeenCalled();
});

it("forgets what nobody took", () => {
  keepSignedIn(true);
  askAhead("/e/customer");
  vi.advanceTimersByTime(10_000);
  expect(takeAhead("/forms")).toBeUndefined();
});

it("asks for forms where records are, and nowhere else", () => {
  keepSignedIn(true);
  askAhead("/e/customer");
  expect(takeAhead("/forms")).toBeDefined();
  askAhead("/build");
  expect(takeAhead("/forms")).toBeUndefined();
});

it("reads each answer to its end, so that none holds a connection", async () => {
  keepSignedIn(true);
  const answer = new Response("[]", { status: 401 });
  fetched.mockResolvedValue(answer);
  askAhead("/");
  const taken = await takeAhead("/me");
  expect(answer.bodyUsed).toBe(true);
  expect([taken?.status, await taken?.text()]).toEqual([401, "[]"]);
});
