import type { Document } from "@/api/definitions";
import type { Condition, Span } from "./model";

/** One thing that a rule does: an action of the catalogue, or one of the controls. */
export type Step = { code: string; do: string; with?: Document; if?: Condition };
export type Steps = readonly Step[];
export type Case = { if?: Condition; then: Steps };
export type Branch = { cases: readonly Case[]; otherwise?: Steps };
export type Each = { of: string; if?: Condition; then: Steps };
export type Wait = { for?: Span; until?: string };

export const CONTROLS = ["branch", "each", "wait"] as const;
export type Control = (typeof CONTROLS)[number];
export type StepKind = "action" | Control;

export const kindOf = (step: Step): StepKind => CONTROLS.find((control) => control === step.do) ?? "action";

/** What a step of a control says; what is not written yet is empty. */
export const branchOf = (step: Step): Branch => ({ cases: [], ...(step.with as Partial<Branch> | undefined) });
export const eachOf = (step: Step): Each => ({ of: "", then: [], ...(step.with as Partial<Each> | undefined) });
export const waitOf = (step: Step): Wait => (step.with ?? {}) as Wait;

/** Where a list of steps stands: that of the rule itself, or one inside a step. */
export type Place = "" | `${string}/${"otherwise" | "then" | number}`;
export type Spot = { place: Place; at: number };

type Lists = { place: Place; steps: Steps }[];

/** The lists inside a step, in the order in which they are read. */
export function listsOf(step: Step): Lists {
  switch (kindOf(step)) {
    case "branch": {
      const { cases, otherwise = [] } = branchOf(step);
      const lists = cases.map((one, at) => ({ place: `${step.code}/${at}` as Place, steps: one.then }));
      return [...lists, { place: `${step.code}/otherwise`, steps: otherwise }];
    }
    case "each":
      return [{ place: `${step.code}/then`, steps: eachOf(step).then }];
    default:
      return [];
  }
}

/** Every step, those inside others behind them. */
export function allSteps(steps: Steps): Step[] {
  return steps.flatMap((step) => [step, ...listsOf(step).flatMap((list) => allSteps(list.steps))]);
}

export const findStep = (steps: Steps, code: string): Step | undefined =>
  allSteps(steps).find((one) => one.code === code);

/** The step with other lists inside. */
function inside(step: Step, to: (steps: Steps, place: Place) => Steps): Step {
  switch (kindOf(step)) {
    case "branch": {
      const { cases, otherwise } = branchOf(step);
      const next = cases.map((one, at) => ({ ...one, then: to(one.then, `${step.code}/${at}`) }));
      const rest = to(otherwise ?? [], `${step.code}/otherwise`);
      return { ...step, with: { cases: next, ...(rest.length > 0 || otherwise ? { otherwise: rest } : {}) } };
    }
    case "each": {
      const each = eachOf(step);
      return { ...step, with: { ...each, then: to(each.then, `${step.code}/then`) } };
    }
    default:
      return step;
  }
}

/** Every list as `to` makes it, inner ones first. */
function throughout(steps: Steps, to: (steps: Steps, place: Place) => Steps, place: Place = ""): Steps {
  return to(
    steps.map((step) => inside(step, (list, where) => throughout(list, to, where))),
    place,
  );
}

export const changed = (steps: Steps, code: string, to: (step: Step) => Step): Steps =>
  throughout(steps, (list) => list.map((step) => (step.code === code ? to(step) : step)));

export const removed = (steps: Steps, code: string): Steps =>
  throughout(steps, (list) => list.filter((step) => step.code !== code));

export const inserted = (steps: Steps, { place, at }: Spot, step: Step): Steps =>
  throughout(steps, (list, where) => (where === place ? [...list.slice(0, at), step, ...list.slice(at)] : list));

/** Where a step stands; null where it is not there. */
export function spotOf(steps: Steps, code: string, place: Place = ""): Spot | null {
  const at = steps.findIndex((step) => step.code === code);
  if (at >= 0) return { place, at };
  for (const list of steps.flatMap(listsOf)) {
    const found = spotOf(list.steps, code, list.place);
    if (found) return found;
  }
  return null;
}

/** The step somewhere else, `at` counted with it still where it was; nothing moves into itself. */
export function moved(steps: Steps, code: string, to: Spot): Steps {
  const from = spotOf(steps, code);
  const step = findStep(steps, code);
  if (!from || !step || listsWithin(step).includes(to.place)) return steps;
  const at = from.place === to.place && from.at < to.at ? to.at - 1 : to.at;
  if (from.place === to.place && at === from.at) return steps;
  return inserted(removed(steps, code), { place: to.place, at }, step);
}

const listsWithin = (step: Step): Place[] => allSteps([step]).flatMap((one) => listsOf(one).map(({ place }) => place));

/** One place up or down in its list; at the end of a list inside a step it comes out of it. */
export function shifted(steps: Steps, code: string, by: 1 | -1): Steps {
  const from = spotOf(steps, code);
  if (!from) return steps;
  const length = listAt(steps, from.place).length;
  const to = from.at + by;
  if (to >= 0 && to < length) return moved(steps, code, { place: from.place, at: by > 0 ? to + 1 : to });
  const owner = spotOf(steps, from.place.split("/")[0] ?? "");
  return owner ? moved(steps, code, { place: owner.place, at: by > 0 ? owner.at + 1 : owner.at }) : steps;
}

export function listAt(steps: Steps, place: Place): Steps {
  if (place === "") return steps;
  return (
    allSteps(steps)
      .flatMap(listsOf)
      .find((list) => list.place === place)?.steps ?? []
  );
}

const SIGNS = "abcdefghijkmnpqrstuvwxyz23456789";
const LENGTH = 5;

/**
 * A code for a new step. The log and keys hold on to codes for ever and two people may add steps at once, so it is none
 * that was counted: neither one that was taken out nor one of somebody else has it.
 */
export function freshCode(random: (below: number) => number = randomBelow): string {
  return `s${Array.from({ length: LENGTH }, () => SIGNS[random(SIGNS.length)]).join("")}`;
}

function randomBelow(below: number): number {
  const [number = 0] = crypto.getRandomValues(new Uint32Array(1));
  return number % below;
}

const FRESH: Record<Control, Document> = {
  branch: { cases: [{ if: "", then: [] }] },
  each: { of: "", then: [] },
  wait: { for: { days: 1 } },
};

/** A step as it is before anything is said of it; `usual` is what an action starts with. */
export function freshStep(code: string, action: string, usual: Document = {}): Step {
  const control = CONTROLS.find((one) => one === action);
  return { code, do: action, with: control ? FRESH[control] : usual };
}

/** The step once more behind it, with codes of its own inside as well. */
export function doubled(steps: Steps, code: string): Steps {
  const spot = spotOf(steps, code);
  const step = findStep(steps, code);
  if (!spot || !step) return steps;
  const recode = (one: Step): Step => inside({ ...one, code: freshCode() }, (list) => list.map(recode));
  return inserted(steps, { place: spot.place, at: spot.at + 1 }, recode(step));
}

/** The step saying something else of what it is. */
export const saying = (step: Step, part: Document): Step => ({ ...step, with: { ...step.with, ...part } });

/** A case more before what happens otherwise, one with another condition, or one less. */
export const withCase = (step: Step): Step => saying(step, { cases: [...branchOf(step).cases, { if: "", then: [] }] });
export const withCondition = (step: Step, at: number, condition: Condition | undefined): Step =>
  saying(step, {
    cases: branchOf(step).cases.map((one, i) => (i === at ? { ...one, if: condition ?? "" } : one)),
  });
export const withoutCase = (step: Step, at: number): Step =>
  saying(step, { cases: branchOf(step).cases.filter((_, i) => i !== at) });

const STEP = /(then|otherwise|cases)\[(\d+)\]/g;

/** Of which step the path of an issue tells, such as `then[1].with.cases[0].then[2].with.to`; null for the rule itself. */
export function stepAtPath(steps: Steps, path: string): string | null {
  let list = steps;
  let step: Step | undefined;
  for (const [, name, number] of path.matchAll(STEP)) {
    const at = Number(number);
    if (name === "cases") {
      const cases = step?.do === "branch" ? branchOf(step).cases : null;
      if (cases === null) break;
      list = cases[at]?.then ?? [];
      continue;
    }
    if (name === "otherwise") list = step ? (branchOf(step).otherwise ?? []) : [];
    else if (step?.do === "each") list = eachOf(step).then;
    const next: Step | undefined = list[at];
    if (!next) break;
    step = next;
  }
  return step?.code ?? null;
}
