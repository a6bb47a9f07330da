import { describe, expect, it } from "vitest";
import {
  type Block,
  blocksOf,
  change,
  codesOf,
  figuresOf,
  insert,
  listsOf,
  move,
  type Page,
  placeOf,
  remove,
  shift,
} from "./record-page";

const note = (code: string): Block<string> => ({ code, type: "note", text: { zh: code } });
const tabs = (code: string, ...of: [string, Block<string>[]][]): Block<string> => ({
  code,
  type: "tabs",
  tabs: of.map(([tab, blocks]) => ({ code: tab, label: { zh: tab }, blocks })),
});
const PAGE: Page<string> = {
  header: ["owner"],
  top: [{ code: "tiles", type: "figures", figures: [{ code: "n", label: { zh: "n" }, value: "1" }] }],
  main: [note("a"), tabs("t", ["t1", [note("b"), note("c")]], ["t2", []]), note("d")],
  side: [note("e")],
};
const shape = (page: Page<string>) =>
  listsOf(page)
    .map(({ list, blocks }) => `${list}:${blocks.map((block) => block.code).join("")}`)
    .join(" ");

describe("a page as data", () => {
  it("is read area by area, tabs before what they hold", () => {
    expect(shape(PAGE)).toBe("top:tiles main:atd t1:bc t2: side:e");
    expect(blocksOf(PAGE).map((block) => block.code)).toEqual(["tiles", "a", "t", "b", "c", "d", "e"]);
    expect(codesOf(PAGE)).toEqual(["tiles", "n", "a", "t", "t1", "t2", "b", "c", "d", "e"]);
    expect(figuresOf(PAGE).map((one) => one.code)).toEqual(["n"]);
    expect(placeOf(PAGE, "c")).toEqual({ list: "t1", at: 1 });
    expect(placeOf(PAGE, "x")).toBeNull();
  });

  it("moves a block within its list, to another area and into a tab", () => {
    expect(shape(move(PAGE, "a", { list: "main", at: 3 }))).toBe("top:tiles main:tda t1:bc t2: side:e");
    expect(shape(move(PAGE, "d", { list: "main", at: 0 }))).toBe("top:tiles main:dat t1:bc t2: side:e");
    expect(shape(move(PAGE, "a", { list: "side", at: 1 }))).toBe("top:tiles main:td t1:bc t2: side:ea");
    expect(shape(move(PAGE, "e", { list: "t2", at: 0 }))).toBe("top:tiles main:atd t1:bc t2:e side:");
    expect(move(PAGE, "a", { list: "main", at: 0 })).toEqual(PAGE);
  });

  it("keeps tabs out of tabs and out of themselves", () => {
    expect(move(PAGE, "t", { list: "t1", at: 0 })).toBe(PAGE);
    expect(shape(insert(PAGE, { list: "t1", at: 1 }, [tabs("u", ["u1", []]), note("x")]))).toBe(
      "top:tiles main:atud t1:bxc t2: u1: side:e",
    );
  });

  it("shifts a block through every list with the keyboard alone, and back", () => {
    const way = ["main:tad", "main:td t1:abc"];
    let page = shift(PAGE, "a", 1);
    expect(shape(page)).toContain(way[0] as string);
    let steps = 1;
    while (placeOf(page, "a")?.list !== "side" && steps < 20) {
      page = shift(page, "a", 1);
      steps++;
    }
    expect(placeOf(page, "a")).toEqual({ list: "side", at: 0 });
    for (let i = 0; i < 20; i++) page = shift(page, "a", -1);
    expect(placeOf(page, "a")).toEqual({ list: "top", at: 0 });
    expect(shift(page, "a", -1)).toBe(page);
    expect(shape(shift(PAGE, "t", 1))).toBe("top:tiles main:adt t1:bc t2: side:e");
  });

  it("shifts tabs past what they hold", () => {
    let page = shift(PAGE, "t", 1);
    page = shift(page, "t", 1);
    expect(shape(page)).toBe("top:tiles main:ad side:te t1:bc t2:");
  });

  it("removes and changes blocks wherever they stand, and leaves the old page alone", () => {
    const before = JSON.stringify(PAGE);
    expect(shape(remove(PAGE, new Set(["b", "a"])))).toBe("top:tiles main:td t1:c t2: side:e");
    expect(
      blocksOf(change(PAGE, "c", (block) => ({ ...block, label: { zh: "新" } }))).find((one) => one.label)?.code,
    ).toBe("c");
    expect(JSON.stringify(PAGE)).toBe(before);
  });
});
