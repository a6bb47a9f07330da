import { describe, expect, it } from "vitest";
import { Decimal, evaluate, fromJson, holds, type Json, paths, type Row, type Tree, toJson } from "@/core/expression";
import { environment } from "@/testing/expression";
import { typeOf } from "./durations";
import { compareTexts } from "./texts";

const EMPTY: Row = { value: () => null, children: () => [] };

const value = (tree: Tree, row: Row = EMPTY): Json => toJson(evaluate(tree, row, environment));
const number = (text: string): Tree => ({ value: text, type: "number" });
const call = (name: string, ...args: Tree[]): Tree => ({ call: name, args });
const text = (value: string): Tree => ({ value });

describe("decimals", () => {
  const decimal = (text: string) => Decimal.parse(text) as Decimal;

  it("are exact beyond any floating point", () => {
    expect(String(decimal("0.1").plus(decimal("0.2")))).toBe("0.3");
    expect(String(decimal("123456789012345678901234567890.01").times(decimal("3")))).toBe(
      "370370367037037036703703703670.03",
    );
    expect(String(decimal("1e21").minus(decimal("1E-7")))).toBe("999999999999999999999.9999999");
  });

  it("divide to ten places, half away from zero", () => {
    expect(String(decimal("1").dividedBy(decimal("3")))).toBe("0.3333333333");
    expect(String(decimal("-0.00000000005").dividedBy(decimal("1")))).toBe("-0.0000000001");
    expect(String(decimal("0.00000000015").dividedBy(decimal("-1")))).toBe("-0.0000000002");
    expect(decimal("1").dividedBy(decimal("0.00"))).toBeNull();
  });

  it.each([
    ["half-up", "2.5", 0, "3"],
    ["half-up", "-2.5", 0, "-3"],
    ["half-up", "2.4999", 0, "2"],
    ["half-up", "1250", -2, "1300"],
    ["up", "-2.01", 1, "-2.1"],
    ["down", "-2.99", 1, "-2.9"],
    ["floor", "-2.01", 0, "-3"],
    ["up", "1", -20, "100000000000000000000"],
  ] as const)("round %s: %s to %i places is %s", (rounding, from, places, to) => {
    expect(String(decimal(from).round(places, rounding))).toBe(to);
  });

  it("have roots to ten places, also where the eleventh is a half", () => {
    expect(String(decimal("2").root())).toBe("1.4142135624");
    expect(String(decimal("0.0000000000000000000025").root())).toBe("0.0000000001");
    expect(String(decimal("1000000000000000000000000000000").root())).toBe("1000000000000000");
    expect(String(decimal("0").root())).toBe("0");
  });

  it("spell no minus before a zero and no zeros at the end", () => {
    expect(decimal("-0.004").toFixed(2)).toBe("0.00");
    expect(String(decimal("-0.00"))).toBe("0");
    expect(String(decimal("100.500"))).toBe("100.5");
    expect(String(decimal("1000"))).toBe("1000");
  });

  it("are not what does not spell one", () => {
    for (const wrong of ["", "1,000", "0x1", "1.", ".5", "NaN"]) expect(Decimal.parse(wrong), wrong).toBeNull();
  });
});

describe("texts", () => {
  it("count, cut and turn emoji as one character each", () => {
    expect(value(call("LEN", text("a😀b")))).toBe("3");
    expect(value(call("LEFT", text("😀😁x"), number("2")))).toBe("😀😁");
    expect(value(call("MID", text("a😀b"), number("2"), number("1")))).toBe("😀");
    expect(value(call("FIND", text("b"), text("😀b"), number("2")))).toBe("2");
    expect(value(call("REVERSE", text("a😀b")))).toBe("b😀a");
    expect(value(call("CODE", text("😀")))).toBe("128512");
  });

  it("are ordered by code point, not by UTF-16 unit", () => {
    expect(compareTexts("～", "😀")).toBeLessThan(0);
    expect("～" < "😀").toBe(false);
    expect(compareTexts("ab", "abc")).toBeLessThan(0);
  });

  it("have cases for A to Z alone", () => {
    expect(value(call("UPPER", text("éàßiı")))).toBe("éàßIı");
    expect(value(call("CONTAINS", text("ÉCOLE"), text("école")))).toBe(false);
    expect(value(call("CONTAINS", text("ÉCOLE"), text("Écol")))).toBe(true);
  });

  it("are replaced as they stand, signs of patterns too", () => {
    expect(value(call("SUBSTITUTE", text("a.b.c"), text("."), text("$&")))).toBe("a$&b$&c");
  });

  it("are cut where a function would make them too long", () => {
    expect(value(call("LEN", call("REPT", text("😀x"), number("30000"))))).toBe("32767");
  });
});

describe("blank", () => {
  const blank: Tree = { value: null, type: "number" };

  it("makes a comparison false and its negation true", () => {
    const greater: Tree = { op: ">", left: blank, right: number("1") };
    expect(value(greater)).toBe(false);
    expect(value({ not: greater })).toBe(true);
    expect(holds({ not: greater }, EMPTY, environment)).toBe(true);
  });

  it("is what a condition that is blank counts as, and no condition", () => {
    expect(holds({ path: "active", type: "boolean" }, EMPTY, environment)).toBe(false);
    expect(value({ path: "active", type: "boolean" })).toBeNull();
    expect([value({ all: [] }), value({ any: [] })]).toEqual([true, false]);
  });

  it("is what an empty text or list of a row is", () => {
    expect(value(call("ISBLANK", { path: "x" }), { ...EMPTY, value: () => "" })).toBe(true);
    expect(value(call("ISBLANK", { path: "x" }), { ...EMPTY, value: () => [] })).toBe(true);
  });

  it("evaluates only the answer that is chosen", () => {
    const read: string[] = [];
    const row: Row = { ...EMPTY, value: (path) => (read.push(path.join(".")), null) };
    evaluate(call("IF", { path: "a" }, { path: "b" }, { path: "c" }), row, environment);
    expect(read).toEqual(["a", "c"]);
  });
});

describe("a sum of nothing", () => {
  const sum = (value: Tree): Tree => ({ aggregate: "SUM", over: "orders", value });
  const took: Tree = { path: "took", type: "duration" };
  const at: Tree = { path: "at", type: "datetime" };

  it("is a duration where durations would be summed, else the number zero", () => {
    expect(value(sum(took))).toBe("PT0S");
    expect(value(sum({ op: "-", left: call("NOW"), right: at }))).toBe("PT0S");
    expect(value(sum(call("IF", { path: "x" }, took)))).toBe("PT0S");
    expect(value(sum({ op: "*", left: number("2"), right: call("HOURS", number("1")) }))).toBe("PT0S");
    expect(value(sum({ op: "/", left: took, right: took }))).toBe("0");
    expect(value(sum({ path: "amount", type: "number" }))).toBe("0");
  });

  it("tells types through choices and calculations", () => {
    expect(typeOf(call("IFS", { path: "a" }, took, { path: "b" }, took))).toBe("duration");
    expect(typeOf(call("DAYS", { path: "a", type: "date" }, { path: "b", type: "date" }))).toBe("number");
    expect(typeOf({ op: "+", left: took, right: at })).toBe("datetime");
    expect(typeOf({ not: took })).toBe("boolean");
  });
});

describe("JSON", () => {
  it.each([
    ["datetime", "2026-01-31T09:30:00.5+08:00", "2026-01-31T01:30:00.500Z"],
    ["datetime", "2026-01-31T01:30:00.123456789Z", "2026-01-31T01:30:00.123456Z"],
    ["datetime", "1969-12-31T23:59:59.999999Z", "1969-12-31T23:59:59.999999Z"],
    ["datetime", "2026-02-30T00:00:00Z", null],
    ["date", "0001-01-01", "0001-01-01"],
    ["date", "2026-13-01", null],
    ["duration", "P1DT2H", "PT26H"],
    ["duration", "-PT0.5S", "PT-0.5S"],
    ["duration", "PT-1H-30M", "PT-1H-30M"],
    ["duration", "PT0S", "PT0S"],
    ["duration", "P100000D", null],
    ["duration", "PT", null],
    ["number", 12.5, "12.5"],
    ["number", "-0.50", "-0.5"],
    ["member", "00000000-0000-7000-8000-0000000000A1", "00000000-0000-7000-8000-0000000000a1"],
    ["text", "", null],
  ] as const)("of a %s: %s is %s", (type, from, to) => {
    expect(toJson(fromJson(from, type))).toBe(to);
  });

  it("takes a reference by its id and leaves blanks out of a list", () => {
    expect(toJson(fromJson({ id: "a1", name: "x" }, "record"))).toBe("a1");
    expect(toJson(fromJson(["1", null, "2.0"], "number"))).toEqual(["1", "2"]);
    expect(fromJson([null], "number")).toBeNull();
  });
});

describe("the fields read", () => {
  it("are each named once, those of children behind their code", () => {
    const tree: Tree = {
      all: [
        { field: "spent", op: ">", value: { path: "limit", type: "number" } },
        { field: "spent", op: "between", value: [number("1"), { path: "owner.limit", type: "number" }] },
        { field: "seen_at", op: "=", value: { relative: "today" } },
        {
          op: ">",
          left: {
            aggregate: "SUM",
            over: "parent.orders",
            value: { path: "amount", type: "number" },
            where: { field: "status", op: "in", value: ["paid"] },
          },
          right: { op: "-", of: call("ABS", { path: "spent", type: "number" }) },
        },
      ],
    };
    expect(paths(tree).map((path) => path.join("."))).toEqual([
      "spent",
      "limit",
      "owner.limit",
      "seen_at",
      "parent.orders",
      "parent.orders.amount",
      "parent.orders.status",
    ]);
  });
});

describe("a tree that was not checked", () => {
  it("is refused where it names what there is not", () => {
    expect(() => value(call("NOSUCH"))).toThrow("no function NOSUCH");
    expect(() => value(call("toString"))).toThrow("no function toString");
    expect(() => value({ aggregate: "NOSUCH", over: "orders" })).toThrow("no aggregate NOSUCH");
    expect(() => value({ field: "a", op: "like", value: "x" })).toThrow("no operator like");
  });

  it("is refused where types do not fit", () => {
    expect(() => value({ op: "+", left: text("a"), right: number("1") })).toThrow("text + number is not defined");
    expect(() => value({ op: "<", left: text("a"), right: number("1") })).toThrow("text and number have no order");
    expect(() => value(call("ABS", text("a")))).toThrow("argument 1 is text, not number");
  });
});
