import { describe, expect, it } from "vitest";
import type { EntityInfo, FieldInfo } from "@/api/types";
import { type Environment, Instant, type Tree } from "@/core/expression";
import type { Value } from "@/core/value";
import { EMPTY_DRAFT, sendable, withDefaults, withValue } from "./draft";
import { formLogic, type LogicContext } from "./form-logic";
import { Unknown } from "./logic-row";

const unknown = (): never => {
  throw new Unknown("people");
};

const environment: Environment = {
  now: Instant.of(new Date("2026-11-22T04:00:00Z")),
  zone: "Asia/Shanghai",
  language: "zh",
  caller: "m1",
  directory: { departmentOf: unknown, supervisorOf: unknown, andBelow: unknown },
};
const nowhere: LogicContext = { environment, known: () => undefined };

const is = (field: string, value: string): Tree => ({ op: "=", left: { path: field }, right: { value } });
const more = (field: string, value: string): Tree => ({
  op: ">",
  left: { path: field },
  right: { value, type: "number" },
});
const blank = (field: string): Tree => ({ call: "ISBLANK", args: [{ path: field }] });

const field = (code: string, more: Partial<FieldInfo> = {}): FieldInfo => ({
  code,
  type: "text",
  valueType: "text",
  label: { zh: code },
  ...more,
});
const entity = (fields: FieldInfo[], more: Partial<EntityInfo> = {}): EntityInfo => ({
  code: "bid",
  label: { zh: "商机" },
  fields,
  rights: { create: true, update: true, delete: true, import: true, export: true },
  ...more,
});
const options = [
  { code: "open", label: { zh: "在谈" } },
  { code: "won", label: { zh: "赢单" }, when: more("amount", "0") },
];
const STAGE = field("stage", { type: "stage", options });
const AMOUNT = field("amount", { type: "money", valueType: "number" });

const logic = (of: EntityInfo, values: Record<string, Value>, context = nowhere) => formLogic(of, values, context);
const one = (of: EntityInfo, code: string, values: Record<string, Value>, context = nowhere) => {
  const found = logic(of, values, context).fields.get(code);
  if (!found) throw new Error(code);
  return found;
};

describe("one field", () => {
  const bid = entity([
    STAGE,
    AMOUNT,
    field("double", {
      type: "formula",
      valueType: "number",
      formulaTree: { op: "*", left: { path: "amount" }, right: { value: "2", type: "number" } },
      readonly: true,
    }),
    field("reason", { required: true, shown: is("stage", "lost") }),
    field("approver", { requiredWhen: more("double", "100") }),
    field("ticket", { readonlyWhen: { not: blank("ticket") } }),
  ]);

  it("is hidden, and then not asked for, while its condition does not hold", () => {
    expect(one(bid, "reason", {})).toMatchObject({ shown: false, required: false });
    expect(one(bid, "reason", { stage: "lost" })).toMatchObject({ shown: true, required: true });
  });

  it("is asked for by a formula that is worked out while one types", () => {
    expect(one(bid, "approver", { amount: "50" }).required).toBe(false);
    expect(one(bid, "approver", { amount: "50.01" }).required).toBe(true);
    expect(one(bid, "approver", { amount: "5x" }).required).toBe(false);
  });

  it("is locked by what the record was, a new one by all but itself", () => {
    expect(one(bid, "ticket", { ticket: "T" }).readOnly).toBe(false);
    expect(one(bid, "ticket", { ticket: "T" }, { ...nowhere, before: {} }).readOnly).toBe(false);
    expect(one(bid, "ticket", { ticket: null }, { ...nowhere, before: { ticket: "T" } }).readOnly).toBe(true);
    expect(one(bid, "double", {}).readOnly).toBe(true);
  });

  it("offers the options whose condition holds, and says when the chosen one is gone", () => {
    expect(one(bid, "stage", {}).options?.map((each) => each.code)).toEqual(["open"]);
    expect(one(bid, "stage", { amount: "1" }).options?.map((each) => each.code)).toEqual(["open", "won"]);
    expect(one(bid, "stage", { stage: "won" }).issue).toBe("option");
    expect(one(bid, "stage", { stage: "won", amount: "1" }).issue).toBeUndefined();
  });

  it("offers no option that is retired", () => {
    const old = entity([field("a", { options: [{ code: "x", label: "x", retired: true }] })]);
    expect(one(old, "a", {}).options).toEqual([]);
    expect(one(old, "a", { a: "x" }).issue).toBeUndefined();
  });
});

describe("what cannot be known here", () => {
  const bid = entity([
    field("client", { type: "relation", valueType: "record", entity: "client" }),
    field("owner", { type: "member", valueType: "member", system: true }),
    field("department", { type: "department", valueType: "department", system: true }),
    field("a", { shown: is("client.rank", "vip"), required: true }),
    field("b", { requiredWhen: is("owner.name", "x"), readonlyWhen: is("owner.name", "x") }),
    field("c", { shown: { call: "NOSUCH", args: [] } }),
    field("d", { shown: blank("department") }),
    field("e", { shown: is("hidden", "x") }),
  ]);
  const client = entity([field("rank")], { code: "client" });
  const id = "0199f0a0-0000-7000-8000-000000000001";

  it("is left to the server: the field is shown, not asked for and not locked", () => {
    for (const code of ["a", "c", "d", "e"]) expect(one(bid, code, { client: id }).shown, code).toBe(true);
    expect(one(bid, "b", {})).toMatchObject({ required: false, readOnly: false });
  });

  it("is judged as soon as the related record is here", () => {
    const rank = (value: string): LogicContext => ({
      environment,
      known: (code, which) =>
        code === "client" && which === id ? { entity: client, values: { rank: value } } : undefined,
    });
    expect(one(bid, "a", { client: id }, rank("vip")).shown).toBe(true);
    expect(one(bid, "a", { client: id }, rank("plain")).shown).toBe(false);
    expect(one(bid, "a", {}, rank("vip")).shown).toBe(false);
  });
});

describe("defaults", () => {
  const bid = entity([
    field("stage", { options, defaultTree: { value: "在谈" } }),
    field("tags", { valueType: "list", itemType: "text", defaultTree: { value: "hot" } }),
    field("start", { type: "datetime", valueType: "datetime", defaultTree: { value: "2026-11-22", type: "date" } }),
    field("title", { defaultTree: { op: "&", left: { path: "stage" }, right: { path: "name" } } }),
    field("name"),
    field("keeper", { type: "member", valueType: "member", defaultTree: { call: "ME", args: [] } }),
    field("note", { shown: is("stage", "open") }),
  ]);

  it("are worked out live, fit their fields, and conditions see them", () => {
    const { values } = logic(bid, { name: "!" });
    expect(values).toMatchObject({ stage: "open", tags: ["hot"], start: "2026-11-21T16:00:00.000Z", title: "open!" });
    expect(one(bid, "note", {}).shown).toBe(true);
    expect(one(bid, "note", { stage: null }).shown).toBe(false);
  });

  it("give way to what somebody typed, a blank too, and are not for records that are there", () => {
    expect(logic(bid, { title: null }).values.title).toBeNull();
    expect(logic(bid, {}, { ...nowhere, before: { stage: null } }).values.stage).toBeNull();
  });

  it("stand in the form where they have a name", () => {
    const shown = withDefaults(bid, withValue(EMPTY_DRAFT, "name", "x"), logic(bid, { name: "x" }), {
      id: "m1",
      name: "林",
    });
    expect(shown.values).toMatchObject({ name: "x", stage: "open", title: "openx", keeper: "m1" });
    expect(shown.labels).toEqual({ keeper: "林" });
    expect("tags" in shown.values).toBe(false);
  });
});

describe("checks", () => {
  const order = {
    code: "order",
    field: "ends",
    message: { zh: "先后" },
    needs: ["begins", "ends"],
    when: { op: ">=", left: { path: "ends" }, right: { path: "begins" } } as Tree,
  };
  const oneOf = { code: "one_of", message: { zh: "至少一个" }, needs: [], when: { not: blank("begins") } as Tree };
  const unclear = { code: "unclear", message: { zh: "?" }, needs: ["begins"], when: { value: null } as Tree };
  const day = { type: "date", valueType: "date" } as const;
  const bid = entity([field("begins", day), field("ends", day)], { checks: [order, oneOf, unclear] });

  it("are told at their field once all that they compare is there", () => {
    expect(logic(bid, { ends: "2026-01-01" }).failing).toEqual([]);
    const failed = logic(bid, { begins: "2026-01-02", ends: "2026-01-01" });
    expect(failed.failing).toEqual([order]);
    expect(failed.fields.get("ends")?.issue).toBe(order);
    expect(logic(bid, { begins: "2026-01-02", ends: "2026-01-02" }).failing).toEqual([]);
  });

  it("that ask about blanks are left until saving", () => {
    expect(logic(bid, {}).failing).toEqual([]);
  });
});

it("sends nothing that is hidden or locked", () => {
  const bid = entity([STAGE, AMOUNT, field("reason", { shown: is("stage", "lost") }), field("x", { readonly: true })]);
  const values = { stage: "open", reason: "old", x: "y", amount: "1" };
  expect(sendable({ values, labels: {} }, logic(bid, values))).toEqual({ stage: "open", amount: "1" });
});

it("takes a small part of a frame for 100 fields with 30 conditions", () => {
  const fields = Array.from({ length: 100 }, (_, i) =>
    field(`f${i}`, {
      type: "number",
      valueType: "number",
      shown: i % 10 === 1 ? more(`f${i - 1}`, "0") : undefined,
      requiredWhen: i % 10 === 2 ? more(`f${i - 2}`, "5") : undefined,
      formulaTree:
        i % 10 === 3
          ? { op: "+", left: { path: `f${i - 1}` }, right: { path: i > 10 ? `f${i - 10}` : "f0" } }
          : undefined,
    }),
  );
  const big = entity(fields);
  const values = Object.fromEntries(fields.map((each, i) => [each.code, String(i)]));
  for (let i = 0; i < 50; i++) logic(big, values);
  const begun = performance.now();
  for (let i = 0; i < 50; i++) logic(big, values);
  expect((performance.now() - begun) / 50).toBeLessThan(8);
});
