import { describe, expect, it } from "vitest";
import type { FieldInfo } from "@/api/types";
import type { Where } from "@/core/where";
import { asFilter } from "./as-filter";

const FIELDS: FieldInfo[] = [
  { code: "customer", type: "relation", label: { zh: "客户" }, entity: "customer" },
  { code: "partners", type: "relation", many: true, label: { zh: "伙伴" }, entity: "customer" },
  { code: "status", type: "select", label: { zh: "状态" }, options: [{ code: "open", label: { zh: "未付" } }] },
  { code: "paid", type: "boolean", label: { zh: "已付" } },
  { code: "at", type: "datetime", label: { zh: "时间" } },
  { code: "total", type: "money", label: { zh: "金额" } },
];
const OF = { field: "customer", op: "in", value: ["c1"] };
const read = (...parts: object[]) => asFilter({ all: [OF, ...parts] } as Where, FIELDS);

describe("the records behind a figure, as a filter", () => {
  it.each([
    [
      { field: "status", op: "=", value: "open" },
      { field: "status", op: "in", value: ["open"] },
    ],
    [
      { field: "total", op: ">", value: "0", type: "number" },
      { field: "total", op: ">", value: "0" },
    ],
    [
      { field: "paid", op: "=", value: true },
      { field: "paid", op: "=", value: true },
    ],
    [
      { field: "at", op: "=", value: { relative: "this_month" } },
      { field: "at", op: "period", value: "this_month" },
    ],
    [
      { field: "at", op: ">=", value: "2026-01-01", type: "date" },
      { field: "at", op: ">=", value: "2026-01-01" },
    ],
    [
      { field: "partners", op: "contains_any", value: ["c2"] },
      { field: "partners", op: "has_any", value: ["c2"] },
    ],
  ])("%j", (tree, rule) => {
    expect(read(tree)).toEqual({ all: [OF, rule] });
  });

  it.each([
    [{ field: "at", op: ">", value: "2026-01-01", type: "date" }],
    [{ field: "at", op: ">=", value: { op: "-", left: { call: "NOW", args: [] }, right: { value: "9" } } }],
    [{ field: "status", op: "<>", value: "open" }],
    [{ field: "customer.name", op: "contains", value: "x" }],
    [{ path: "paid", type: "boolean" }],
    [{ aggregate: "ANY", over: "lines", where: { field: "a", op: "blank" } }],
  ])("is none where a filter would find others: %j", (tree) => {
    expect(read(tree)).toBeNull();
  });
});
