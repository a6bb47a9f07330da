import { describe, expect, it } from "vitest";
import {
  addDays,
  addMonths,
  dayOf,
  durationSeconds,
  formatDate,
  formatMoment,
  instantAt,
  isoDuration,
  relativeTime,
  wallClock,
  weekday,
} from "./time";

const SHANGHAI = "Asia/Shanghai";
const NEW_YORK = "America/New_York";

describe("zones", () => {
  it("shows a moment by the wall clock of the zone, not of the machine", () => {
    const moment = new Date("2026-11-21T17:30:00Z");
    expect(wallClock(moment, SHANGHAI)).toBe("2026-11-22T01:30:00");
    expect(dayOf(moment, SHANGHAI)).toBe("2026-11-22");
    expect(dayOf(moment, NEW_YORK)).toBe("2026-11-21");
  });

  it("finds the instant of a wall clock, in summer and in winter", () => {
    expect(instantAt("2026-11-22", SHANGHAI)).toBe("2026-11-21T16:00:00.000Z");
    expect(instantAt("2026-07-01T09:30", NEW_YORK)).toBe("2026-07-01T13:30:00.000Z");
    expect(instantAt("2026-12-01T09:30", NEW_YORK)).toBe("2026-12-01T14:30:00.000Z");
  });

  it("agrees with itself both ways on the days the clocks change", () => {
    for (const wall of ["2026-03-08T04:00:00", "2026-11-01T03:00:00", "2026-03-07T23:59:00"]) {
      expect(wallClock(new Date(instantAt(wall, NEW_YORK)), NEW_YORK)).toBe(wall);
    }
  });

  it("shows midnight as 00, never as 24", () => {
    expect(wallClock(new Date("2026-01-01T16:00:00Z"), SHANGHAI)).toBe("2026-01-02T00:00:00");
  });
});

describe("calendar", () => {
  it("adds days over months and leap days", () => {
    expect(addDays("2028-02-28", 1)).toBe("2028-02-29");
    expect(addDays("2026-01-01", -1)).toBe("2025-12-31");
  });

  it("keeps to the last day of a shorter month", () => {
    expect(addMonths("2026-01-31", 1)).toBe("2026-02-28");
    expect(addMonths("2026-01-15", -2)).toBe("2025-11-15");
  });

  it("begins the week on Monday", () => {
    expect(weekday("2026-11-23")).toBe(1);
    expect(weekday("2026-11-22")).toBe(7);
  });
});

describe("for people", () => {
  const now = new Date("2026-11-22T10:00:00Z");

  it("writes dates in both languages and leaves what is no date", () => {
    expect(formatDate("2026-11-05", "zh")).toBe("2026-11-05");
    expect(formatDate("2026-11-05", "en")).toBe("5 Nov 2026");
    expect(formatDate("soon", "zh")).toBe("soon");
    expect(formatMoment("2026-11-21T17:30:00Z", SHANGHAI, "zh")).toBe("2026-11-22 01:30");
    expect(formatMoment("never", SHANGHAI, "zh")).toBe("never");
  });

  it("says how long ago", () => {
    expect(relativeTime("2026-11-22T09:57:00Z", now, "zh", "刚刚")).toBe("3分钟前");
    expect(relativeTime("2026-11-21T10:00:00Z", now, "en", "just now")).toBe("yesterday");
    expect(relativeTime("2026-11-22T13:00:00Z", now, "en", "just now")).toBe("in 3 hours");
    expect(relativeTime("2026-11-22T09:59:40Z", now, "en", "just now")).toBe("just now");
    expect(relativeTime("2026-11-22T09:59:40Z", now, "zh", "刚刚")).toBe("刚刚");
    expect(relativeTime("2026-11-22T10:00:20Z", now, "en", "just now")).toBe("now");
    expect(relativeTime("x", now, "en", "just now")).toBe("x");
  });
});

describe("durations", () => {
  it("reads ISO and plain seconds, and refuses the rest", () => {
    expect(durationSeconds("PT1H30M")).toBe(5400);
    expect(durationSeconds("-PT5M")).toBe(-300);
    expect(durationSeconds("P1DT1S")).toBe(86_401);
    expect(durationSeconds("90")).toBe(90);
    expect(durationSeconds(90)).toBe(90);
    expect(durationSeconds("P")).toBeNull();
    expect(durationSeconds("PT")).toBeNull();
    expect(durationSeconds("1:30")).toBeNull();
  });

  it("writes what it reads", () => {
    for (const seconds of [0, 1, 59, 60, 3600, 5400, 86_399, -90])
      expect(durationSeconds(isoDuration(seconds))).toBe(seconds);
    expect(isoDuration(5400)).toBe("PT1H30M");
  });
});
