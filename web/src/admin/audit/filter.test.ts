import { describe, expect, it } from "vitest";
import { addressOf, filterIn, isNarrow, parametersOf } from "./filter";

describe("the filter of the log", () => {
  it("lives in the address and comes back from it", () => {
    const filter = { member: "m1", action: "signed-in", from: "2026-11-01", to: "2026-11-22", text: "\u674e" };
    expect(filterIn(addressOf(filter))).toEqual(filter);
  });

  it("leaves out what is blank, unknown or no day", () => {
    expect(filterIn(new URLSearchParams("text=%20&from=yesterday&to=2026-11-22&page=3"))).toEqual({ to: "2026-11-22" });
    expect(isNarrow(filterIn(new URLSearchParams("page=3")))).toBe(false);
    expect(isNarrow({ to: "2026-11-22" })).toBe(true);
  });

  it("asks for whole days of the workspace's zone, the last one included", () => {
    expect(parametersOf({ from: "2026-11-01", to: "2026-11-30", kind: "member" }, "Asia/Shanghai")).toEqual({
      kind: "member",
      from: "2026-10-31T16:00:00.000Z",
      to: "2026-11-30T16:00:00.000Z",
    });
  });
});
