import { describe, expect, it } from "vitest";
import { barAt, daysOf, SCALES, stretchOf, ticks, widthOfStretch } from "./time-axis";

const STRETCH = { from: "2026-11-02", until: "2026-12-07" };

describe("a timeline", () => {
  it("places a bar by its days, the last included", () => {
    expect(barAt({ from: "2026-11-02", to: "2026-11-02" }, STRETCH, "day")).toEqual({ left: 0, width: SCALES.day });
    expect(barAt({ from: "2026-11-09", to: "2026-11-15" }, STRETCH, "week")).toEqual({
      left: 7 * SCALES.week,
      width: 7 * SCALES.week,
    });
  });

  it.each(["day", "week", "month"] as const)("a pointer goes as many days as a bar moves: %s", (scale) => {
    for (const days of [-40, -1, 0, 1, 13]) expect(daysOf(days * SCALES[scale], scale)).toBe(days);
    expect(daysOf(SCALES[scale] * 0.4, scale)).toBe(0);
  });

  it("shows all bars and today with some room, from a Monday on", () => {
    const found = stretchOf([{ from: "2026-11-20", to: "2027-01-10" }], "2026-11-22");
    expect(found.from).toBe("2026-11-09");
    expect(found.until > "2027-01-31").toBe(true);
    expect(stretchOf([], "2026-11-22").from).toBe("2026-11-09");
  });

  it("never grows beyond what can be drawn, whatever somebody typed", () => {
    const found = stretchOf([{ from: "0202-01-01", to: "9999-12-31" }], "2026-11-22");
    expect(widthOfStretch(found, "day")).toBeLessThan(4 * 366 * SCALES.day);
  });

  it.each(["day", "week", "month"] as const)("has ticks without a gap: %s", (unit) => {
    const all = ticks(STRETCH, "day", unit);
    let end = 0;
    for (const { left, width } of all) {
      expect(left).toBe(end);
      end = left + width;
    }
    expect(end).toBe(widthOfStretch(STRETCH, "day"));
  });

  it("cuts months at the ends of the stretch", () => {
    expect(ticks(STRETCH, "day", "month").map((tick) => [tick.day, tick.width / SCALES.day])).toEqual([
      ["2026-11-02", 29],
      ["2026-12-01", 6],
    ]);
  });
});
