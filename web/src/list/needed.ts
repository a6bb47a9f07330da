import type { EntityInfo, FieldInfo, ViewInfo } from "@/api/types";
import { callingField } from "@/field/relation";
import { paintedPaths } from "./painting";

/** The paths outside a list's columns that a view shows something of. */
export function viewPaths(view: ViewInfo | undefined): string[] {
  if (!view) return [];
  const own = [view.by, view.from, view.to, view.title, view.color, view.cover, view.progress];
  const given = [...own, ...(view.card ?? []), ...(view.group ?? []), ...paintedPaths(view.colors ?? [])];
  return given.filter((path) => path !== undefined);
}

/** The fields to ask the server for: what is shown, what records are called by, and who changed them when. */
export function neededFields(
  entity: EntityInfo,
  view: ViewInfo | undefined,
  columns: readonly FieldInfo[],
  group: readonly string[],
): string[] {
  const listed = (view?.type ?? "list") === "list" ? columns.map((field) => field.code) : ["owner"];
  const codes = [callingField(entity)?.code ?? "", ...listed, ...group, ...viewPaths(view), "updated_at", "updated_by"];
  const known = new Set(entity.fields.map((field) => field.code));
  return [...new Set(codes)].filter((code) => known.has(code));
}
