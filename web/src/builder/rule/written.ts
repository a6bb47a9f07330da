import type { Written } from "../read-text";
import type { Condition, RuleDoc } from "./model";
import { branchOf, eachOf, kindOf, type Steps } from "./steps";

/** Where conditions of a rule stand. */
export type Conditions = Partial<Pick<RuleDoc, "where" | "was" | "then">>;

/** The conditions that are written as text; `far` gives the entity that a loop goes over, null where it is not known. */
export function writtenIn(of: Conditions, entity: string, far: (of: string) => string | null): Written[] {
  const found: Written[] = [];
  const take = (condition: Condition | undefined, over: string | null) => {
    if (over !== null && typeof condition === "string" && condition.trim() !== "")
      found.push({ entity: over, text: condition.trim() });
  };
  const walk = (steps: Steps, over: string | null) => {
    for (const step of steps) {
      take(step.if, over);
      const kind = kindOf(step);
      if (kind === "branch") {
        const { cases, otherwise = [] } = branchOf(step);
        for (const one of cases) {
          take(one.if, over);
          walk(one.then, over);
        }
        walk(otherwise, over);
      } else if (kind === "each") {
        const { of: relation, if: only, then } = eachOf(step);
        const to = over === entity ? far(relation) : null;
        take(only, to);
        walk(then, to);
      }
    }
  };
  take(of.where, entity);
  take(of.was, entity);
  walk(of.then ?? [], entity);
  return found;
}
