import { describe, expect, it } from "vitest";
import {
  type Environment,
  evaluate,
  fromJson,
  Instant,
  type Json,
  type Row,
  type Tree,
  toJson,
} from "@/core/expression";
import { dayNumber } from "./calendar";
import { instantAt } from "./moments";
import { offsetAt } from "./zones";

const NOTHING: Row = { value: () => null, children: () => [] };
const DIRECTORY = { departmentOf: () => null, supervisorOf: () => null, andBelow: () => [] };

function inZone(zone: string, tree: Tree, now = "2026-11-22T01:30:00Z"): Json {
  const environment: Environment = {
    now: Instant.of(new Date(now)),
    zone,
    language: "en",
    caller: null,
    directory: DIRECTORY,
  };
  return toJson(evaluate(tree, NOTHING, environment));
}

const number = (value: number): Tree => ({ value: String(value), type: "number" });
const moment = (value: string): Tree => ({ value, type: "datetime" });
const clock = (...parts: number[]): Tree => ({ call: "DATETIME", args: parts.map(number) });
const NEW_YORK = "America/New_York";

describe("a wall-clock time", () => {
  it("that a zone skips is as long after the gap as it is after its beginning", () => {
    expect(inZone(NEW_YORK, clock(2026, 3, 8, 2, 30, 0))).toBe("2026-03-08T07:30:00Z");
    expect(inZone(NEW_YORK, clock(2026, 3, 8, 1, 59, 59))).toBe("2026-03-08T06:59:59Z");
    expect(inZone(NEW_YORK, clock(2026, 3, 8, 3, 0, 0))).toBe("2026-03-08T07:00:00Z");
  });

  it("that a zone repeats is the later one", () => {
    expect(inZone(NEW_YORK, clock(2026, 11, 1, 1, 30, 0))).toBe("2026-11-01T06:30:00Z");
    expect(inZone(NEW_YORK, clock(2026, 11, 1, 0, 59, 59))).toBe("2026-11-01T04:59:59Z");
    expect(inZone(NEW_YORK, clock(2026, 11, 1, 2, 0, 0))).toBe("2026-11-01T07:00:00Z");
  });

  it("is eight hours ahead in Shanghai, and was nine in the summers of its daylight saving", () => {
    expect(inZone("Asia/Shanghai", clock(2026, 7, 1, 0, 0, 0))).toBe("2026-06-30T16:00:00Z");
    expect(inZone("Asia/Shanghai", clock(1988, 7, 1, 0, 0, 0))).toBe("1988-06-30T15:00:00Z");
  });

  it("keeps to the local mean time of old, to the second", () => {
    expect(inZone("Asia/Shanghai", clock(1900, 1, 1, 0, 0, 0))).toBe("1899-12-31T15:54:17Z");
  });

  it("on a day that a zone left out moves on by that day", () => {
    expect(inZone("Pacific/Apia", clock(2011, 12, 30, 12, 0, 0))).toBe("2011-12-30T22:00:00Z");
  });

  it("is blank outside the years 1 to 9999", () => {
    expect(inZone("UTC", clock(9999, 12, 31, 0, 0, 0))).toBeNull();
    expect(instantAt({ day: dayNumber(12_000, 1, 1), micros: 0 }, "UTC")).toBeNull();
    expect(instantAt({ day: dayNumber(-300, 1, 1), micros: 0 }, "UTC")).toBeNull();
  });
});

describe("an instant", () => {
  const hour = (at: string) => inZone(NEW_YORK, { call: "HOUR", args: [moment(at)] });

  it("reads the clock before, in and after a change", () => {
    expect(hour("2026-03-08T06:59:59Z")).toBe("1");
    expect(hour("2026-03-08T07:00:00Z")).toBe("3");
    expect([hour("2026-11-01T05:30:00Z"), hour("2026-11-01T06:30:00Z")]).toEqual(["1", "1"]);
  });

  it("falls on the day of the zone", () => {
    const day = (zone: string) => inZone(zone, { call: "DATEOF", args: [moment("2026-03-08T17:00:00Z")] });
    expect(day(NEW_YORK)).toBe("2026-03-08");
    expect(day("Asia/Shanghai")).toBe("2026-03-09");
  });

  it("keeps its microseconds when it steps over a change", () => {
    const step: Tree = { call: "DATEADD", args: [moment("2026-03-07T15:00:00.000001Z"), number(1), { value: "day" }] };
    expect(inZone(NEW_YORK, step)).toBe("2026-03-08T14:00:00.000001Z");
    const hours: Tree = {
      call: "DATEADD",
      args: [moment("2026-03-07T15:00:00.000001Z"), number(24), { value: "hour" }],
    };
    expect(inZone(NEW_YORK, hours)).toBe("2026-03-08T15:00:00.000001Z");
  });

  it("compares with a date by its day in the zone", () => {
    const same = (zone: string) =>
      inZone(zone, { op: "=", left: moment("2026-03-08T17:00:00Z"), right: { value: "2026-03-09", type: "date" } });
    expect([same("Asia/Shanghai"), same(NEW_YORK)]).toEqual([true, false]);
  });

  it("tells today by the zone", () => {
    const today: Tree = { call: "TODAY", args: [] };
    expect(inZone(NEW_YORK, today)).toBe("2026-11-21");
    expect(inZone("Asia/Shanghai", today)).toBe("2026-11-22");
  });
});

describe("a zone", () => {
  it("may be a bare offset", () => {
    expect(offsetAt(0, "+05:45")).toBe(20_700);
    expect(offsetAt(0, "UTC-3")).toBe(-10_800);
  });

  it("changes to the second", () => {
    const change = Date.UTC(2026, 10, 1, 6) / 1000;
    expect([offsetAt(change - 1, NEW_YORK), offsetAt(change, NEW_YORK)]).toEqual([-14_400, -18_000]);
  });

  it("that nobody knows is refused", () => {
    expect(() => offsetAt(0, "Mars/Olympus")).toThrow(RangeError);
  });
});

describe("a day of the month", () => {
  it("becomes the last of a month that lacks it", () => {
    const later = (from: string, months: number) =>
      inZone("UTC", { call: "EDATE", args: [{ value: from, type: "date" }, number(months)] });
    expect(later("2028-02-29", 12)).toBe("2029-02-28");
    expect(later("2026-01-31", 1)).toBe("2026-02-28");
    expect(later("2026-01-31", -2)).toBe("2025-11-30");
    expect(later("9999-12-31", 1)).toBeNull();
    expect(toJson(fromJson("2100-02-29", "date"))).toBeNull();
  });
});
