import i18next from "i18next";
import { describe, expect, it } from "vitest";
import type { ActionInfo } from "@/api/rules";
import type { Target } from "../button/actions";
import { offersOf } from "./offered";
import { scopeOf } from "./scope";

const label = (zh: string) => ({ zh, en: zh });
const action = (code: string, group: string, more: Partial<ActionInfo> = {}): ActionInfo => ({
  code,
  group: { code: group, label: label(group) },
  title: label(`动作 ${code}`),
  help: label(`${code} 的说明`),
  sentence: label(code),
  parameters: {},
  example: {},
  inSave: false,
  ...more,
});
const ACTIONS = [
  action("set", "record", { inSave: true }),
  action("refuse", "record", { inSave: true, onlyInSave: true }),
  action("todo", "tell"),
  action("run_rule", "control"),
];
const offers = (inSave: boolean, typed = "") =>
  offersOf(ACTIONS, inSave, typed, i18next.getFixedT("zh"), "zh").map((group) => [
    group.code,
    ...group.offers.map(({ code }) => code),
  ]);

describe("what a step can be", () => {
  it("after saving: all but what refuses a saving, the flow at the end", () => {
    expect(offers(false)).toEqual([
      ["record", "set"],
      ["tell", "todo"],
      ["control", "branch", "each", "wait", "run_rule"],
    ]);
  });

  it("before saving: only what may stand there", () => {
    expect(offers(true)).toEqual([
      ["record", "set", "refuse"],
      ["control", "branch"],
    ]);
  });

  it("is found by its title or what it does, whatever the spaces", () => {
    expect(offers(false, "动作todo")).toEqual([["tell", "todo"]]);
    expect(offers(false, "set的说明")).toEqual([["record", "set"]]);
    expect(offers(false, "等待")).toEqual([["control", "wait"]]);
    expect(offers(false, "飞")).toEqual([]);
  });
});

describe("the fields of a condition", () => {
  const customer: Target = {
    code: "customer",
    label: label("客户"),
    fields: [{ code: "level", type: "select", label: label("级别") }],
  };
  const order: Target = {
    code: "order",
    label: label("订单"),
    fields: [
      { code: "customer", type: "relation", label: label("客户"), entity: "customer" },
      { code: "helpers", type: "relation", label: label("协作"), entity: "customer", many: true },
    ],
  };
  const codes = (own: boolean) => scopeOf(order, [order, customer], "zh", own).fields.map(({ code }) => code);

  it("are its own and those of the one record that a relation leads to, by their paths", () => {
    expect(codes(false)).toEqual(["customer", "helpers", "customer.level"]);
    const far = scopeOf(order, [order, customer], "zh").fields.at(-1);
    expect(far).toMatchObject({ label: "客户 · 级别", readonly: true });
  });

  it("are its own alone where the record as it was is looked at", () => {
    expect(codes(true)).toEqual(["customer", "helpers"]);
  });
});
