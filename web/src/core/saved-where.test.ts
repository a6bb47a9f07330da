import { describe, expect, it } from "vitest";
import type { FilterGroup } from "./filter";
import { fromSaved, toSaved } from "./saved-where";

const CONTEXT = { today: "2026-03-02", zone: "Asia/Shanghai", me: "m1", moment: (field: string) => field === "at" };

describe("a filter that a view keeps", () => {
  const filter: FilterGroup = {
    all: [
      { field: "owner", op: "me" },
      { field: "due", op: "period", value: "this_month" },
      { field: "at", op: "last_days", value: 7 },
      {
        any: [
          { field: "stage", op: "in", value: ["won"] },
          { field: "stage", op: "blank" },
        ],
      },
      { field: "tags", op: "has_none", value: ["vip"] },
      { field: "tags", op: "has_all", value: ["vip"] },
      { field: "name", op: "contains", value: "x" },
    ],
  };

  it("stays relative to the day and to the person", () => {
    const text = JSON.stringify(toSaved(filter, CONTEXT));
    expect(text).toContain('{"relative":"this_month"}');
    expect(text).toContain('{"relative":"last_7_days"}');
    expect(text).toContain('"call":"ME"');
    expect(text).not.toContain("m1");
    expect(text).not.toContain("2026");
  });

  it("reads back as the filter it was", () => {
    expect(fromSaved(toSaved(filter, CONTEXT))).toEqual(filter);
  });

  it("without a condition is none", () => {
    expect(toSaved(null, CONTEXT)).toBeNull();
    expect(toSaved({ all: [{ field: "name", op: "=" }] }, CONTEXT)).toBeNull();
    expect(fromSaved(null)).toBeNull();
  });

  it.each([
    { call: "ISME", args: [] },
    { not: { field: "a", op: "=", value: 1 } },
    { field: "a", op: "=", value: { call: "TODAY" } },
    { field: "a", op: "ends_with", value: "x" },
    { all: [{ field: "a", op: "blank" }, { call: "X" }] },
  ])("is no filter where it says more: %j", (where) => {
    expect(fromSaved(where as never)).toBeNull();
  });
});
