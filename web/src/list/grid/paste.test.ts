import { expect, it } from "vitest";
import { CUSTOMER, row } from "@/testing/render";
import { pasteOver } from "./paste";

const columns = CUSTOMER.fields;
const rows = [row("a", { name: "甲", stage: "new", spent: "1" }), row("b", { name: "乙", stage: "new", spent: null })];

it("lays a block over the list from the active cell on", () => {
  const { edits, refused } = pasteOver(
    [
      ["成交", "2,000"],
      ["won", "￥3"],
    ],
    rows,
    columns,
    { row: 0, column: 1 },
  );
  expect(refused).toBe(0);
  expect(edits.map((edit) => [edit.row.id, edit.set])).toEqual([
    ["a", { stage: "won", spent: "2000" }],
    ["b", { stage: "won", spent: "3" }],
  ]);
});

it("counts what cannot be read or changed, and writes the rest", () => {
  const last = columns.length - 1;
  expect(pasteOver([["2026-01-01"]], rows, columns, { row: 0, column: last })).toEqual({ edits: [], refused: 1 });
  const { edits, refused } = pasteOver([["没有的阶段", "5"]], rows, columns, { row: 0, column: 1 });
  expect(refused).toBe(1);
  expect(edits[0]?.set).toEqual({ spent: "5" });
});

it("leaves out what lies beyond the list, and what is the same already", () => {
  expect(
    pasteOver([["甲"], ["丙"], ["丁"]], rows, columns, { row: 0, column: 0 }).edits.map((edit) => edit.set),
  ).toEqual([{ name: "丙" }]);
});
