import { expect, it } from "vitest";
import { type Box, dropAt } from "./drop";

const ROOM: Box = { left: 0, top: 0, width: 240, height: 400 };
const half = (left: number, top: number): Box => ({ left, top, width: 120, height: 40 });
const ROWS = [half(0, 0), half(120, 0), { left: 0, top: 50, width: 240, height: 40 }];

it("an empty list takes what is dropped at its beginning", () => {
  expect(dropAt([], ROOM, 50, 300).at).toBe(0);
});

it("beside a part of a row the nearer side counts, with an upright line", () => {
  expect(dropAt(ROWS, ROOM, 10, 20).at).toBe(0);
  expect(dropAt(ROWS, ROOM, 100, 20).at).toBe(1);
  expect(dropAt(ROWS, ROOM, 130, 20).at).toBe(1);
  const right = dropAt(ROWS, ROOM, 230, 20);
  expect(right.at).toBe(2);
  expect(right.line.height).toBeGreaterThan(right.line.width);
});

it("above and below a part that fills its row, with a flat line", () => {
  expect(dropAt(ROWS, ROOM, 120, 55).at).toBe(2);
  const below = dropAt(ROWS, ROOM, 120, 85);
  expect(below.at).toBe(3);
  expect(below.line.width).toBeGreaterThan(below.line.height);
});

it("far below everything is the end", () => {
  expect(dropAt(ROWS, ROOM, 10, 390).at).toBe(3);
  expect(dropAt([half(0, 0)], ROOM, 10, 390).at).toBe(1);
});
