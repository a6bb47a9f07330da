import { describe, expect, it } from "vitest";
import { moveRow, newCode, removeRow, rowsOf, setRow, takeOut } from "./menu-doc";
import type { MenuDoc } from "./use-app-draft";

const e = (entity: string): MenuDoc => ({ entity });
const g = (code: string, ...items: string[]): MenuDoc => ({ code, label: { zh: code }, items: items.map(e) });
/** A menu in short: `a g(b,c) d`. */
const short = (menu: readonly MenuDoc[]): string =>
  menu
    .map((one) => (one.items ? `${one.code}(${one.items.map((each) => each.entity).join(",")})` : one.entity))
    .join(" ");

const MENU = [e("a"), g("g", "b", "c"), e("d"), g("h")];
// Rows: 0 a, 1 g, 2 b, 3 c, 4 d, 5 h

describe("moving a row of the menu", () => {
  it.each([
    ["an item below another", 0, 4, "g(b,c) d a h()"],
    ["an item between those of a group", 0, 2, "g(b,a,c) d h()"],
    ["an item right below the head of a group", 4, 2, "a g(d,b,c) h()"],
    ["an item into an empty group", 4, 5, "a g(b,c) h(d)"],
    ["an item of a group above it", 2, 1, "a b g(c) d h()"],
    ["an item of a group below what follows", 3, 4, "a g(b) d c h()"],
    ["an item inside its group", 2, 3, "a g(c,b) d h()"],
    ["a group with all it holds", 1, 0, "g(b,c) a d h()"],
    ["a group below what follows it", 1, 4, "a d g(b,c) h()"],
    ["a group into another, which leaves it behind that", 5, 2, "a g(b,c) h() d"],
    ["a group into itself, which is nothing", 1, 2, "a g(b,c) d h()"],
    ["beyond the end, which is nothing", 0, 9, "a g(b,c) d h()"],
  ])("%s", (_, from, to, after) => {
    expect(short(moveRow(MENU, from, to))).toBe(after);
  });

  it("loses nothing, wherever what goes", () => {
    const all = rowsOf(MENU).length;
    for (let from = 0; from < all; from++)
      for (let to = 0; to < all; to++) {
        const rows = rowsOf(moveRow(MENU, from, to)).map(({ item }) => item.code ?? item.entity);
        expect([...rows].sort()).toEqual(["a", "b", "c", "d", "g", "h"]);
      }
  });
});

describe("a group", () => {
  const row = (at: number) => rowsOf(MENU)[at] ?? { item: {}, at: 0, inner: null };

  it("lets an item out, right below itself", () => {
    expect(short(takeOut(MENU, row(2)))).toBe("a g(c) b d h()");
    expect(short(takeOut(MENU, row(0)))).toBe("a g(b,c) d h()");
  });

  it("leaves what it holds when it is removed", () => {
    expect(short(removeRow(MENU, row(1)))).toBe("a b c d h()");
    expect(short(removeRow(MENU, row(3)))).toBe("a g(b) d h()");
    expect(short(removeRow(MENU, row(0)))).toBe("g(b,c) d h()");
  });

  it("and what is in it are changed in their places", () => {
    expect(short(setRow(MENU, row(2), e("x")))).toBe("a g(x,c) d h()");
    expect(setRow(MENU, row(1), { ...row(1).item, icon: "team" })[1]).toMatchObject({
      icon: "team",
      items: [e("b"), e("c")],
    });
  });

  it("has a code that no other has", () => {
    expect(newCode(MENU)).toBe("group_1");
    expect(newCode([g("group_1"), g("group_3")])).toBe("group_2");
  });
});
