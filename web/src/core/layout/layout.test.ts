import { describe, expect, it } from "vitest";
import {
  FORM,
  fieldsOf,
  find,
  insert,
  isUsual,
  keyOf,
  type Layout,
  listsOf,
  move,
  partsOf,
  placeOf,
  rename,
  resize,
  shift,
  snap,
  take,
  usual,
} from "./layout";

const LAYOUT: Layout = [
  { field: "name" },
  { code: "more", items: [{ field: "phone" }, { code: "hint", text: { zh: "说明" } }] },
  {
    code: "pages",
    tabs: [
      { code: "first", label: { zh: "一" }, items: [{ field: "city" }] },
      { code: "second", label: { zh: "二" }, items: [] },
    ],
  },
  { field: "note", span: 24 },
];
const keys = (...all: string[]) => new Set(all);
const order = (layout: Layout) => partsOf(layout).map(keyOf).join(" ");
const list = (layout: Layout, code: string) =>
  listsOf(layout)
    .find((one) => one.list === code)
    ?.parts.map(keyOf)
    .join(" ");

describe("a layout", () => {
  it("is read group by group", () => {
    expect(order(LAYOUT)).toBe("name more phone hint pages city note");
    expect(fieldsOf(LAYOUT)).toEqual(["name", "phone", "city", "note"]);
    expect(placeOf(LAYOUT, "city")).toEqual({ list: "first", at: 0 });
    expect(placeOf(LAYOUT, "nothing")).toBeNull();
  });

  it("takes parts in where they are put", () => {
    expect(list(insert(LAYOUT, { list: "more", at: 1 }, [{ field: "x" }]), "more")).toBe("phone x hint");
    expect(list(insert(LAYOUT, { list: "second", at: 0 }, [{ field: "x" }]), "second")).toBe("x");
    expect(list(insert(LAYOUT, { list: FORM, at: 0 }, [{ field: "x" }]), FORM)).toBe("x name more pages note");
  });

  it("never nests groups: one that is put into another goes behind it", () => {
    const section = { code: "new", items: [] };
    expect(list(insert(LAYOUT, { list: "more", at: 0 }, [section]), FORM)).toBe("name more new pages note");
    expect(list(insert(LAYOUT, { list: "first", at: 0 }, [{ field: "x" }, section]), FORM)).toBe(
      "name more pages new note",
    );
  });
});

describe("what is moved", () => {
  it("stands before what stood at the place, those before it not counted twice", () => {
    const plain = usual(["a", "b", "c", "d"]);
    expect(order(move(plain, keys("a"), { list: FORM, at: 3 }))).toBe("b c a d");
    expect(order(move(plain, keys("d"), { list: FORM, at: 0 }))).toBe("d a b c");
    expect(order(move(plain, keys("a", "c"), { list: FORM, at: 4 }))).toBe("b d a c");
    expect(order(move(plain, keys("b"), { list: FORM, at: 1 }))).toBe("a b c d");
    expect(order(move(LAYOUT, keys("name", "city"), { list: "more", at: 2 }))).toBe(
      "more phone hint name city pages note",
    );
  });

  it("does not move a group into itself", () => {
    expect(move(LAYOUT, keys("more"), { list: "more", at: 0 })).toBe(LAYOUT);
    expect(move(LAYOUT, keys("pages", "name"), { list: "second", at: 0 })).toBe(LAYOUT);
  });

  it("takes out a group with what it holds, and a part of it only once", () => {
    const { layout, taken } = take(LAYOUT, keys("more", "phone", "note"));
    expect(order(layout)).toBe("name pages city");
    expect(taken.map(keyOf)).toEqual(["more", "note"]);
    expect(fieldsOf(taken)).toEqual(["phone", "note"]);
  });

  it("is walked through with the arrows: into groups, through tabs and out again", () => {
    const walked: string[] = [];
    let layout = LAYOUT;
    for (let i = 0; i < 9; i++) {
      layout = shift(layout, keys("name"), 1);
      const place = placeOf(layout, "name");
      walked.push(`${place?.list}:${place?.at}`);
    }
    expect(walked).toEqual(["more:0", "more:1", "more:2", ":1", "first:0", "first:1", "second:0", ":2", ":3"]);
    for (let i = 0; i < 8; i++) layout = shift(layout, keys("name"), -1);
    expect(placeOf(layout, "name")).toEqual({ list: "more", at: 0 });
    expect(shift(usual(["a"]), keys("a"), -1)).toEqual(usual(["a"]));
  });

  it("keeps widths within the grid, and gives none to a line", () => {
    expect(find(resize(LAYOUT, "name", 99), "name")).toEqual({ field: "name", span: 24 });
    expect(find(resize(LAYOUT, "name", 0), "name")).toEqual({ field: "name", span: 1 });
    const line: Layout = [{ code: "l", divider: true }];
    expect(resize(line, "l", 3)).toEqual(line);
    expect(snap(11)).toBe(12);
    expect(snap(1)).toBe(4);
  });

  it("is the usual one only without widths, groups and gaps", () => {
    expect(isUsual(usual(["a", "b"]), ["a", "b"])).toBe(true);
    expect(isUsual(usual(["a"]), ["a", "b"])).toBe(false);
    expect(isUsual(resize(usual(["a"]), "a", 12), ["a"])).toBe(false);
    expect(isUsual(usual(["b", "a"]), ["a", "b"])).toBe(false);
  });

  it("follows a field to its new code", () => {
    expect(fieldsOf(rename(LAYOUT, "city", "town"))).toEqual(["name", "phone", "town", "note"]);
  });
});

describe("any order of moves", () => {
  it("loses no part and doubles none", () => {
    let seed = 42;
    const random = (below: number) => {
      seed = (seed * 1103515245 + 12345) % 2147483648;
      return seed % below;
    };
    let layout = LAYOUT;
    const all = partsOf(LAYOUT).map(keyOf).sort();
    for (let i = 0; i < 2000; i++) {
      const chosen = new Set(all.filter(() => random(4) === 0));
      const lists = listsOf(layout);
      const target = lists[random(lists.length)];
      if (target === undefined) continue;
      layout = move(layout, chosen, { list: target.list, at: random(target.parts.length + 1) });
      if (random(3) === 0) layout = shift(layout, chosen, random(2) === 0 ? 1 : -1);
      expect(partsOf(layout).map(keyOf).sort()).toEqual(all);
    }
  });
});
