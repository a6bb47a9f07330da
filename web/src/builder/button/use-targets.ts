import { useQuery } from "@tanstack/react-query";
import { entitiesQuery } from "@/api/catalogue";
import { definitionsQuery } from "@/api/definitions";
import type { FieldInfo, Label } from "@/api/types";
import { viewsQuery } from "@/api/views";
import { asInfo, type EntityDoc } from "../model/design";
import type { Target } from "./actions";

/** Every entity and view there is or will be: what is published, with the drafts of this app over it. */
export function useTargets(app: string): { entities: Target[]; views: { code: string; label: Label }[] } {
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
  const others = <T extends { code: string }>(all: readonly T[], known: readonly { code: string }[]) =>
    all.filter((one) => !known.some((other) => other.code === one.code));
  return { entities: [...drafted, ...others(published, drafted)], views: [...views, ...others(shared, views)] };
}
