import { describe, expect, it } from "vitest";
import { clockOf, minuteOf, quarter, sideBySide } from "./hours";
import { movedTo, shiftedBy } from "./reorder";

describe("an order", () => {
  const list = ["a", "b", "c", "d"];

  it("puts one before or after another", () => {
    expect(movedTo(list, "d", "b", false)).toEqual(["a", "d", "b", "c"]);
    expect(movedTo(list, "a", "c", true)).toEqual(["b", "c", "a", "d"]);
  });

  it("stays the same list where nothing changes", () => {
    expect(movedTo(list, "a", "b", false)).toBe(list);
    expect(movedTo(list, "b", "b", true)).toBe(list);
    expect(movedTo(list, "x", "b", true)).toBe(list);
    expect(movedTo(list, "a", "x", true)).toBe(list);
  });

  it("moves one by steps and stops at the ends", () => {
    expect(shiftedBy(list, "b", 1)).toEqual(["a", "c", "b", "d"]);
    expect(shiftedBy(list, "c", -2)).toEqual(["c", "a", "b", "d"]);
    expect(shiftedBy(list, "a", -1)).toBe(list);
    expect(shiftedBy(list, "d", 5)).toBe(list);
    expect(shiftedBy(list, "x", 1)).toBe(list);
  });
});

describe("hours", () => {
  it("read and write clocks, within the day", () => {
    expect(minuteOf("09:30")).toBe(570);
    expect(clockOf(570)).toBe("09:30");
    expect(clockOf(-5)).toBe("00:00");
    expect(clockOf(5000)).toBe("23:59");
  });

  it("snap to quarters and stay inside the day", () => {
    expect([quarter(7), quarter(8), quarter(-20), quarter(1439)]).toEqual([0, 15, 0, 1425]);
  });

  it("stand side by side only where they meet", () => {
    const placed = sideBySide([
      { id: "a", start: 60, end: 120 },
      { id: "b", start: 90, end: 150 },
      { id: "c", start: 120, end: 180 },
      { id: "d", start: 200, end: 230 },
    ]);
    const of = (id: string) => placed.find((one) => one.item.id === id);
    expect([of("a"), of("b"), of("c")].map((one) => [one?.column, one?.columns])).toEqual([
      [0, 2],
      [1, 2],
      [0, 2],
    ]);
    expect(of("d")).toMatchObject({ column: 0, columns: 1 });
  });

  it("never stand over one another", () => {
    let seed = 7;
    const random = (most: number) => {
      seed = (seed * 1103515245 + 12345) % 2147483648;
      return seed % most;
    };
    for (let round = 0; round < 50; round++) {
      const items = Array.from({ length: 12 }, () => {
        const start = random(1300);
        return { start, end: start + 15 + random(120) };
      });
      const placed = sideBySide(items);
      expect(placed).toHaveLength(items.length);
      for (const a of placed) {
        for (const b of placed) {
          if (a === b || a.column !== b.column) continue;
          expect(a.item.end <= b.item.start || b.item.end <= a.item.start).toBe(true);
        }
      }
    }
  });
});
