import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { EntityInfo } from "@/api/types";
import { type Environment, Instant } from "@/core/expression";
import { isBlank, sameValue, type Value } from "@/core/value";
import { type FormLogic, formLogic, type LogicContext } from "./form-logic";
import { type Known, Unknown } from "./logic-row";

type Values = Record<string, Value>;
type Case = { before?: Values & { _then?: Values }; set: Values; refused: string[] };
type Vectors = {
  client: { fields: EntityInfo["fields"] };
  related: Record<string, Values>;
  described: EntityInfo;
  cases: Case[];
};

const vectors = JSON.parse(readFileSync(join(import.meta.dirname, "../../../spec/form/logic.json"), "utf8")) as Vectors;
const bid = vectors.described;
const client: EntityInfo = {
  ...bid,
  code: "spec_client",
  fields: vectors.client.fields.map((field) => ({ ...field, valueType: "text" })),
  checks: [],
};

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
const known: Known = (code, id) => {
  const values = code === "spec_client" ? vectors.related[id.slice(1)] : undefined;
  return values && { entity: client, values };
};
const context: LogicContext = { environment, known };

/** The record as it stands before the write: a new one with its defaults, then changed. */
function stored(before: Case["before"]): Values | undefined {
  if (!before) return undefined;
  const { _then, ...made } = before;
  return { ...formLogic(bid, made as Values, context).values, ..._then };
}

/** What the form tells that the server will refuse. */
function told(now: FormLogic, set: Values, before: Values | undefined): string[] {
  const was = before && formLogic(bid, {}, { ...context, before });
  const found: string[] = [];
  for (const [code, { shown, required, readOnly, issue }] of now.fields) {
    const changes = code in set && !sameValue(set[code], before?.[code]);
    const asked = !before || code in set || was?.fields.get(code)?.required !== true;
    if (shown && required && isBlank(now.values[code]) && asked) found.push(`${code} value-required`);
    if (readOnly && changes && !bid.fields.find((field) => field.code === code)?.readonly) {
      found.push(`${code} field-locked`);
    }
    if (issue === "option" && changes) found.push(`${code} option-unavailable`);
  }
  return [...found, ...now.failing.map((check) => `${check.field ?? ""} check-failed`)].sort();
}

describe("forms tell what the server refuses", () => {
  it.each(vectors.cases.map((one) => [JSON.stringify(one), one] as const))("%s", (_, { before, set, refused }) => {
    const there = stored(before);
    expect(told(formLogic(bid, set, { ...context, before: there }), set, there)).toEqual(refused);
  });
});
