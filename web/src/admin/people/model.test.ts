import { describe, expect, it } from "vitest";
import type { Department, Held, Member, Part } from "@/api/people";
import {
  ALL_ACTIVE,
  byFate,
  csv,
  fitting,
  headCounts,
  mayMove,
  oneTimePassword,
  pathName,
  plan,
  successorFor,
  successorsOf,
  totals,
  treeOf,
} from "./model";

const department = (id: string, parent: string | null, path: string[]): Department => ({
  id,
  name: id.toUpperCase(),
  parent,
  path: [...path, id],
  head: null,
  position: 0,
  version: 1,
});
const SALES = department("sales", null, []);
const EAST = department("east", "sales", ["sales"]);
const CITY = department("city", "east", ["sales", "east"]);
const DESK = department("desk", null, []);
const TREE = [SALES, DESK, EAST, CITY];

const member = (id: string, name: string, departments: string[], more: Partial<Member> = {}): Member => ({
  id,
  name,
  jobTitle: null,
  account: "a",
  supervisor: null,
  reportsTo: null,
  department: departments[0] ?? null,
  departments,
  admin: false,
  active: true,
  leavingSince: null,
  version: 1,
  ...more,
});
const ZHANG = member("z", "张三", ["city"], { jobTitle: "销售代表" });
const LI = member("l", "李四", ["sales", "city"]);
const WANG = member("w", "王五", ["desk"], { active: false });
const ALL = [ZHANG, LI, WANG];

describe("the tree", () => {
  it("is made of parents, in the order they came in", () => {
    const tree = treeOf(TREE);
    expect(tree.map((node) => node.department.id)).toEqual(["sales", "desk"]);
    expect(tree[0]?.children[0]?.children[0]?.department.id).toBe("city");
  });

  it("names a department by its way from the top", () => {
    expect(pathName(TREE, "city")).toBe("SALES / EAST / CITY");
    expect(pathName(TREE, "gone")).toBe("");
    expect(pathName(TREE, null)).toBe("");
  });

  it("moves nothing below itself, nor to where it is", () => {
    expect(mayMove(TREE, "sales", "city")).toBe(false);
    expect(mayMove(TREE, "sales", "sales")).toBe(false);
    expect(mayMove(TREE, "city", "east")).toBe(false);
    expect(mayMove(TREE, "sales", null)).toBe(false);
    expect(mayMove(TREE, "city", null)).toBe(true);
    expect(mayMove(TREE, "city", "desk")).toBe(true);
    expect(mayMove(TREE, "gone", "desk")).toBe(false);
  });

  it("counts each active person once, wherever they belong below", () => {
    const counts = headCounts(TREE, ALL);
    expect(counts.get("sales")).toBe(2);
    expect(counts.get("city")).toBe(2);
    expect(counts.get("desk")).toBeUndefined();
  });
});

describe("the list of members", () => {
  const names = (filter: Partial<typeof ALL_ACTIVE>) =>
    fitting(ALL, TREE, { ...ALL_ACTIVE, ...filter }).map((one) => one.name);

  it("finds by name and position, in a department and all below it, by state", () => {
    expect(names({})).toEqual(["张三", "李四"]);
    expect(names({ search: "销售" })).toEqual(["张三"]);
    expect(names({ search: " 李 " })).toEqual(["李四"]);
    expect(names({ department: "east" })).toEqual(["张三", "李四"]);
    expect(names({ department: "desk" })).toEqual([]);
    expect(names({ state: "inactive" })).toEqual(["王五"]);
    expect(names({ state: "all", department: "desk" })).toEqual(["王五"]);
  });

  it("offers nobody as a successor who leaves, has left, or is the leaver", () => {
    const leaving = member("x", "赵六", [], { leavingSince: "2026-11-22T00:00:00Z" });
    expect(successorsOf([...ALL, leaving], "z").map((one) => one.id)).toEqual(["l"]);
  });
});

describe("a hand-over", () => {
  const held = (code: string, fate: Held["fate"], count: number): Held => ({
    code,
    label: code,
    fate,
    count,
    examples: [],
  });
  const HELD = [held("keys", "ENDS", 1), held("own", "PASSES", 10), held("field", "MAY_PASS", 3)];

  it("shows what passes first", () => {
    expect(byFate(HELD).map((group) => group.fate)).toEqual(["PASSES", "MAY_PASS", "ENDS"]);
  });

  it("gives each kind its own successor, the common one, or none", () => {
    const choice = { successor: "l", each: { own: "x", field: null } };
    expect(successorFor({ code: "own" }, choice)).toBe("x");
    expect(successorFor({ code: "other" }, choice)).toBe("l");
    expect(successorFor({ code: "field" }, choice)).toBeNull();
  });

  it("is ready once all that has to pass has a successor, and counts what passes", () => {
    expect(plan(HELD, { successor: null, each: {} })).toEqual({ passing: 0, ready: false });
    expect(plan(HELD, { successor: null, each: { own: "l" } })).toEqual({ passing: 10, ready: true });
    expect(plan(HELD, { successor: "l", each: {} })).toEqual({ passing: 13, ready: true });
    expect(plan(HELD, { successor: "l", each: { own: null } }).ready).toBe(false);
    expect(plan([], { successor: null, each: {} })).toEqual({ passing: 0, ready: true });
  });

  it("adds up what has passed", () => {
    const part = (moved: number, refused: number) => ({ moved, refused }) as Part;
    expect(totals([part(3, 0), part(4, 2)])).toEqual({ moved: 7, refused: 2 });
  });
});

it("makes passwords of letters that are told apart, each as likely as any other", () => {
  let next = 0;
  const all = (into: Uint8Array<ArrayBuffer>) =>
    into.map(() => {
      next += 37;
      return next % 256;
    });
  const seen = new Map<string, number>();
  for (let i = 0; i < 310; i++) {
    const password = oneTimePassword(all);
    expect(password).toMatch(/^([a-z2-9]{4}-){3}[a-z2-9]{4}$/);
    for (const letter of password.replaceAll("-", "")) seen.set(letter, (seen.get(letter) ?? 0) + 1);
  }
  expect([..."il1o0"].some((letter) => seen.has(letter))).toBe(false);
  expect(seen.size).toBe(31);
});

it("writes tables that no spreadsheet runs", () => {
  expect(
    csv([
      ["a", 'b"c'],
      ["=1+1", "@x"],
    ]),
  ).toBe('\ufeff"a","b""c"\r\n"\'=1+1","\'@x"\r\n');
});
