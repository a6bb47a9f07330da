import { expect, it } from "vitest";
import type { Design } from "../model/design";
import { issuesByKey, keyOfIssue } from "./issues";

const DESIGN: Design = {
  entity: {
    kind: "entity",
    code: "lead",
    label: { zh: "线索" },
    fields: [
      { code: "name", type: "text", label: { zh: "名称" } },
      { code: "stage", type: "stage", label: { zh: "阶段" } },
    ],
  },
  layout: [
    { field: "stage" },
    { code: "more", items: [{ field: "name" }] },
    { code: "pages", tabs: [{ code: "one", label: { zh: "一" }, items: [{ code: "hint", text: { zh: "说明" } }] }] },
  ],
};

it("leads from a place in a document to the part of the form", () => {
  expect(keyOfIssue("fields[1].options[0].code", DESIGN)).toBe("stage");
  expect(keyOfIssue("entity/lead.fields[0].default", DESIGN)).toBe("name");
  expect(keyOfIssue("form/lead.layout[0].field", DESIGN)).toBe("stage");
  expect(keyOfIssue("form/lead.layout[1].items[0].field", DESIGN)).toBe("name");
  expect(keyOfIssue("form/lead.layout[2].tabs[0].items[0].text", DESIGN)).toBe("hint");
  expect(keyOfIssue("form/lead.layout[2].tabs[0].label", DESIGN)).toBe("pages");
});

it("knows no place for what is elsewhere", () => {
  expect(keyOfIssue("view/mine.columns[2]", DESIGN)).toBeNull();
  expect(keyOfIssue("entity/other.fields[0]", DESIGN)).toBeNull();
  expect(keyOfIssue("fields[9].code", DESIGN)).toBeNull();
  expect(keyOfIssue("form/lead.layout[9].field", DESIGN)).toBeNull();
});

it("says all that is wrong with one part", () => {
  const issues = [
    { path: "fields[0].code", code: "a", message: "甲。" },
    { path: "fields[0].label", code: "b", message: "乙。" },
    { path: "view/mine", code: "c", message: "丙。" },
  ];
  expect([...issuesByKey(issues, DESIGN)]).toEqual([["name", "甲。 乙。"]]);
});
