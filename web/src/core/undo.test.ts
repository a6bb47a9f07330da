import { expect, it } from "vitest";
import { again, back, begin, step, through } from "./undo";

it("takes steps back and does them again, without a limit", () => {
  let undo = begin(0);
  for (let i = 1; i <= 1000; i++) undo = step(undo, i);
  for (let i = 0; i < 1000; i++) undo = back(undo);
  expect(undo.now).toBe(0);
  expect(back(undo)).toBe(undo);
  for (let i = 0; i < 1000; i++) undo = again(undo);
  expect(undo.now).toBe(1000);
  expect(again(undo)).toBe(undo);
});

it("a step after an undo forgets what was taken back", () => {
  const undo = step(back(step(begin("a"), "b")), "c");
  expect(again(undo).now).toBe("c");
  expect(back(undo).now).toBe("a");
});

it("typing is one step, until something else is done", () => {
  let undo = step(begin(""), "k", "label");
  undo = step(undo, "ke", "label");
  undo = step(undo, "ke!", "other");
  undo = step(undo, "ke!?", "label");
  expect(back(undo).now).toBe("ke!");
  expect(back(back(undo)).now).toBe("ke");
  expect(back(back(back(undo))).now).toBe("");
});

it("what changes nothing is no step", () => {
  const undo = begin("a");
  expect(step(undo, "a")).toBe(undo);
});

it("others' work is in every state, so that an undo takes back only mine", () => {
  const undo = through(step(begin("a"), "ab"), (state) => `${state}+theirs`);
  expect(undo.now).toBe("ab+theirs");
  expect(back(undo).now).toBe("a+theirs");
});
