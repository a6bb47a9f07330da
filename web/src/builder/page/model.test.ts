import { describe, expect, it } from "vitest";
import type { DefinitionInfo } from "@/api/definitions";
import type { Page } from "@/core/record-page";
import {
  blockOfIssue,
  copied,
  copyOf,
  freeCode,
  type Origin,
  type PageDoc,
  toDesign,
  toDocument,
  waysOf,
} from "./model";

const USUAL: Page<string> = {
  header: [],
  top: [],
  main: [{ code: "facts", type: "facts" }],
  side: [{ code: "timeline", type: "timeline" }],
};
const ORIGIN: Origin = { app: "crm", code: "customer", entity: "customer", label: { zh: "客户" }, usual: USUAL };
const DOC: PageDoc = {
  kind: "record_page",
  code: "customer",
  app: "crm",
  entity: "customer",
  label: { zh: "客户" },
  main: [
    {
      code: "more",
      type: "tabs",
      tabs: [
        { code: "one", label: { zh: "一" }, blocks: [{ code: "facts", type: "facts" }] },
        {
          code: "two",
          label: { zh: "二" },
          blocks: [{ code: "tiles", type: "figures", figures: [{ code: "n", label: { zh: "n" }, value: "1" }] }],
        },
      ],
    },
  ],
};
const NONE = { doc: null, version: 0 };
const ways = waysOf(ORIGIN);

describe("a page and its document", () => {
  it("begins with the usual page, of which no document is made until something is changed", () => {
    const design = toDesign(NONE, ORIGIN);
    expect(toDocument(design, NONE, ORIGIN)).toBeNull();
    expect(ways.holds(NONE, design)).toBe(true);
    const doc = toDocument({ ...design, header: ["owner"] }, NONE, ORIGIN);
    expect(doc).toEqual({
      kind: "record_page",
      code: "customer",
      app: "crm",
      entity: "customer",
      label: { zh: "客户" },
      header: ["owner"],
      main: USUAL.main,
      side: USUAL.side,
    });
  });

  it("keeps what it does not know, and leaves out areas that hold nothing", () => {
    const copy = { doc: { ...DOC, description: { zh: "说明" } }, version: 3 };
    const design = toDesign(copy, ORIGIN);
    expect(toDocument(design, copy, ORIGIN)).toEqual(copy.doc);
    const emptied = toDocument({ ...design, header: ["owner"] }, copy, ORIGIN);
    expect(toDocument({ ...design, header: [] }, { doc: emptied, version: 4 }, ORIGIN)).toEqual(copy.doc);
  });

  it("is found among the definitions unless it is to go", () => {
    const info = { kind: "record_page", code: "customer", state: "draft", version: 2, definition: DOC } as unknown;
    expect(copyOf([info as DefinitionInfo], "customer")).toEqual({ doc: DOC, version: 2 });
    expect(copyOf([{ ...(info as DefinitionInfo), state: "deleted" }], "customer")).toEqual(NONE);
    expect(copyOf([], "customer")).toEqual(NONE);
  });

  it("joins what two people did, and never holds a block twice", () => {
    const base = toDesign({ doc: DOC, version: 1 }, ORIGIN);
    const mine = { ...base, side: [{ code: "log", type: "timeline" as const }] };
    const theirs = { ...base, header: ["phone"], main: [{ code: "log", type: "timeline" as const }, ...base.main] };
    const both = ways.merge(base, mine, theirs);
    expect(both.header).toEqual(["phone"]);
    expect(both.main.map((one) => one.code)).toEqual(["log", "more"]);
    expect(both.side).toEqual([]);
    expect(ways.clashes(base, mine, theirs)).toBe(0);
  });
});

describe("codes", () => {
  const design = toDesign({ doc: DOC, version: 1 }, ORIGIN);

  it("are made free of those of blocks, tabs and figures", () => {
    expect(freeCode(design, "facts")).toBe("facts_2");
    expect(freeCode(design, "one")).toBe("one_2");
    expect(freeCode(design, "n")).toBe("n_2");
    expect(freeCode(design, "fresh", ["fresh"])).toBe("fresh_2");
  });

  it("of a copy are all its own", () => {
    const [tabs] = design.main;
    if (!tabs) throw new Error("no tabs");
    expect(copied(design, tabs)).toMatchObject({
      code: "more_2",
      tabs: [
        { code: "one_2", blocks: [{ code: "facts_2" }] },
        { code: "two_2", blocks: [{ code: "tiles_2", figures: [{ code: "n_2", value: "1" }] }] },
      ],
    });
  });

  it("lead from an issue to its block", () => {
    const at = (path: string) => blockOfIssue(`record_page/customer.${path}`, "customer", design);
    expect(at("main[0].tabs[1].blocks[0].figures[0].value")).toBe("tiles");
    expect(at("main[0].tabs[0].label")).toBe("more");
    expect(at("main[0].shown")).toBe("more");
    expect(at("header[0]")).toBeNull();
    expect(blockOfIssue("main[0].tabs[0].blocks[0]", "customer", design)).toBe("facts");
  });
});
