import { useQueries, useQuery } from "@tanstack/react-query";
import { ancestors, departmentsQuery, entitiesQuery, membersQuery, pathTo, regionsQuery } from "@/api/catalogue";
import { keys } from "@/api/keys";
import { readRecord } from "@/api/records";
import type { EntityInfo, FieldInfo } from "@/api/types";
import { type FilterGroup, rules } from "@/core/filter";
import { texts } from "@/core/value";
import { titleOf } from "@/field/relation";
import { useFormats } from "@/field/use-formats";
import type { Names } from "./describe";

type Used = { field: FieldInfo; codes: string[] };

/** A filter that names more records than this shows the ids of the rest. */
const MOST = 20;

function usedFields(entity: EntityInfo, filter: FilterGroup | null): Used[] {
  return (filter ? rules(filter) : []).flatMap((rule) => {
    const field = entity.fields.find((one) => one.code === rule.field);
    return field ? [{ field, codes: texts(rule.value) }] : [];
  });
}

function useTitles(used: Used[]): Map<string, string> {
  const wanted = used
    .filter(({ field }) => field.type === "relation" && field.entity !== undefined)
    .flatMap(({ field, codes }) => codes.map((id) => ({ entity: field.entity ?? "", id })))
    .slice(0, MOST);
  const distinct = [...new Map(wanted.map((one) => [one.id, one])).values()];
  const entities = useQuery({ ...entitiesQuery, enabled: distinct.length > 0 }).data;
  const found = useQueries({
    queries: distinct.map(({ entity, id }) => ({
      queryKey: keys.record(entity, id),
      queryFn: ({ signal }: { signal: AbortSignal }) => readRecord(entity, id, signal),
      retry: false,
    })),
  });
  return new Map(
    distinct.flatMap(({ entity, id }, at) => {
      const row = found[at]?.data;
      return row
        ? [
            [
              id,
              titleOf(
                row,
                entities?.find((one) => one.code === entity),
              ),
            ] as const,
          ]
        : [];
    }),
  );
}

/** Names behind the codes of people, places and records that a filter compares with. */
export function useNames(entity: EntityInfo, filter: FilterGroup | null): Names {
  const used = usedFields(entity, filter);
  const formats = useFormats();
  const types = new Set(used.map(({ field }) => field.type));
  const members = useQuery({ ...membersQuery, enabled: types.has("member") }).data;
  const departments = useQuery({ ...departmentsQuery, enabled: types.has("department") }).data;
  const codes = used.filter(({ field }) => field.type === "region").flatMap((one) => one.codes);
  const levels = [...new Set(codes.map((code) => ancestors(code).at(-1) ?? null))];
  const regions = useQueries({ queries: levels.map(regionsQuery) }).flatMap((level) => level.data ?? []);
  const titles = useTitles(used);
  return (field, code) => {
    if (field.type === "datetime" && code.includes("T")) return formats.moment(code);
    if (field.type === "relation") return titles.get(code) ?? code;
    if (field.type === "member") return members?.find((member) => member.id === code)?.name ?? code;
    if (field.type === "region") return regions.find((region) => region.code === code)?.name ?? code;
    return field.type === "department" ? (pathTo(departments ?? [], code).at(-1)?.name ?? code) : code;
  };
}
