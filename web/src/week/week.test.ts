import { describe, expect, it } from "vitest";
import type { EntityInfo } from "@/api/types";
import { type HourItem, nudged } from "@/calendar/hour-grid";
import { CUSTOMER, row } from "@/testing/render";
import { datedEntities, itemOf, landed } from "./week";

const OWNER = { code: "owner", type: "member", label: "负责人", system: true } as const;
const FOLLOWED: EntityInfo = {
  ...CUSTOMER,
  fields: [...CUSTOMER.fields, OWNER, { code: "next", type: "date", label: "下次" }],
  traits: { followed: { next_at: "next" } },
};
const CALL: EntityInfo = {
  ...CUSTOMER,
  code: "call",
  titleField: undefined,
  fields: [
    OWNER,
    { code: "customer", type: "relation", label: "客户", entity: "customer" },
    { code: "at", type: "datetime", label: "时间" },
    { code: "said", type: "long_text", label: "纪要" },
  ],
  traits: { activity: { record: "customer", at: "at", text: "said" } },
};
const ZONE = "Asia/Shanghai";
const [DUE, DONE] = datedEntities([FOLLOWED, CALL, CUSTOMER]);
if (!DUE || !DONE) throw new Error("nothing has a date");

const must = (item: HourItem | null): HourItem => {
  if (!item) throw new Error("no item");
  return item;
};
const dueItem = must(itemOf(DUE, row("a", { name: "华信", next: "2026-03-04" }), ZONE));
const call = {
  ...row("c", { customer: "a", at: "2026-03-01T17:30:00Z", said: "谈价格" }),
  labels: { customer: "华信" },
};
const callItem = must(itemOf(DONE, call, ZONE));

describe("a week", () => {
  it("holds what is due as whole days, and what was done at its hour in the workspace's zone", () => {
    expect(dueItem).toMatchObject({ day: "2026-03-04", start: null, name: "华信", to: "/e/customer/a", movable: true });
    expect(callItem).toMatchObject({
      day: "2026-03-02",
      start: 90,
      end: 120,
      name: "华信 · 谈价格",
      to: "/e/customer/a",
    });
  });

  it("leaves out what has no date, and carries nothing that may not be changed", () => {
    expect(itemOf(DUE, row("a", { next: null }), ZONE)).toBeNull();
    expect(itemOf(DONE, row("c", { at: "never" }), ZONE)).toBeNull();
    const fixed = { ...DUE, entity: { ...DUE.entity, rights: { ...DUE.entity.rights, update: false } } };
    expect(itemOf(fixed, row("a", { next: "2026-03-04" }), ZONE)?.movable).toBe(false);
  });

  it("saves another day, another hour, or the same hour of another day", () => {
    expect(landed(DUE, dueItem, { day: "2026-03-05", start: 600 }, ZONE)).toEqual({ next: "2026-03-05" });
    expect(landed(DONE, callItem, { day: "2026-03-03", start: 600 }, ZONE)).toEqual({ at: "2026-03-03T02:00:00.000Z" });
    expect(landed(DONE, callItem, { day: "2026-03-03", start: null }, ZONE)).toEqual({
      at: "2026-03-02T17:30:00.000Z",
    });
    expect(landed(DONE, callItem, { day: callItem.day, start: callItem.start }, ZONE)).toBeNull();
    expect(landed(DUE, dueItem, { day: dueItem.day, start: null }, ZONE)).toBeNull();
  });

  it("is carried by Alt and the arrows: days sideways, quarters of an hour up and down", () => {
    expect(nudged(dueItem, "ArrowRight")).toEqual({ day: "2026-03-05", start: null });
    expect(nudged(dueItem, "ArrowDown")).toBeNull();
    expect(nudged(callItem, "ArrowDown")).toEqual({ day: "2026-03-02", start: 105 });
    expect(nudged(callItem, "ArrowUp")).toEqual({ day: "2026-03-02", start: 75 });
    expect(nudged(callItem, "Enter")).toBeNull();
  });
});
