import { describe, expect, it } from "vitest";
import { complete, type FilterGroup, type FilterRule, readFilter, replacePart, rules, writeFilter } from "./filter";
import { PERIODS, spanOf, spanOfDays } from "./period";
import { toWhere, type WhereContext } from "./where";

const context: WhereContext = {
  today: "2026-11-22",
  zone: "Asia/Shanghai",
  me: "m1",
  moment: (field) => field === "created_at",
};

const where = (...all: FilterRule[]) => toWhere({ all }, context);

describe("a filter in a URL", () => {
  it("reads back what it writes, groups and all", () => {
    const filter: FilterGroup = {
      all: [
        { field: "stage", op: "in", value: ["won"] },
        {
          any: [
            { field: "spent", op: ">", value: "5000" },
            { field: "tags", op: "blank" },
          ],
        },
      ],
    };
    expect(readFilter(writeFilter(filter))).toEqual(filter);
  });

  it.each(["", "{", "[]", "5", '{"field":"a"}', '{"field":"a","op":"drop table"}', '{"all":[{"op":"="}]}'])(
    "passes over %j, which no builder made",
    (text) => {
      expect(readFilter(text)).toBeNull();
    },
  );

  it("does not follow groups without end", () => {
    const deep = `${'{"all":['.repeat(20)}${"]}".repeat(20)}`;
    expect(readFilter(deep)).toBeNull();
  });

  it("leaves conditions without a value out, and writes nothing for none", () => {
    expect(
      writeFilter({
        all: [
          { field: "a", op: "=" },
          { field: "b", op: "between", value: ["1", null] },
        ],
      }),
    ).toBeNull();
    expect(complete({ all: [{ field: "a", op: "blank" }, { any: [{ field: "b", op: "in", value: [] }] }] })).toEqual({
      all: [{ field: "a", op: "blank" }],
    });
  });

  it("false is a value", () => {
    expect(complete({ field: "active", op: "=", value: false })).not.toBeNull();
  });
});

it("replaces and takes out parts of a group by place", () => {
  const group: FilterGroup = {
    any: [
      { field: "a", op: "blank" },
      { field: "b", op: "blank" },
    ],
  };
  expect(rules(replacePart(group, 0, null)).map((rule) => rule.field)).toEqual(["b"]);
  expect(rules(replacePart(group, 1, { field: "c", op: "me" })).map((rule) => rule.field)).toEqual(["a", "c"]);
});

describe("periods", () => {
  it.each([
    ["this_week", "2026-11-16", "2026-11-23"],
    ["last_month", "2026-10-01", "2026-11-01"],
    ["next_month", "2026-12-01", "2027-01-01"],
    ["this_quarter", "2026-10-01", "2027-01-01"],
    ["last_quarter", "2026-07-01", "2026-10-01"],
    ["last_year", "2025-01-01", "2026-01-01"],
    ["tomorrow", "2026-11-23", "2026-11-24"],
  ] as const)("%s is from %s until %s", (period, from, until) => {
    expect(spanOf(period, "2026-11-22")).toEqual({ from, until });
  });

  it("are never empty, whatever the day", () => {
    for (const day of ["2026-01-01", "2026-12-31", "2028-02-29", "2026-03-31"]) {
      for (const period of PERIODS) {
        const span = spanOf(period, day);
        expect(span.from < span.until, `${period} on ${day}`).toBe(true);
      }
    }
  });

  it("the last seven days hold today, the next seven do not", () => {
    expect(spanOfDays("last", 7, "2026-11-22")).toEqual({ from: "2026-11-16", until: "2026-11-23" });
    expect(spanOfDays("next", 7, "2026-11-22")).toEqual({ from: "2026-11-23", until: "2026-11-30" });
  });
});

describe("the condition that is sent", () => {
  it("is null for nothing", () => {
    expect(toWhere(null, context)).toBeNull();
    expect(where({ field: "a", op: "=" })).toBeNull();
  });

  it("spells a period out as days for a date and as instants of the zone for a moment", () => {
    expect(where({ field: "due", op: "period", value: "today" })).toEqual({
      all: [
        {
          all: [
            { field: "due", op: ">=", value: "2026-11-22" },
            { field: "due", op: "<", value: "2026-11-23" },
          ],
        },
      ],
    });
    expect(where({ field: "created_at", op: "period", value: "today" })).toEqual({
      all: [
        {
          all: [
            { field: "created_at", op: ">=", value: "2026-11-21T16:00:00.000Z" },
            { field: "created_at", op: "<", value: "2026-11-22T16:00:00.000Z" },
          ],
        },
      ],
    });
  });

  it.each([
    ["<", "<", "2026-11-21T16:00:00.000Z"],
    [">=", ">=", "2026-11-21T16:00:00.000Z"],
    ["<=", "<", "2026-11-22T16:00:00.000Z"],
    [">", ">=", "2026-11-22T16:00:00.000Z"],
  ] as const)("a day after %s on a moment means the whole day", (op, sent, instant) => {
    expect(where({ field: "created_at", op, value: "2026-11-22" })).toEqual({
      all: [{ field: "created_at", op: sent, value: instant }],
    });
  });

  it("'not on that day' is the opposite of 'on that day'", () => {
    const on = where({ field: "created_at", op: "=", value: "2026-11-22" });
    expect(where({ field: "created_at", op: "<>", value: "2026-11-22" })).toEqual({
      all: [{ not: (on as { all: unknown[] }).all[0] }],
    });
  });

  it("between takes both ends in", () => {
    expect(where({ field: "spent", op: "between", value: ["1", "9"] })).toEqual({
      all: [
        {
          all: [
            { field: "spent", op: ">=", value: "1" },
            { field: "spent", op: "<=", value: "9" },
          ],
        },
      ],
    });
  });

  it("knows who I am, and the list operators of the server", () => {
    expect(where({ field: "owner", op: "me" }, { field: "tags", op: "has_any", value: ["a", "b"] })).toEqual({
      all: [
        { field: "owner", op: "=", value: "m1" },
        { field: "tags", op: "contains_any", value: ["a", "b"] },
      ],
    });
    expect(where({ field: "tags", op: "has_none", value: ["a"] })).toEqual({
      all: [{ not: { field: "tags", op: "contains_any", value: ["a"] } }],
    });
  });
});
