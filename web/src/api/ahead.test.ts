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
  askAhead();
  expect(fetched).toHaveBeenCalledWith("/api/v1/me", expect.objectContaining({ credentials: "same-origin" }));
  expect(await takeAhead("/me")).toBeInstanceOf(Response);
  expect(takeAhead("/me")).toBeUndefined();
  expect(takeAhead("/members")).toBeUndefined();
});

it("asks nothing where nobody is signed in", () => {
  askAhead();
  keepSignedIn(true);
  keepSignedIn(false);
  askAhead();
  expect(fetched).not.toHaveBeenCalled();
});

it("forgets what nobody took", () => {
  keepSignedIn(true);
  askAhead();
  vi.advanceTimersByTime(10_000);
  expect(takeAhead("/forms")).toBeUndefined();
});
