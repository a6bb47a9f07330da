import { expect, it } from "vitest";
import { editorOf, tabOf } from "./registry";
import { propertiesOf } from "./schema";

// biome-ignore-start lint/suspicious/noThenProperty: JSON Schema calls it so
const SCHEMA = {
  properties: {
    fields: {
      items: {
        properties: { code: { type: "string" }, required: { type: "boolean" }, shown: { type: "string" } },
        allOf: [
          { if: { properties: { type: { const: "text" } } }, then: { properties: { length: { type: "integer" } } } },
          { if: { properties: { type: { const: "money" } } }, then: { properties: { currency: { enum: ["CNY"] } } } },
        ],
      },
    },
  },
};
// biome-ignore-end lint/suspicious/noThenProperty: as above

it("takes the properties of a type from the published schema, its own first", () => {
  expect(propertiesOf(SCHEMA, "text").map((one) => one.name)).toEqual(["length", "code", "required", "shown"]);
  expect(propertiesOf(SCHEMA, "money").map((one) => one.name)).toEqual(["currency", "code", "required", "shown"]);
  expect(propertiesOf({}, "text")).toEqual([]);
});

it("edits a property that nobody told it of by its shape", () => {
  const editors = [{ type: "boolean" }, { type: "integer" }, { type: "string" }, { enum: ["a"] }].map((schema) =>
    editorOf("brand_new", schema, "text"),
  );
  expect(editors.every((one) => one !== null)).toBe(true);
  expect(new Set(editors).size).toBe(4);
  expect(editorOf("brand_new", { type: "null" }, "text")).toBeNull();
});

it("edits an expression as one, whatever its shape", () => {
  const condition = editorOf("shown", { type: "string" }, "text");
  expect(condition).toBe(editorOf("default", { type: ["string", "number", "boolean"] }, "date"));
  expect(condition).not.toBe(editorOf("unit", { type: "string" }, "number"));
});

it("puts each property on one of the three pages, and none that has a place of its own", () => {
  expect(tabOf("required")).toBe("checks");
  expect(tabOf("shown")).toBe("look");
  expect(tabOf("brand_new")).toBe("field");
  expect(["code", "type", "label", "title"].map(tabOf)).toEqual([null, null, null, null]);
});
