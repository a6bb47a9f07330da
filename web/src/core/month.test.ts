import { describe, expect, it } from "vitest";
import { daysBetween, mondayOf, monthWeeks, overflow, shifted, weekPieces } from "./month";

describe("a month", () => {
  it("has whole weeks from Monday to Sunday around it", () => {
    const weeks = monthWeeks("2026-11-22");
    expect(weeks[0]?.[0]).toBe("2026-10-26");
    expect(weeks.at(-1)?.[6]).toBe("2026-12-06");
    expect(weeks).toHaveLength(6);
    for (const week of weeks) expect(week).toHaveLength(7);
  });

  it("that begins on a Monday begins with itself", () => {
    expect(monthWeeks("2027-02-15").map((week) => week[0])).toEqual([
      "2027-02-01",
      "2027-02-08",
      "2027-02-15",
      "2027-02-22",
    ]);
  });

  it("knows Mondays and distances over a year's end and a leap day", () => {
    expect(mondayOf("2026-11-22")).toBe("2026-11-16");
    expect(mondayOf("2026-11-16")).toBe("2026-11-16");
    expect(daysBetween("2026-12-30", "2027-01-02")).toBe(3);
    expect(daysBetween("2028-03-01", "2028-02-28")).toBe(-2);
  });
});

describe("the pieces of a week", () => {
  const MONDAY = "2026-11-16";
  const spell = (id: string, from: string, to = from) => ({ id, from, to });

  it("are cut at its ends and say so", () => {
    const [piece] = weekPieces([spell("a", "2026-11-10", "2026-11-18")], MONDAY);
    expect(piece).toMatchObject({ column: 0, span: 3, lane: 0, begins: false, ends: true });
    expect(weekPieces([spell("a", "2026-11-10", "2026-11-15")], MONDAY)).toEqual([]);
    expect(weekPieces([spell("a", "2026-11-22", "2026-11-23")], MONDAY)[0]).toMatchObject({ column: 6, ends: false });
  });

  it("never lie over each other, whatever comes (seeded)", () => {
    let seed = 11;
    const random = (n: number) => {
      seed = (seed * 1103515245 + 12345) % 2147483648;
      return seed % n;
    };
    for (let round = 0; round < 200; round++) {
      const spells = Array.from({ length: 12 }, (_, i) => {
        const day = `2026-11-${String(10 + random(18)).padStart(2, "0")}`;
        return spell(String(i), day, shifted({ from: day, to: day }, "to", random(6)).to);
      });
      const taken = new Set<string>();
      for (const { column, span, lane } of weekPieces(spells, MONDAY)) {
        for (let day = column; day < column + span; day++) {
          expect(taken.has(`${lane}/${day}`)).toBe(false);
          taken.add(`${lane}/${day}`);
        }
      }
    }
  });

  it("that do not fit are counted by day", () => {
    const pieces = weekPieces([spell("a", MONDAY), spell("b", MONDAY), spell("c", MONDAY, "2026-11-17")], MONDAY);
    expect(overflow(pieces, 1)).toEqual([2, 0, 0, 0, 0, 0, 0]);
    expect(overflow(pieces, 3)).toEqual([0, 0, 0, 0, 0, 0, 0]);
  });
});

describe("a spell", () => {
  const given = { from: "2026-11-16", to: "2026-11-18" };

  it("is carried whole, or pulled at one end that never passes the other", () => {
    expect(shifted(given, "whole", 7)).toEqual({ from: "2026-11-23", to: "2026-11-25" });
    expect(shifted(given, "to", 2).to).toBe("2026-11-20");
    expect(shifted(given, "to", -9).to).toBe("2026-11-16");
    expect(shifted(given, "from", 9).from).toBe("2026-11-18");
  });
});
