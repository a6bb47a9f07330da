import { useQueries } from "@tanstack/react-query";
import { checkQuery } from "@/api/expressions";
import type { Where } from "@/core/where";
import type { Condition, RuleDoc } from "./model";
import { branchOf, eachOf, kindOf, type Steps } from "./steps";

/** A condition that is written as text, and over which entity. */
type Written = { entity: string; text: string };

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

/** Reads a condition that is written as text as the tree that the server makes of it; null until then, and where it is wrong. */
export type ReadText = (entity: string, text: string) => Where | null;

export function useWritten(written: readonly Written[]): ReadText {
  const wanted = [...new Map(written.map((one) => [`${one.entity} ${one.text}`, one])).values()];
  const checked = useQueries({
    queries: wanted.map(({ entity, text }) => checkQuery({ entity, draft: true }, text, null)),
  });
  const trees = new Map(
    wanted.map(({ entity, text }, at) => [`${entity} ${text}`, checked[at]?.data?.tree as Where | undefined]),
  );
  return (entity, text) => trees.get(`${entity} ${text}`) ?? null;
}
