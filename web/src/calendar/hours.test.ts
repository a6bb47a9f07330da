import { describe, expect, it } from "vitest";
import type { FieldInfo } from "@/api/types";
import { CUSTOMER, row } from "@/testing/render";
import { type Dates, spellOf } from "@/views/spells";
import { hourCarried, hourItem, knowsHours } from "./hours";

const moment = (code: string): FieldInfo => ({ code, type: "datetime", label: code });
const DATES: Dates = { from: moment("begin"), to: moment("finish"), zone: "Asia/Shanghai" };
const LOOK = { entity: CUSTOMER, titleField: undefined, colorField: undefined, paint: () => undefined };

function spell(begin: string, finish: string | null) {
  const found = spellOf(row("a", { name: "华信", begin, finish }), DATES);
  if (!found) throw new Error("no spell");
  return found;
}

const item = (begin: string, finish: string | null) => hourItem(spell(begin, finish), LOOK, DATES, true);

describe("a calendar by the hour", () => {
  it("is of records that begin at moments", () => {
    expect(knowsHours(DATES)).toBe(true);
    expect(knowsHours({ ...DATES, from: { code: "d", type: "date", label: "d" } })).toBe(false);
  });

  it("puts records at their hours, as long as they last", () => {
    expect(item("2026-03-02T01:00:00Z", "2026-03-02T02:30:00Z")).toMatchObject({
      day: "2026-03-02",
      start: 540,
      end: 630,
    });
    expect(item("2026-03-02T01:00:00Z", null)).toMatchObject({ start: 540, end: 570 });
    expect(item("2026-03-02T15:50:00Z", null)).toMatchObject({ start: 1430, end: 1440 });
    expect(item("2026-03-02T01:00:00Z", "2026-03-02T00:30:00Z")).toMatchObject({ start: 540, end: 570 });
  });

  it("puts what lasts over several days above the hours", () => {
    expect(item("2026-03-02T01:00:00Z", "2026-03-04T01:00:00Z")).toMatchObject({
      day: "2026-03-02",
      until: "2026-03-04",
      start: null,
      timed: false,
    });
  });

  it("carries the end along with the beginning", () => {
    const held = spell("2026-03-02T01:00:00Z", "2026-03-02T02:30:00Z");
    expect(hourCarried(held, { day: "2026-03-03", start: 600 }, DATES)).toEqual({
      begin: "2026-03-03T02:00:00.000Z",
      finish: "2026-03-03T03:30:00.000Z",
    });
    expect(hourCarried(held, { day: "2026-03-03", start: null }, DATES)).toEqual({
      begin: "2026-03-03T01:00:00.000Z",
      finish: "2026-03-03T02:30:00.000Z",
    });
    expect(hourCarried(held, { day: "2026-03-02", start: 540 }, DATES)).toBeNull();
    expect(hourCarried(spell("2026-03-02T01:00:00Z", null), { day: "2026-03-02", start: 0 }, DATES)).toEqual({
      begin: "2026-03-01T16:00:00.000Z",
    });
  });
});
