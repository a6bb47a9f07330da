import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { askAhead, keepSignedIn, takeAhead } from "./ahead";
import { call, upload } from "./client";
import { endPreview, startPreview } from "./preview";

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

it("gives no answer from before a change", async () => {
  keepSignedIn(true);
  askAhead("/e/customer");
  await call("POST", "/views/personal", { body: {} });
  expect(takeAhead("/views/personal")).toBeUndefined();
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

it("asks for a record itself where the address is one's, and for none where it is a list's", () => {
  keepSignedIn(true);
  const id = "0199a0b0-0000-7000-8000-000000000001";
  askAhead(`/e/customer/${id}?tab=facts`);
  askAhead("/e/customer/recycle");
  const asked = fetched.mock.calls.map((call) => String((call as unknown[])[0]));
  expect(asked.filter((path) => path.includes("/records/"))).toEqual([`/api/v1/records/customer/${id}`]);
  expect(asked).toContain("/api/v1/record-pages");
});

it("says the role of a preview with files, too", () => {
  const sent: string[] = [];
  vi.stubGlobal(
    "XMLHttpRequest",
    class {
      upload = {};
      open() {}
      send() {}
      setRequestHeader(name: string, value: string) {
        sent.push(`${name}: ${value}`);
      }
    },
  );
  startPreview({ role: "sales", name: "销售" });
  void upload("/files", new FormData());
  endPreview();
  expect(sent).toContain("Zhike-Preview-Role: sales");
});
