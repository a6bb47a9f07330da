import { describe, expect, it } from "vitest";
import {
  hasBefore,
  inSave,
  mayBeInSave,
  newRule,
  RULE_WAYS,
  type RuleDoc,
  TRIGGERS,
  tidy,
  triggerOf,
  withTrigger,
} from "./model";
import { freshTrigger, GROUPS, standingFields, TRIGGER_GROUPS } from "./triggers";

const RULE = newRule("leads", "crm", { zh: "官网线索" }, "customer");
const FIELDS = [
  { code: "name", type: "text" as const, label: "名称" },
  { code: "source", type: "select" as const, label: "来源" },
  { code: "stage", type: "stage" as const, label: "阶段" },
  { code: "ends", type: "date" as const, label: "到期" },
  { code: "created_at", type: "datetime" as const, label: "创建", system: true },
];

describe("the document of a rule", () => {
  it("comes back from the builder as it went in", () => {
    const doc: RuleDoc = {
      ...RULE,
      note: "why",
      order: 3,
      where: { all: [{ field: "source", op: "in", value: ["web"] }] },
      was: "ISBLANK(owner)",
      once: { per: "day" },
      limit: { runs: 10, per: "hour" },
      as: "set",
      when: { changed: { field: "stage", from: ["new"], to: ["won"] } },
      then: [{ code: "s1", do: "branch", with: { cases: [{ if: "TRUE", then: [] }], otherwise: [] } }],
    };
    expect(tidy(RULE_WAYS.open({ doc, version: 1 }))).toEqual(doc);
    expect(RULE_WAYS.holds({ doc, version: 1 }, doc)).toBe(true);
  });

  it("says nothing that its absence says as well", () => {
    const doc: RuleDoc = {
      ...RULE,
      at: "after",
      as: "record",
      note: " ",
      where: "  ",
      was: undefined,
      once: undefined,
    };
    expect(tidy(doc)).toEqual(RULE);
    expect(tidy({ ...RULE, where: " TRUE " }).where).toBe("TRUE");
  });

  it("keeps what somebody switched off", () => {
    expect(tidy({ ...RULE, on: false }).on).toBe(false);
  });

  it("joins steps that two people added at once", () => {
    const mine: RuleDoc = { ...RULE, then: [{ code: "smine", do: "todo", with: {} }] };
    const theirs: RuleDoc = { ...RULE, label: { zh: "新名" }, then: [{ code: "stheirs", do: "tag", with: {} }] };
    const both = RULE_WAYS.merge(RULE, mine, theirs);
    expect(both.label).toEqual({ zh: "新名" });
    expect(both.then.map(({ code }) => code).sort()).toEqual(["smine", "stheirs"]);
  });
});

describe("triggers", () => {
  it("are all in a group, each once", () => {
    const offered = GROUPS.flatMap((group) => TRIGGER_GROUPS[group]);
    expect([...offered].sort()).toEqual([...TRIGGERS].sort());
  });

  it.each(TRIGGERS)("%s begins with what is most likely meant, and is read again", (kind) => {
    const doc = withTrigger(RULE, freshTrigger(kind, FIELDS));
    expect(Object.keys(doc.when)).toEqual([kind]);
    expect(triggerOf(doc)).toBe(kind);
  });

  it("takes stages before other fields, and people's dates before the system's", () => {
    expect(standingFields(FIELDS).map(({ code }) => code)).toEqual(["stage", "source"]);
    expect(freshTrigger("entered", FIELDS)).toEqual({ entered: { field: "stage", values: [] } });
    expect(freshTrigger("date", FIELDS).date?.field).toBe("ends");
    expect(freshTrigger("date", FIELDS.slice(4)).date?.field).toBe("created_at");
    expect(freshTrigger("left", [])).toEqual({ left: { field: "", values: [] } });
  });

  it("take with them what only the old one could say", () => {
    const changed: RuleDoc = { ...withTrigger(RULE, { changed: { field: "stage" } }), was: "TRUE", at: "save" };
    expect(hasBefore(changed)).toBe(true);
    const timed = withTrigger(changed, { schedule: { every: "day" } });
    expect([timed.was, timed.at, hasBefore(timed), mayBeInSave(timed)]).toEqual([undefined, undefined, false, false]);
    expect(withTrigger(changed, { left: { field: "stage", values: ["new"] } }).was).toBe("TRUE");
  });

  it("before saving know no limits and no sets", () => {
    const doc: RuleDoc = { ...RULE, at: "save", once: { per: "ever" }, limit: { runs: 1, per: "day" }, as: "set" };
    const { once, limit, as } = inSave(doc);
    expect([once, limit, as]).toEqual([undefined, undefined, undefined]);
    expect(inSave({ ...doc, at: "after" }).once).toEqual({ per: "ever" });
  });
});
