import { describe, expect, it } from "vitest";
import {
  allSteps,
  branchOf,
  changed,
  doubled,
  findStep,
  freshCode,
  freshStep,
  inserted,
  listAt,
  moved,
  type Place,
  removed,
  type Step,
  type Steps,
  shifted,
  spotOf,
  stepAtPath,
  withCase,
  withCondition,
  withoutCase,
} from "./steps";

const act = (code: string): Step => ({ code, do: "set", with: { values: [] } });
/** a, b (case 0: c, d; otherwise: e), f (each: g). */
const STEPS: Steps = [
  act("a"),
  {
    code: "b",
    do: "branch",
    with: { cases: [{ if: "x", then: [act("c"), act("d")] }], otherwise: [act("e")] },
  },
  { code: "f", do: "each", with: { of: "orders", then: [act("g")] } },
];
const codes = (steps: Steps) => allSteps(steps).map(({ code }) => code);

describe("the steps of a rule", () => {
  it("are read with those inside others behind them", () => {
    expect(codes(STEPS)).toEqual(["a", "b", "c", "d", "e", "f", "g"]);
    expect(findStep(STEPS, "g")?.code).toBe("g");
    expect(findStep(STEPS, "z")).toBeUndefined();
  });

  it("stand somewhere, at the top or inside of another", () => {
    expect(spotOf(STEPS, "f")).toEqual({ place: "", at: 2 });
    expect(spotOf(STEPS, "d")).toEqual({ place: "b/0", at: 1 });
    expect(spotOf(STEPS, "e")).toEqual({ place: "b/otherwise", at: 0 });
    expect(spotOf(STEPS, "g")).toEqual({ place: "f/then", at: 0 });
    expect(spotOf(STEPS, "z")).toBeNull();
    expect(listAt(STEPS, "b/0").map(({ code }) => code)).toEqual(["c", "d"]);
    expect(listAt(STEPS, "nowhere/0")).toEqual([]);
  });

  it("are added, changed and taken out wherever they stand, and the document before is left alone", () => {
    const before = structuredClone(STEPS);
    expect(codes(inserted(STEPS, { place: "b/0", at: 1 }, act("n")))).toEqual(["a", "b", "c", "n", "d", "e", "f", "g"]);
    expect(codes(inserted(STEPS, { place: "f/then", at: 1 }, act("n")))).toEqual([
      "a",
      "b",
      "c",
      "d",
      "e",
      "f",
      "g",
      "n",
    ]);
    expect(
      findStep(
        changed(STEPS, "e", (one) => ({ ...one, do: "todo" })),
        "e",
      )?.do,
    ).toBe("todo");
    expect(codes(removed(STEPS, "b"))).toEqual(["a", "f", "g"]);
    expect(STEPS).toEqual(before);
  });

  it("keep an 'otherwise' out of the document until there is something in it", () => {
    const step = freshStep("n", "branch");
    const same = changed([step], "n", (one) => one)[0] as Step;
    expect("otherwise" in branchOf(same)).toBe(false);
    const filled = inserted([step], { place: "n/otherwise", at: 0 }, act("m"))[0] as Step;
    expect(branchOf(filled).otherwise?.map(({ code }) => code)).toEqual(["m"]);
  });
});

describe("moving steps", () => {
  it("counts places with the step still where it was", () => {
    expect(codes(moved(STEPS, "a", { place: "", at: 3 }))).toEqual(["b", "c", "d", "e", "f", "g", "a"]);
    expect(codes(moved(STEPS, "f", { place: "", at: 0 }))).toEqual(["f", "g", "a", "b", "c", "d", "e"]);
    expect(codes(moved(STEPS, "a", { place: "b/0", at: 1 }))).toEqual(["b", "c", "a", "d", "e", "f", "g"]);
  });

  it("changes nothing where it stays in its place, or would go into itself", () => {
    expect(moved(STEPS, "a", { place: "", at: 0 })).toBe(STEPS);
    expect(moved(STEPS, "a", { place: "", at: 1 })).toBe(STEPS);
    expect(moved(STEPS, "b", { place: "b/0", at: 0 })).toBe(STEPS);
    expect(moved(STEPS, "z", { place: "", at: 0 })).toBe(STEPS);
  });

  it("by the keyboard comes out of a list at its ends", () => {
    expect(codes(shifted(STEPS, "d", -1))).toEqual(["a", "b", "d", "c", "e", "f", "g"]);
    expect(spotOf(shifted(STEPS, "c", -1), "c")).toEqual({ place: "", at: 1 });
    expect(spotOf(shifted(STEPS, "e", 1), "e")).toEqual({ place: "", at: 2 });
    expect(shifted(STEPS, "a", -1)).toBe(STEPS);
    expect(shifted(STEPS, "f", 1)).toBe(STEPS);
    expect(shifted(STEPS, "z", 1)).toBe(STEPS);
  });

  it("loses no step and doubles none, whatever is moved where", () => {
    let seed = 7;
    const next = (below: number) => {
      seed = (seed * 48_271) % 2_147_483_647;
      return seed % below;
    };
    const places: Place[] = ["", "b/0", "b/otherwise", "f/then"];
    let steps = STEPS;
    for (let turn = 0; turn < 500; turn++) {
      const code = "abcdefg"[next(7)] as string;
      const place = places[next(places.length)] as Place;
      steps = moved(steps, code, { place, at: next(listAt(steps, place).length + 1) });
      expect(codes(steps).sort().join("")).toBe("abcdefg");
    }
  });
});

describe("codes of steps", () => {
  it("are none that was counted, so that two people never make the same", () => {
    const made = new Set(Array.from({ length: 200 }, () => freshCode()));
    expect(made.size).toBe(200);
    for (const code of made) expect(code).toMatch(/^s[a-z2-9]{5}$/);
    expect(freshCode(() => 0)).toBe("saaaaa");
  });

  it("are new ones in a step that is doubled, inside of it as well", () => {
    const twice = doubled(STEPS, "b");
    const made = codes(twice);
    expect(made.length).toBe(11);
    expect(new Set(made).size).toBe(11);
    expect(spotOf(twice, "f")).toEqual({ place: "", at: 3 });
    expect(doubled(STEPS, "z")).toBe(STEPS);
  });
});

describe("cases of a branch", () => {
  const branch = freshStep("b", "branch");
  it("come, go and have their conditions", () => {
    const two = withCondition(withCase(branch), 1, 'stage = "won"');
    expect(branchOf(two).cases.map((one) => one.if)).toEqual(["", 'stage = "won"']);
    expect(branchOf(withoutCase(two, 0)).cases).toEqual([{ if: 'stage = "won"', then: [] }]);
    expect(branchOf(withCondition(two, 1, undefined)).cases[1]?.if).toBe("");
  });
});

describe("the path of an issue", () => {
  it.each([
    ["then[0].with.values[0].field", "a"],
    ["then[1].with.cases[0].if", "b"],
    ["then[1].with.cases[0].then[1].with", "d"],
    ["rule/leads.then[1].with.otherwise[0]", "e"],
    ["then[2].with.then[0].do", "g"],
    ["then[0].with.cases[0].where", "a"],
    ["then[9].do", null],
    ["when.entered.values", null],
  ])("%s tells of step %s", (path, code) => {
    expect(stepAtPath(STEPS, path)).toBe(code);
  });
});
