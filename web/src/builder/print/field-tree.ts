import type { EntityInfo, FieldInfo } from "@/api/types";
import { isPrintable } from "./model";

export type Branch = { path: string; field: FieldInfo; leads: string | null };

/** How many relations one can follow by clicking. */
const DEEPEST = 3;

/** The entity that a field leads to; null where the path ends with it. */
const leadsTo = (field: FieldInfo): string | null =>
  field.type === "relation" && !field.many ? (field.entity ?? null) : null;

/** What stands below a path: the fields of the entity that it leads to. */
export function branches(entities: EntityInfo[], entity: string, under = ""): Branch[] {
  const info = entities.find((one) => one.code === entity);
  const depth = under === "" ? 0 : under.split(".").length;
  return (info?.fields ?? []).filter(isPrintable).map((field) => ({
    path: under === "" ? field.code : `${under}.${field.code}`,
    field,
    leads: depth < DEEPEST ? leadsTo(field) : null,
  }));
}

/** The fields along a path; null where it leads nowhere. What is known of people is no field. */
export function along(entities: EntityInfo[], entity: string, path: string): FieldInfo[] | null {
  const found: FieldInfo[] = [];
  let at: string | null = entity;
  for (const code of path.split(".")) {
    const info = entities.find((one) => one.code === at);
    const field: FieldInfo | undefined = info?.fields.find((one) => one.code === code);
    if (field === undefined) return null;
    found.push(field);
    at = leadsTo(field);
  }
  return found;
}
