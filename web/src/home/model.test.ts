import { describe, expect, it } from "vitest";
import type { HomeCard } from "@/api/personal";
import type { EntityInfo, ViewInfo } from "@/api/types";
import type { Where } from "@/core/where";
import { CUSTOMER } from "@/testing/render";
import { askedOf, listOf, subjectOf, writtenKey, writtenOf } from "./figures";
import { changed, inOrder, isThere, usualCards, without } from "./model";

const OWNER = { code: "owner", type: "member", label: "负责人", system: true } as const;
const FOLLOWED: EntityInfo = {
  ...CUSTOMER,
  fields: [...CUSTOMER.fields, OWNER, { code: "next", type: "date", label: "下次" }],
  traits: { followed: { next_at: "next" } },
};
const VIEW: ViewInfo = { code: "hot", label: "重点", entity: "customer", columns: [], where: "spent > 5", sort: [] };
const MINE: Where = { field: "owner", op: "=", value: { call: "ME", args: [] } };
const SUM: HomeCard = {
  id: "s",
  type: "figure",
  width: 1,
  entity: "customer",
  view: "hot",
  where: MINE,
  fn: "sum",
  of: "spent",
};

describe("the usual home", () => {
  it("begins with what is to be done, has the plan where there is something to follow up, and counts what is one's own", () => {
    const cards = usualCards([FOLLOWED]);
    expect(cards.map((card) => card.type)).toEqual([
      "todos",
      "mentions",
      "recent",
      "plan",
      "figure",
      "figure",
      "news",
      "favourites",
      "apps",
    ]);
    expect(cards[4]).toMatchObject({ entity: "customer", fn: "count", where: MINE });
    expect(cards[5]).toMatchObject({ fn: "sum", of: "spent" });
    expect(new Set(cards.map((card) => card.id)).size).toBe(cards.length);
    expect(cards.reduce((sum, card) => sum + card.width, 0) % 3).toBe(0);
  });

  it("has no figures of entities whose owner cannot be read, and none without entities", () => {
    expect(usualCards([CUSTOMER]).map((card) => card.type)).not.toContain("figure");
    expect(usualCards([]).map((card) => card.type)).toEqual([
      "todos",
      "mentions",
      "recent",
      "news",
      "favourites",
      "apps",
    ]);
  });

  it("names its cards as the server takes them", () => {
    const long = { ...FOLLOWED, code: "a_very_long_code_of_an_entity_with_many_x" };
    for (const card of usualCards([long])) expect(card.id).toMatch(/^[A-Za-z0-9-]{1,40}$/);
  });
});

describe("arranging", () => {
  const cards: HomeCard[] = [SUM, { id: "p", type: "plan", width: 2 }];

  it("puts cards into an order, takes one out, and takes settings out of one", () => {
    expect(inOrder(cards, ["p", "s"]).map((card) => card.id)).toEqual(["p", "s"]);
    expect(without(cards, "s").map((card) => card.id)).toEqual(["p"]);
    const [bare] = changed(cards, "s", { width: 3, where: undefined });
    expect(bare).toEqual({
      id: "s",
      type: "figure",
      width: 3,
      entity: "customer",
      view: "hot",
      fn: "sum",
      of: "spent",
    });
  });

  it("offers a card that is enough once no second time, figures and lists always", () => {
    expect(isThere(cards, "plan")).toBe(true);
    expect(isThere(cards, "figure")).toBe(false);
  });
});

describe("a figure", () => {
  it("is about what is there and can be read, else about nothing", () => {
    expect(subjectOf(SUM, [FOLLOWED], [VIEW])).toMatchObject({ view: VIEW, field: { code: "spent" } });
    expect(subjectOf(SUM, [], [VIEW])).toBeNull();
    expect(subjectOf(SUM, [FOLLOWED], [])).toBeNull();
    expect(subjectOf(SUM, [FOLLOWED], [{ ...VIEW, usable: false }])).toBeNull();
    expect(subjectOf(SUM, [FOLLOWED], [{ ...VIEW, entity: "deal" }])).toBeNull();
    expect(subjectOf({ ...SUM, of: "gone" }, [FOLLOWED], [VIEW])).toBeNull();
  });

  it("asks for both conditions at once, once the written one is known as a tree", () => {
    const subject = subjectOf(SUM, [FOLLOWED], [VIEW]);
    if (!subject) throw new Error("no subject");
    expect(writtenOf(subject, SUM)).toEqual([{ entity: "customer", text: "spent > 5" }]);
    expect(askedOf(subject, SUM, new Map())).toBeNull();
    const tree: Where = { field: "spent", op: ">", value: "5" };
    expect(askedOf(subject, SUM, new Map([[writtenKey("customer", "spent > 5"), tree]]))).toEqual({
      entity: "customer",
      fn: "sum",
      of: "spent",
      where: { all: [tree, MINE] },
    });
  });

  it("counts all where it says nothing", () => {
    const plain: HomeCard = { id: "c", type: "figure", width: 1, entity: "customer" };
    expect(askedOf({ entity: FOLLOWED }, plain, new Map())).toEqual({ entity: "customer", fn: "count" });
  });

  it("opens the list filtered as it is", () => {
    const to = new URL(listOf({ entity: FOLLOWED, view: VIEW }, SUM), "http://x");
    expect(to.pathname).toBe("/e/customer");
    expect(to.searchParams.get("view")).toBe("hot");
    expect(JSON.parse(to.searchParams.get("filter") ?? "")).toEqual({ all: [{ field: "owner", op: "me" }] });
    expect(listOf({ entity: FOLLOWED }, { ...SUM, where: undefined })).toBe("/e/customer");
  });
});
