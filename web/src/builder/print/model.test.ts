import { describe, expect, it } from "vitest";
import type { EntityInfo, FieldInfo } from "@/api/types";
import { along, branches } from "./field-tree";
import { factsTable, marginsOf, newPrintTemplate, type PrintDoc, relatedOf, tidy, usualColumns } from "./model";

const rights = { create: true, update: true, delete: true, import: true, export: true };
const field = (code: string, type: string, more: object = {}) =>
  ({ code, type, label: { zh: code }, ...more }) as FieldInfo;
const entity = (code: string, fields: FieldInfo[], more: object = {}) =>
  ({ code, label: { zh: code }, fields, rights, ...more }) as EntityInfo;

const customer = entity(
  "customer",
  [
    field("name", "text"),
    field("worth", "money"),
    field("note", "long_text"),
    field("photo", "image"),
    field("parent", "relation", { entity: "customer" }),
    field("tags", "relation", { entity: "tag", many: true }),
    field("created_at", "datetime", { system: true }),
  ],
  { titleField: "name" },
);
const quote = entity("quote", [
  field("what", "text"),
  field("price", "money"),
  field("customer", "relation", { entity: "customer" }),
]);
const all = [customer, quote, entity("tag", [field("word", "text")])];

describe("the tree of fields", () => {
  it("leads through relations to one, some levels deep, and through no others", () => {
    expect(branches(all, "customer").find((one) => one.path === "parent")?.leads).toBe("customer");
    expect(branches(all, "customer").map((one) => one.path)).not.toContain("tags");
    expect(branches(all, "customer", "parent")[0]?.path).toBe("parent.name");
    const deep = branches(all, "customer", "parent.parent.parent");
    expect(deep.every((one) => one.leads === null)).toBe(true);
  });

  it("offers no pictures and files as text", () => {
    expect(branches(all, "customer").map((one) => one.field.type)).not.toContain("image");
  });

  it("follows a path to its fields, or to nothing", () => {
    expect(along(all, "customer", "parent.parent.name")?.map((one) => one.code)).toEqual(["parent", "parent", "name"]);
    expect(along(all, "customer", "parent.gone")).toBeNull();
    expect(along(all, "gone", "name")).toBeNull();
  });
});

describe("related records", () => {
  it("are those that point here and those listed here, by the code of the language", () => {
    expect(relatedOf(all, "customer").map((one) => one.of)).toEqual(["customer_parent", "quote_customer", "tags"]);
  });

  it("begin with their first facts, without what leads back", () => {
    const [, quotes] = relatedOf(all, "customer");
    expect(quotes && usualColumns(quotes)).toEqual([
      { path: "what", format: "usual" },
      { path: "price", format: "money" },
    ]);
  });
});

describe("a new template", () => {
  const made = newPrintTemplate({
    code: "card",
    app: "crm",
    label: { zh: "客户资料" },
    entity: customer,
    layout: null,
    related: relatedOf(all, "customer").slice(1, 2),
    say: { name: (label) => (label as { zh: string }).zh, footer: "第 {page} 页" },
  });

  it("is a sheet with all facts and the records that belong here", () => {
    expect(made.footer).toEqual({ center: "第 {page} 页" });
    expect(made.body.content?.map((block) => block.type)).toEqual(["heading", "table", "heading", "rows"]);
    const text = JSON.stringify(made.body);
    expect(text).toContain('"path":"worth"');
    expect(text).not.toContain('"path":"created_at"');
  });

  it("gives each long text a line of its own and fills up the last line", () => {
    const table = factsTable(customer.fields.slice(0, 3), (one) => one.code);
    expect(table.content?.map((row) => row.content?.length)).toEqual([4, 2]);
    const odd = factsTable(customer.fields.slice(0, 1), (one) => one.code);
    expect(odd.content?.[0]?.content?.[1]?.attrs?.colspan).toBe(3);
  });

  it("follows the order of the standard form and leaves out what it leaves out", () => {
    const some = newPrintTemplate({
      code: "card",
      app: "crm",
      label: { zh: "x" },
      entity: customer,
      layout: [{ field: "note" }, { field: "name" }],
      related: [],
      say: { name: () => "", footer: "" },
    });
    const text = JSON.stringify(some.body.content?.[1]);
    expect(text.indexOf('"note"')).toBeLessThan(text.indexOf('"name"'));
    expect(text).not.toContain("worth");
  });
});

describe("a document", () => {
  const doc: PrintDoc = {
    kind: "print_template",
    code: "c",
    label: { zh: "c" },
    entity: "customer",
    body: { type: "doc" },
  };

  it("keeps no blank texts", () => {
    expect(tidy({ ...doc, header: { left: "", right: "x" }, footer: { left: "" } })).toEqual({
      ...doc,
      header: { right: "x" },
    });
  });

  it("has the margins of its paper where none are set", () => {
    expect(marginsOf(doc).left).toBe(20);
    expect(marginsOf({ ...doc, paper: "receipt", margins: { top: 9 } })).toEqual({
      top: 9,
      right: 4,
      bottom: 4,
      left: 4,
    });
  });
});
