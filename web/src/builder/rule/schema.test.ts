import { describe, expect, it } from "vitest";
import type { ParameterSchema } from "@/api/rules";
import { bars, everyMonth } from "./bars";
import { keyOf, type Recipient, recipientOf, recipientsOf } from "./recipients";
import { freshValue, freshWith, INPUTS, inputOf, inSight, isMany, parametersOf, put, variantOf } from "./schema";
import { INPUT_OF } from "./schema-form";
import { withInserted } from "./texts";

describe("how a parameter is given", () => {
  it.each<[ParameterSchema, string]>([
    [{ "x-input": "recipients", type: "array" }, "recipients"],
    [{ "x-input": "url", type: "string" }, "line"],
    [{ "x-input": "fields", type: "array" }, "field"],
    [{ "x-input": "brand_new", type: "integer" }, "number"],
    [{ "x-input": "brand_new" }, "raw"],
    [{ enum: ["a"] }, "choice"],
    [{ oneOf: [{}] }, "variant"],
    [{ type: "boolean" }, "flag"],
    [{ type: ["string", "null"] }, "line"],
    [{ type: "object", properties: {} }, "object"],
    [{ type: "object" }, "raw"],
    [{ type: "array", items: { type: "string" } }, "list"],
    [{ type: "array", items: { properties: { field: { "x-input": "field" }, value: {} } } }, "values"],
  ])("%j by %s", (schema, input) => {
    expect(inputOf(schema)).toBe(input);
  });

  it("has a component for each way", () => {
    expect(Object.keys(INPUT_OF).sort()).toEqual([...INPUTS].sort());
  });

  it("is asked in the order of the schema, what is required marked", () => {
    const schema = { properties: { b: { type: "string" }, a: { type: "array" } }, required: ["a"] };
    expect(parametersOf(schema).map(({ name, required }) => [name, required])).toEqual([
      ["b", false],
      ["a", true],
    ]);
    expect(parametersOf({})).toEqual([]);
    expect(isMany({ type: "array" })).toBe(true);
  });

  it("is not kept once it is undefined", () => {
    expect(put({ a: 1 }, "b", 2)).toEqual({ a: 1, b: 2 });
    expect(put({ a: 1, b: 2 }, "b", undefined)).toEqual({ a: 1 });
  });
});

describe("parameters in sight", () => {
  const all = ["way", "to", "table", "field", "open", "most"].map((name) => ({
    name,
    schema: {},
    required: name === "open",
  }));
  const names = (values: object) => inSight(all, { ...values }).shown.map(({ name }) => name);
  it("are the first, those that are needed or given, and what a choice names", () => {
    expect(names({})).toEqual(["way", "to", "open"]);
    expect(inSight(all, {}).folded.map(({ name }) => name)).toEqual(["table", "field", "most"]);
  });
  it("are all where few would be folded", () => {
    expect(names({ way: "table" })).toHaveLength(6);
    expect(names({ most: 3 })).toHaveLength(6);
    expect(inSight(all.slice(0, 4), {}).folded).toEqual([]);
  });
});

describe("variants", () => {
  const schema: ParameterSchema = {
    oneOf: [
      { type: "object", properties: { how: { const: "turn" }, group: { type: "string" } }, required: ["how"] },
      {
        type: "object",
        properties: { how: { const: "fixed" }, member: { type: "string" } },
        required: ["how", "member"],
      },
      { const: "supervisor" },
      { type: "array" },
    ],
  };
  it("are told by their fixed parts", () => {
    expect(variantOf(schema, { how: "turn", group: "a" })).toBe(0);
    expect(variantOf(schema, { how: "fixed", member: "m" })).toBe(1);
    expect(variantOf(schema, { how: "fixed" })).toBe(-1);
    expect(variantOf(schema, "supervisor")).toBe(2);
    expect(variantOf(schema, [1])).toBe(3);
    expect(variantOf(schema, undefined)).toBe(-1);
    expect(variantOf({}, 1)).toBe(-1);
  });

  it("begin with their fixed parts and what they need", () => {
    expect(freshValue(schema.oneOf?.[0] ?? {})).toEqual({ how: "turn" });
    expect(freshValue(schema.oneOf?.[1] ?? {})).toEqual({ how: "fixed", member: "" });
    expect(freshValue({ const: 3 as unknown as string })).toBe(3);
    expect(freshValue({ type: "array" })).toEqual([]);
    expect(freshValue({ type: "boolean" })).toBe(true);
    expect(freshValue({ type: "string", enum: ["x", "y"] })).toBe("x");
    expect(freshValue({ type: "integer", default: 5 })).toBe(5);
    expect(freshWith({ properties: { a: { default: 1 }, b: {} } })).toEqual({ a: 1 });
  });
});

describe("recipients", () => {
  const all: Recipient[] = [
    { who: "owner" },
    { who: "followers" },
    { who: "field", field: "customer.email" },
    { who: "member", id: "m1" },
    { who: "group", id: "g1" },
    { who: "department", id: "d1" },
    { who: "department", id: "d1", below: true },
    { who: "head" },
    { who: "head", id: "d1" },
    { who: "role", role: "sales" },
  ];
  it("are the same after having been a choice", () => {
    for (const one of all) expect(recipientOf(keyOf(one))).toEqual(one);
    expect(new Set(all.map(keyOf)).size).toBe(all.length);
  });

  it("that nobody knows are none", () => {
    expect(recipientOf("nobody")).toBeNull();
    expect(recipientOf("planet:mars")).toBeNull();
    expect(recipientsOf([{ who: "owner" }, { who: "martian" }, "owner", null])).toEqual([{ who: "owner" }]);
    expect(recipientsOf({ who: "creator" })).toEqual([{ who: "creator" }]);
    expect(recipientsOf(undefined)).toEqual([]);
  });
});

it("a field is put into a text where one types, in the place of what is selected", () => {
  expect(withInserted("您好，", "name", 3)).toEqual({ text: "您好，{name}", at: 9 });
  expect(withInserted("a X b", "customer.name", 2, 3)).toEqual({ text: "a {customer.name} b", at: 17 });
});

it("bars are as high as their months, and none that happened is without", () => {
  const months = [
    { month: "2026-09", fired: 0 },
    { month: "2026-10", fired: 1 },
    { month: "2026-11", fired: 400 },
  ];
  expect(bars(months).map(({ share }) => share)).toEqual([0, 3, 100]);
  expect(bars([])).toEqual([]);
});

it("leaves no month out of the months in which a rule would have fired", () => {
  const found = everyMonth([
    { month: "2026-11", fired: 2 },
    { month: "2027-02", fired: 1 },
  ]);
  expect(found.map(({ month, fired }) => `${month} ${fired}`)).toEqual([
    "2026-11 2",
    "2026-12 0",
    "2027-01 0",
    "2027-02 1",
  ]);
  expect(everyMonth([])).toEqual([]);
});
