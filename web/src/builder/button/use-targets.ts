import { useQuery } from "@tanstack/react-query";
import { entitiesQuery } from "@/api/catalogue";
import { definitionsQuery } from "@/api/definitions";
import type { FieldInfo, Label } from "@/api/types";
import { viewsQuery } from "@/api/views";
import { asInfo, type EntityDoc } from "../model/design";
import type { RuleDoc } from "../rule/model";
import type { Target } from "./actions";

type Named = { code: string; label: Label };
type Targets = { entities: Target[]; views: Named[]; rules: (Named & { entity: string })[] };

/**
 * Every entity and view there is or will be: what is published, with the drafts of this app over it; of rules, those of this app
 * that a button sets off.
 */
export function useTargets(app: string): Targets {
  const published = useQuery(entitiesQuery).data ?? [];
  const shared = useQuery(viewsQuery).data ?? [];
  const drafts = (useQuery(definitionsQuery(app)).data ?? []).filter((one) => one.state !== "deleted");
  const systemOf = (code: string): FieldInfo[] =>
    published.find((one) => one.code === code)?.fields.filter((field) => field.system) ?? [];
  const drafted: Target[] = drafts
    .filter((one) => one.kind === "entity")
    .map((one) => {
      const { code, label, fields } = one.definition as EntityDoc;
      return { code, label, fields: [...fields.map(asInfo), ...systemOf(code)] };
    });
  const views = drafts.filter((one) => one.kind === "view").map(({ code, label }) => ({ code, label }));
  const rules = drafts
    .filter((one) => one.kind === "rule" && (one.definition as RuleDoc).when.button !== undefined)
    .map(({ code, label, definition }) => ({ code, label, entity: (definition as RuleDoc).entity }));
  const others = <T extends { code: string }>(all: readonly T[], known: readonly { code: string }[]) =>
    all.filter((one) => !known.some((other) => other.code === one.code));
  return { entities: [...drafted, ...others(published, drafted)], views: [...views, ...others(shared, views)], rules };
}
