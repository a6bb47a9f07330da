import { describe, expect, it } from "vitest";
import { fieldsOf, resize, take } from "@/core/layout/layout";
import {
  addField,
  copy,
  type Design,
  END,
  type EntityDoc,
  freeCode,
  hidden,
  hide,
  paste,
  recode,
  remove,
  setField,
  setTitle,
  toDesign,
  toDocuments,
} from "./design";
import { mergeDesign } from "./merge-design";

const field = (code: string, more: object = {}) => ({ code, type: "text" as const, label: { zh: code }, ...more });
const ENTITY: EntityDoc = {
  kind: "entity",
  code: "customer",
  app: "crm",
  label: { zh: "客户" },
  fields: [field("name", { title: true }), field("phone"), field("city")],
};
const DESIGN = toDesign({ entity: ENTITY, form: null });
const codes = (design: Design) => design.entity.fields.map((one) => one.code).join(" ");

describe("what is saved", () => {
  it("a form with nothing of its own needs no document", () => {
    expect(toDocuments(DESIGN, null)).toEqual({ entity: ENTITY, form: null });
  });

  it("moved fields move in the entity too, and still need none", () => {
    const moved = { ...DESIGN, layout: [{ field: "phone" }, { field: "name" }, { field: "city" }] };
    const saved = toDocuments(moved, null);
    expect(saved.form).toBeNull();
    expect(saved.entity.fields.map((one) => one.code)).toEqual(["phone", "name", "city"]);
  });

  it("a width makes one, in the entity's app and by its code", () => {
    const { form } = toDocuments({ ...DESIGN, layout: resize(DESIGN.layout, "name", 24) }, null);
    expect(form).toMatchObject({ kind: "form", code: "customer", app: "crm", entity: "customer" });
    expect(form?.layout[0]).toEqual({ field: "name", span: 24 });
  });

  it("one that is there stays, with what it says beside the layout", () => {
    const form = {
      kind: "form" as const,
      code: "customer",
      entity: "customer",
      label: {},
      layout: [],
      description: "x",
    };
    expect(toDocuments(DESIGN, form).form).toMatchObject({ description: "x", layout: DESIGN.layout });
  });

  it("a field that the form does not show stays in the entity, at the end", () => {
    const out = hide(DESIGN, new Set(["name"]));
    expect(hidden(out).map((one) => one.code)).toEqual(["name"]);
    expect(toDocuments(out, null).entity.fields.map((one) => one.code)).toEqual(["phone", "city", "name"]);
    expect(toDocuments(out, null).form).not.toBeNull();
  });
});

describe("fields", () => {
  it("the first text is the title, no later one", () => {
    const blank: Design = { entity: { ...ENTITY, fields: [] }, layout: [] };
    const one = addField(blank, field("a"), END(blank));
    const two = addField(one, field("b"), END(one));
    expect(two.entity.fields.map((it) => it.title)).toEqual([true, undefined]);
  });

  it("a group takes its fields along when it goes", () => {
    const grouped: Design = {
      ...DESIGN,
      layout: [{ field: "name" }, { code: "s", items: [{ field: "phone" }] }, { field: "city" }],
    };
    expect(codes(remove(grouped, new Set(["s"])))).toBe("name city");
  });

  it("one title at a time", () => {
    expect(setTitle(DESIGN, "city").entity.fields.map((one) => one.title)).toEqual([undefined, undefined, true]);
  });

  it("an undefined property is taken away", () => {
    const once = setField(DESIGN, "phone", { required: true });
    expect(Object.keys(setField(once, "phone", { required: undefined }).entity.fields[1] ?? {})).not.toContain(
      "required",
    );
  });

  it("a new code is taken over in the layout, unless a formula speaks of the old one or it is taken", () => {
    expect(fieldsOf(recode(DESIGN, "phone", "tel").layout)).toEqual(["name", "tel", "city"]);
    expect(recode(DESIGN, "phone", "city")).toBe(DESIGN);
    const spoken = addField(DESIGN, field("f", { type: "formula", formula: 'phone & "x"' }) as never, END(DESIGN));
    expect(recode(spoken, "phone", "tel")).toBe(spoken);
  });

  it("copies have codes of their own and are no title", () => {
    const { design, keys } = paste(DESIGN, copy(DESIGN, new Set(["name", "phone"])), END(DESIGN));
    expect(keys).toEqual(["name_2", "phone_2"]);
    expect(design.entity.fields.filter((one) => one.title === true)).toHaveLength(1);
    expect(fieldsOf(design.layout)).toEqual(["name", "phone", "city", "name_2", "phone_2"]);
    const again = paste(design, copy(design, new Set(["name"])), END(design));
    expect(again.keys).toEqual(["name_3"]);
    expect(freeCode("a", [])).toBe("a");
  });
});

describe("two builders", () => {
  it("keep each other's fields, though one has a layout of its own", () => {
    const mine = { ...addField(DESIGN, field("mine"), END(DESIGN)) };
    const wide = { ...mine, layout: resize(mine.layout, "name", 24) };
    const theirs = addField(DESIGN, field("theirs"), { list: "", at: 0 });
    const both = mergeDesign(DESIGN, wide, theirs);
    expect(fieldsOf(both.layout)).toEqual(["theirs", "name", "phone", "city", "mine"]);
    expect(codes(both).split(" ").sort()).toEqual(["city", "mine", "name", "phone", "theirs"]);
  });

  it("leave no place for a field that the other deleted, and none twice", () => {
    const mine: Design = {
      ...DESIGN,
      layout: [{ code: "s", items: [{ field: "phone" }] }, { field: "name" }, { field: "city" }],
    };
    const theirs: Design = { ...remove(DESIGN, new Set(["city"])) };
    const widened: Design = { ...theirs, layout: resize(theirs.layout, "phone", 24) };
    const both = mergeDesign(DESIGN, mine, widened);
    expect(fieldsOf(both.layout).filter((code) => code === "phone")).toHaveLength(1);
    expect(fieldsOf(both.layout)).not.toContain("city");
    expect(take(both.layout, new Set(["phone"])).taken).toHaveLength(1);
  });
});
