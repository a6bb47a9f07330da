import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import type { EntityInfo, ViewInfo } from "@/api/types";
import { viewDocument } from "@/api/views";
import CalendarView from "@/calendar/calendar-view";
import { ListView } from "@/list/list-view";
import { environmentOf, painter } from "@/list/painting";
import { ruleOn, withRule } from "@/list/quick-filters";
import { isNews } from "@/list/use-unread";
import { choose } from "@/testing/choose";
import { CUSTOMER, ME, row, type Sent, server, show } from "@/testing/render";
import { merged } from "./merged";
import { fits, totalsOf, usualTotal } from "./needs";
import { carried, type Dates, spanWhere, spellOf, valueOn } from "./spells";

const DAY = { code: "due", type: "date" as const, label: { zh: "到期" } };
const MOMENT = { code: "at", type: "datetime" as const, label: { zh: "时间" } };
const END = { code: "end", type: "date" as const, label: { zh: "结束" } };
const ZONE = "Asia/Shanghai";
const VIEW: ViewInfo = { code: "v", label: { zh: "视图" }, entity: "customer", columns: [], where: null, sort: [] };
const CONTEXT = { today: "2026-03-02", zone: ZONE, me: "m1", moment: () => false };

describe("what lasts", () => {
  const dates: Dates = { from: DAY, to: END, zone: ZONE };

  it("is a day alone without an end, or with an end before its beginning", () => {
    expect(spellOf(row("a", { due: "2026-03-02", end: null }), dates)).toMatchObject({ to: "2026-03-02" });
    expect(spellOf(row("a", { due: "2026-03-02", end: "2026-03-01" }), dates)).toMatchObject({ to: "2026-03-02" });
    expect(spellOf(row("a", { due: null }), dates)).toBeNull();
  });

  it("stands on the day of the workspace's zone, whatever the browser's", () => {
    const spell = spellOf(row("a", { at: "2026-03-01T17:30:00Z" }), { from: MOMENT, to: undefined, zone: ZONE });
    expect(spell).toMatchObject({ from: "2026-03-02", time: "01:30" });
  });

  it("is carried with its time of day, and with its end where it has one", () => {
    const spell = spellOf(row("a", { due: "2026-03-02", end: "2026-03-04" }), dates);
    expect(spell && carried(spell, "whole", 2, dates)).toEqual({ due: "2026-03-04", end: "2026-03-06" });
    expect(spell && carried(spell, "to", -1, dates)).toEqual({ end: "2026-03-03" });
    expect(spell && carried(spell, "whole", 0, dates)).toBeNull();
    const moment = { from: MOMENT, to: undefined, zone: ZONE };
    const meeting = spellOf(row("a", { at: "2026-03-02T01:30:00Z" }), moment);
    expect(meeting && carried(meeting, "whole", 1, moment)).toEqual({ at: "2026-03-03T01:30:00.000Z" });
    expect(meeting && carried(meeting, "to", 1, moment)).toBeNull();
    expect(valueOn(MOMENT, "2026-03-02", ZONE)).toBe("2026-03-02T01:00:00.000Z");
  });

  it("is asked for where it touches the days in sight", () => {
    expect(spanWhere(dates, "2026-03-01", "2026-04-01")).toEqual({
      all: [
        { field: "due", op: "<", value: "2026-04-01" },
        {
          any: [
            { field: "due", op: ">=", value: "2026-03-01" },
            { field: "end", op: ">=", value: "2026-03-01" },
          ],
        },
      ],
    });
  });
});

describe("a calendar", () => {
  const entity: EntityInfo = { ...CUSTOMER, fields: [...CUSTOMER.fields, DAY] };
  const view: ViewInfo = { ...VIEW, type: "calendar", from: "due" };
  const patches = (sent: Sent[]) => sent.filter((one) => one.method === "PATCH");

  function calendar(path = "/e/customer?day=2026-03-10") {
    const made: unknown[] = [];
    const sent = server({
      PATCH: () => ({ json: { id: "a", version: 2, due: "2026-03-12" } }),
      GET: () => ({ json: { items: [{ id: "a", version: 1, name: "回访甲", due: "2026-03-11" }], next: null } }),
    });
    show(
      <CalendarView
        entity={entity}
        view={view}
        query={{ where: null, search: "", sort: [], fields: ["name", "due"] }}
        paint={() => undefined}
        phone={false}
        create={(given) => made.push(given)}
      />,
      path,
    );
    return { sent, made };
  }

  it("asks for the weeks that a month touches, and shows records on their days", async () => {
    const { sent } = calendar();
    expect(await screen.findByRole("link", { name: "回访甲" })).toBeDefined();
    const where = new URLSearchParams(sent[0]?.path.split("?")[1]).get("where") ?? "";
    expect(where).toContain("2026-02-23");
    expect(where).toContain("2026-04-06");
    expect(screen.getByText("周一")).toBeDefined();
  });

  it("makes a record with the day one chose", async () => {
    const { made } = calendar();
    await userEvent.click(screen.getByRole("button", { name: "在 2026-03-19 新建" }));
    expect(made).toEqual([{ due: "2026-03-19" }]);
  });

  it("carries a record by Alt and an arrow", async () => {
    const { sent } = calendar();
    (await screen.findByRole("link", { name: "回访甲" })).focus();
    await userEvent.keyboard("{Alt>}{ArrowRight}{/Alt}");
    await waitFor(() => expect(patches(sent)[0]?.body).toEqual({ due: "2026-03-12" }));
  });

  it("goes from month to month, and opens a day", async () => {
    calendar();
    await userEvent.click(screen.getByRole("button", { name: "往后" }));
    expect(screen.getByText("2026年4月")).toBeDefined();
    await userEvent.click(screen.getByRole("button", { name: "2026-04-01" }));
    expect(screen.getAllByText("2026-04-01").length).toBeGreaterThan(0);
  });

  it("passes over an address that names no day", () => {
    calendar("/e/customer?day=2026-99-99&mode=year");
    expect(screen.getByText("周日")).toBeDefined();
  });
});

describe("colour rules", () => {
  const environment = environmentOf(ME, "zh", new Date("2026-03-02T04:00:00Z"));
  const rules = [
    { where: "spent > 100", color: "red", tree: { field: "spent", op: ">", value: 100 } },
    { where: "stage", color: "green", tree: { field: "stage", op: "=", value: "won" } },
  ];

  it("colour by the first that holds", () => {
    const paint = painter(rules, CUSTOMER.fields, environment);
    expect(paint(row("a", { spent: "150.00", stage: "won" }))).toBe("red");
    expect(paint(row("a", { spent: "99.99", stage: "won" }))).toBe("green");
    expect(paint(row("a", { spent: null, stage: "new" }))).toBeUndefined();
  });

  it("that this browser cannot judge are passed over", () => {
    const unknown = [{ where: "x", color: "red", tree: { call: "FROM_THE_FUTURE", args: [] } }];
    expect(painter(unknown, CUSTOMER.fields, environment)(row("a", {}))).toBeUndefined();
  });
});

describe("news", () => {
  const since = "2026-03-01T00:00:00Z";
  it("are changes of others since the visit before, and nothing at a first visit", () => {
    const changed = row("a", { updated_at: "2026-03-01T08:00:00Z", updated_by: "m2" });
    expect(isNews(changed, since, "m1")).toBe(true);
    expect(isNews(changed, since, "m2")).toBe(false);
    expect(isNews(changed, null, "m1")).toBe(false);
    expect(isNews(changed, "2026-03-02T00:00:00Z", "m1")).toBe(false);
    expect(isNews(row("b", {}), since, "m1")).toBe(false);
  });
});

describe("quick filters", () => {
  const rule = { field: "stage", op: "in" as const, value: ["won"] };
  it("put a condition beside the others, change it and take it away", () => {
    const other = { field: "spent", op: "blank" as const };
    const both = withRule({ all: [other] }, "stage", rule);
    expect(both).toEqual({ all: [other, rule] });
    expect(ruleOn(both, "stage")).toEqual(rule);
    expect(withRule(both, "stage", null)).toEqual({ all: [other] });
    expect(withRule({ all: [rule] }, "stage", null)).toBeNull();
    expect(withRule({ any: [other, rule] }, "stage", rule)).toEqual({ all: [{ any: [other, rule] }, rule] });
  });
});

describe("the figures of fields", () => {
  const field = (code: string) => CUSTOMER.fields.find((one) => one.code === code) ?? DAY;
  it("add up money unasked, and never what only looks like a number", () => {
    expect(usualTotal(field("spent"))).toBe("sum");
    expect(usualTotal({ code: "no", type: "number", label: { zh: "编号" } })).toBeNull();
    expect(usualTotal({ code: "visits", type: "rollup", label: "", result: "number" })).toBe("sum");
    expect(totalsOf(field("name"))).toEqual(["count", "count_unique"]);
    expect(totalsOf(DAY)).toContain("max");
    expect(fits({ code: "number", type: "number", label: "" }, "numeric")).toBe(false);
  });
});

describe("saving a view", () => {
  it("keeps the list as it stands, over what the view says", () => {
    const state = {
      view: "v",
      filter: { all: [{ field: "stage", op: "blank" as const }] },
      search: "",
      sort: ["-spent"],
      columns: null,
      group: ["stage"],
      totals: { spent: "avg" as const, name: "none" as const },
    };
    const before = { all: [{ field: "active", op: "=", value: true }] };
    const saved = merged(CUSTOMER, { ...VIEW, columns: ["name"] }, state, before, CONTEXT);
    expect(saved).toMatchObject({
      where: {
        all: [
          { field: "active", op: "=", value: true },
          { field: "stage", op: "blank" },
        ],
      },
      sort: ["-spent"],
      columns: ["name"],
      group: ["stage"],
      totals: { spent: "avg" },
    });
  });

  it("says only what there is to say", () => {
    const document = viewDocument({ ...VIEW, colors: [{ where: "x", color: "red", tree: { value: 1 } }], card: [] });
    expect(document).toEqual({ label: { zh: "视图" }, entity: "customer", colors: [{ where: "x", color: "red" }] });
  });

  function list(path: string) {
    const sent = server({
      "GET /views/personal": () => ({ json: { items: [] } }),
      "GET /views": () => ({ json: { items: [] } }),
      "POST /views/personal": () => ({ status: 201, json: { ...VIEW, code: "my_1", personal: true } }),
      "POST /views/visits": () => ({ json: { since: null } }),
      "GET /records/customer": () => ({ json: { items: [{ id: "a", version: 1, name: "甲" }], next: null } }),
      "POST /query": ({ body }) => ({
        json: (body as { count?: unknown }).count ? { count: { value: 1 } } : { groups: [{ key: [], values: ["1"] }] },
      }),
    });
    show(<ListView entity={CUSTOMER} />, path);
    return sent;
  }

  it("is one's own after a name and a click", async () => {
    const sent = list("/e/customer?sort=-spent");
    await screen.findByText("甲");
    await userEvent.click(screen.getByRole("button", { name: "另存为视图" }));
    await userEvent.type(await screen.findByRole("textbox", { name: "名称" }), "大客户");
    await userEvent.click(within(await screen.findByRole("dialog")).getByRole("button", { name: "保存" }));
    await waitFor(() => expect(sent.some((one) => one.path === "/views/personal" && one.method === "POST")).toBe(true));
    expect(sent.find((one) => one.path === "/views/personal" && one.method === "POST")?.body).toMatchObject({
      label: { zh: "大客户" },
      sort: ["-spent"],
    });
  });

  it("cannot be saved while what its type needs is missing", async () => {
    list("/e/customer");
    await screen.findByText("甲");
    await userEvent.click(screen.getByRole("button", { name: "新建视图" }));
    await userEvent.click(await screen.findByRole("menuitem", { name: /看板/ }));
    await userEvent.type(await screen.findByRole("textbox", { name: "名称" }), "看板");
    const save = () => within(screen.getByRole("dialog")).getByRole("button", { name: "保存" });
    expect(save().hasAttribute("disabled")).toBe(true);
    await choose(screen.getByRole("combobox", { name: "按什么分列" }), "阶段");
    expect(save().hasAttribute("disabled")).toBe(false);
  });
});
