import { describe, expect, it } from "vitest";
import { ringArcs, ringPoints, stationsOf } from "./ring";
import { took } from "./took";

describe("the ring of a loop", () => {
  it("has its stations clockwise from the top, all as far from the middle", () => {
    const points = ringPoints(4);
    expect(points[0]).toEqual({ x: 100, y: 30 });
    expect(points[1]).toEqual({ x: 170, y: 100 });
    for (const { x, y } of ringPoints(7)) expect(Math.hypot(x - 100, y - 100)).toBeCloseTo(70, 0);
  });

  it("has an arrow from each station to the next, the last one to the first", () => {
    expect(ringArcs(3)).toHaveLength(3);
    expect(ringArcs(1)[0]).toMatch(/^M[\d.]+ [\d.]+A70 70 0 1 1 /);
    expect(ringArcs(0)).toEqual([]);
  });

  it("does not draw twice the one that a chain ends with as it began", () => {
    const at = (rule: string, record: string) => ({ rule, record });
    expect(stationsOf([at("a", "1"), at("b", "2"), at("a", "1")])).toEqual([at("a", "1"), at("b", "2")]);
    expect(stationsOf([at("a", "1"), at("a", "2")])).toHaveLength(2);
    expect(stationsOf([at("a", "1")])).toHaveLength(1);
  });
});

it("tells how long something took in the unit that reads best", () => {
  const from = "2026-11-22T10:00:00Z";
  expect(took(from, null)).toBeNull();
  expect(took(from, "2026-11-22T10:00:00.120Z")).toBe("120 ms");
  expect(took(from, "2026-11-22T10:00:02.500Z")).toBe("2.5 s");
  expect(took(from, "2026-11-22T10:03:04Z")).toBe("3 min 4 s");
  expect(took(from, "2026-11-25T10:30:00Z")).toBe("72 h 30 min");
  expect(took(from, "2026-11-22T09:59:00Z")).toBe("0 ms");
});
