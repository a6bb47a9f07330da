import { matchPath } from "react-router";
import type { EntityInfo, Watermark } from "@/api/types";

/** Whether what stands at an address is about somebody: a list or a record of an entity with personal fields. */
export function isAboutPeople(path: string, entities: readonly EntityInfo[]): boolean {
  const code = matchPath("/e/:entity/*", path)?.params.entity;
  return entities.some((entity) => entity.code === code && entity.fields.some((field) => field.personal));
}

/** What stands over a page; blank for nothing. */
export function markOf(watermark: Watermark | undefined, path: string, entities: readonly EntityInfo[]): string {
  switch (watermark?.mode) {
    case "everywhere":
      return watermark.text;
    case "sensitive":
      return isAboutPeople(path, entities) ? watermark.text : "";
    default:
      return "";
  }
}
