import { describe, expect, it } from "vitest";
import { groupLines, type Loaded, sections } from "./grouping";

const ONE = [
  { key: ["new"], labels: ["New"], values: [2] },
  { key: [null], labels: [null], values: [1] },
];
const TWO = [
  { key: ["new", "a"], values: [2] },
  { key: ["new", "b"], values: [3] },
  { key: ["won", "a"], values: [1] },
  { key: ["new", null], total: true, over: [1], values: [5] },
  { key: ["won", null], total: true, over: [1], values: [1] },
  { key: [null, "a"], total: true, over: [0], values: [3] },
  { key: [null, null], total: true, values: [6] },
];

describe("groups of a list", () => {
  it("of one level stand as they come, with their labels", () => {
    expect(sections(ONE, 1).map(({ label, depth, leaf }) => ({ label, depth, leaf }))).toEqual([
      { label: "New", depth: 0, leaf: true },
      { label: null, depth: 0, leaf: true },
    ]);
  });

  it("of two levels have the outer one first, with its own total", () => {
    const found = sections(TWO, 2);
    expect(found.map(({ path, figures }) => [path, figures.values[0]])).toEqual([
      [["new"], 5],
      [["new", "a"], 2],
      [["new", "b"], 3],
      [["won"], 1],
      [["won", "a"], 1],
    ]);
    expect(new Set(found.map((one) => one.key)).size).toBe(5);
  });

  it("tell a blank value from the text null", () => {
    const keys = sections([{ key: [null] }, { key: ["null"] }], 1).map((one) => one.key);
    expect(new Set(keys).size).toBe(2);
  });
});

describe("lines of a grouped list", () => {
  const rows: Record<string, Loaded<string>> = { '["new","a"]': { rows: ["r1", "r2"], more: true } };
  const lines = (closed: string[]) =>
    groupLines(
      sections(TWO, 2),
      new Set(closed),
      (one) => rows[one.key],
      (one) => one.figures.values[0] ?? 0,
    ).map((line) => (line.kind === "row" ? `${line.at}:${line.row}` : `${line.kind} ${line.section.path.join("/")}`));

  it("wait for what is not read yet, as many as there are", () => {
    expect(lines([])).toEqual([
      "group new",
      "group new/a",
      "0:r1",
      "1:r2",
      "wait new/a",
      "group new/b",
      "wait new/b",
      "wait new/b",
      "wait new/b",
      "group won",
      "group won/a",
      "wait won/a",
    ]);
  });

  it("a closed group shows its head alone, a closed outer one hides the inner ones", () => {
    expect(lines(['["new"]', '["won","a"]'])).toEqual(["group new", "group won", "group won/a"]);
  });
});
