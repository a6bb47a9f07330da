import { describe, expect, it } from "vitest";
import { clashes, merge, same } from "./merge";

const field = (code: string, more: object = {}) => ({ code, type: "text", ...more });
const BASE = { label: { zh: "客户" }, fields: [field("a"), field("b"), field("c")] };
const codes = (document: { fields: { code: string }[] }) => document.fields.map((one) => one.code).join("");

describe("two people at one document", () => {
  it("lose nothing when each adds a field", () => {
    const mine = { ...BASE, fields: [...BASE.fields, field("m")] };
    const theirs = { ...BASE, fields: [field("t"), ...BASE.fields] };
    expect(codes(merge(BASE, mine, theirs))).toBe("tabcm");
  });

  it("keep both changes of one field", () => {
    const mine = { ...BASE, fields: [field("a", { required: true }), field("b"), field("c")] };
    const theirs = { ...BASE, fields: [field("a", { unique: true }), field("b"), field("c")] };
    expect(merge(BASE, mine, theirs).fields[0]).toEqual(field("a", { required: true, unique: true }));
    expect(clashes(BASE, mine, theirs)).toBe(0);
  });

  it("keep mine where both changed the same value, and say so", () => {
    const mine = { ...BASE, label: { zh: "我的" } };
    const theirs = { ...BASE, label: { zh: "他的", en: "Theirs" } };
    expect(merge(BASE, mine, theirs).label).toEqual({ zh: "我的", en: "Theirs" });
    expect(clashes(BASE, mine, theirs)).toBe(1);
  });

  it("delete what one deleted, unless the other changed it", () => {
    const mine = { ...BASE, fields: [field("a"), field("c")] };
    const changed = { ...BASE, fields: [field("a"), field("b", { required: true }), field("c")] };
    expect(codes(merge(BASE, mine, BASE))).toBe("ac");
    expect(codes(merge(BASE, BASE, mine))).toBe("ac");
    expect(codes(merge(BASE, mine, changed))).toBe("abc");
  });

  it("take over an order that I left alone, and keep mine otherwise", () => {
    const turned = { ...BASE, fields: [field("c"), field("b"), field("a")] };
    const added = { ...BASE, fields: [field("a"), field("b"), field("m"), field("c")] };
    expect(codes(merge(BASE, added, turned))).toBe("cbma");
    expect(codes(merge(BASE, turned, added))).toBe("cbma");
  });

  it("join layouts by the fields that are placed", () => {
    const base = { layout: [{ field: "a" }, { field: "b" }] };
    const mine = { layout: [{ field: "a", span: 24 }, { field: "b" }] };
    const theirs = { layout: [{ field: "b" }, { field: "a" }] };
    expect(merge(base, mine as typeof base, theirs)).toEqual({ layout: [{ field: "b" }, { field: "a", span: 24 }] });
  });

  it("take a list without codes as one value", () => {
    expect(merge({ types: ["a"] }, { types: ["a", "b"] }, { types: ["a", "c"] })).toEqual({ types: ["a", "b"] });
  });
});

it("whoever did nothing changes nothing, in either direction", () => {
  const other = { ...BASE, fields: [field("c"), field("x"), field("a", { help: "?" })] };
  expect(merge(BASE, BASE, other)).toEqual(other);
  expect(merge(BASE, other, BASE)).toEqual(other);
  expect(merge(BASE, other, other)).toEqual(other);
});

it("tells documents apart by what they say, not by the order of their properties", () => {
  expect(same({ a: 1, b: [1, { c: 2 }] }, { b: [1, { c: 2 }], a: 1 })).toBe(true);
  expect(same({ a: 1 }, { a: 1, b: undefined })).toBe(false);
  expect(same([1, 2], [2, 1])).toBe(false);
});
