import { createContext, use } from "react";
import type { InputIssue } from "@/api/problem";
import type { ActionInfo } from "@/api/rules";
import type { RuleDoc } from "./model";
import type { Scope } from "./use-saying";
import type { Saying } from "./words";

/** What every part of the builder of a rule works with. */
export type RuleWork = {
  app: string;
  doc: RuleDoc;
  /** A step of the work; those in a row with the same tag are undone as one. */
  edit: (to: (doc: RuleDoc) => RuleDoc, tag?: string) => void;
  scope: Scope;
  saying: Saying;
  actions: readonly ActionInfo[];
  issues: readonly InputIssue[];
  /** The step that is unfolded. */
  open: string | null;
  setOpen: (step: string | null) => void;
};

export const RuleContext = createContext<RuleWork | null>(null);

export function useRule(): RuleWork {
  const work = use(RuleContext);
  if (work === null) throw new Error("a part of a rule stands outside of its page");
  return work;
}
