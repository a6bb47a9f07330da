import { describe, expect, it } from "vitest";
import { evaluate, holds, type Tree, toJson } from "@/core/expression";
import { type Case, environment, rows, vectors } from "@/testing/expression";
import { FUNCTIONS } from "./functions";

/** In a checked tree these are no calls. All others must be there: nothing is left for the server alone. */
const NO_CALLS: Record<string, string> = {
  AND: "is the node all",
  OR: "is the node any",
  NOT: "is the node not",
  CONCAT: "is the operator &",
  ANY: "is an aggregate only",
  ALL: "is an aggregate only",
};

const name = (one: Case) => one.text ?? JSON.stringify(one.condition);

function calls(tree: unknown): string[] {
  if (typeof tree !== "object" || tree === null) return [];
  const inner = Object.values(tree).flatMap(calls);
  return "call" in tree && typeof tree.call === "string" ? [tree.call, ...inner] : inner;
}

describe.each([...vectors])("%s", (file, { entity, cases }) => {
  const checked = cases.filter((one): one is Case & { tree: Tree } => one.tree !== undefined);

  it.each(checked.map((one) => [name(one), one] as const))("%s", (_, { tree, values }) => {
    expect(rows(entity).map((row) => toJson(evaluate(tree, row, environment)))).toEqual(values);
    expect(rows(entity).map((row) => holds(tree, row, environment))).toEqual(values?.map((value) => value === true));
  });

  it("leaves out only what the checker refuses", () => {
    expect(cases.filter((one) => !one.tree && !one.problems)).toEqual([]);
    expect(checked.length === 0).toBe(file === "refused.json");
  });
});

describe("the catalogue", () => {
  const examples = vectors.get("functions.json")?.cases.map((one) => one.function ?? "") ?? [];
  const called = [...vectors.values()].flatMap(({ cases }) => cases.flatMap((one) => calls(one.tree)));

  it("is implemented but for what is no call in a checked tree", () => {
    const missing = new Set(examples.filter((one) => !Object.hasOwn(FUNCTIONS, one)));
    expect([...missing].filter((one) => !(one in NO_CALLS))).toEqual([]);
    expect(called.filter((one) => one in NO_CALLS)).toEqual([]);
  });

  it("has no function that the server does not know", () => {
    expect(Object.keys(FUNCTIONS).filter((one) => !examples.includes(one))).toEqual([]);
  });
});
