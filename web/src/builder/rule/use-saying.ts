import { useQuery } from "@tanstack/react-query";
import { departmentsQuery, membersQuery, pathTo } from "@/api/catalogue";
import { definitionsQuery } from "@/api/definitions";
import { namesQuery } from "@/api/expressions";
import { groupsQuery } from "@/api/people";
import { rolesQuery } from "@/api/roles";
import { labelText, useLanguage } from "@/i18n";
import { asFilter } from "@/list/filter/as-filter";
import { useNames } from "@/list/filter/use-names";
import { useTargets } from "../button/use-targets";
import { useWritten } from "../read-text";
import { scopeOf } from "./scope";
import type { Saying } from "./words";
import { type Conditions, writtenIn } from "./written";

/** What the entity of a rule is, and what everything that rules name is called. */
export function useScope(app: string, entity: string) {
  const { t, language } = useLanguage();
  const { entities } = useTargets(app);
  const members = useQuery(membersQuery).data ?? [];
  const groups = useQuery(groupsQuery).data ?? [];
  const departments = useQuery(departmentsQuery).data ?? [];
  const roles = useQuery(rolesQuery).data ?? [];
  const definitions = useQuery(definitionsQuery(app)).data ?? [];
  const target = entities.find((one) => one.code === entity) ?? { code: entity, label: entity, fields: [] };
  const scope = scopeOf(target, entities, language);
  const names = useQuery({ ...namesQuery({ entity, draft: true }), enabled: entity !== "" }).data ?? [];
  const many = names.flatMap(({ code, label, to, many: several }) => (several && to ? [{ code, label, to }] : []));
  const called = (kind: string, code: string): string | null => {
    const labelled = (found: { label: Parameters<typeof labelText>[0] } | undefined) =>
      found ? labelText(found.label, language) || code : null;
    switch (kind) {
      case "entity":
        return labelled(entities.find((one) => one.code === code));
      case "member":
        return members.find((one) => one.id === code)?.name ?? null;
      case "group":
        return groups.find((one) => one.id === code)?.name ?? null;
      case "department":
        return pathTo(departments, code).at(-1)?.name ?? null;
      case "role":
        return labelled(roles.find((one) => one.code === code));
      default:
        return labelled(definitions.find((one) => one.kind === kind && one.code === code));
    }
  };
  return { t, language, entities, target, scope, many, called };
}

export type Scope = ReturnType<typeof useScope>;

/** What the sentences of a rule are made with. */
export function useSaying(scope: Scope, doc: Conditions): Saying {
  const { t, language, called } = scope;
  const entity = scope.target.code;
  const far = (of: string) => scope.many.find((one) => one.code === of)?.to ?? null;
  const written = writtenIn(doc, entity, far);
  const read = useWritten(written, true);
  const trees = [doc.where, doc.was].map((one) => (typeof one === "string" ? read(entity, one.trim()) : (one ?? null)));
  const filters = trees.flatMap((tree) => (tree === null ? [] : (asFilter(tree, scope.scope.fields) ?? [])));
  const names = useNames(scope.scope, filters.length > 0 ? { all: filters } : null);
  const said = (over: string, fields: Saying["fields"], many: Scope["many"]): Saying => ({
    t,
    language,
    fields,
    names,
    read: (text) => read(over, text),
    called: (kind, code) => {
      const found = kind === "many" ? many.find((one) => one.code === code) : undefined;
      return found ? labelText(found.label, language) : called(kind, code);
    },
    within: (of) => {
      const to = many.find((one) => one.code === of)?.to ?? fields.find((one) => one.code === of)?.entity ?? of;
      const entered = scope.entities.find((one) => one.code === to);
      return said(to, entered ? scopeOf(entered, scope.entities, language).fields : [], []);
    },
  });
  return said(entity, scope.scope.fields, scope.many);
}
