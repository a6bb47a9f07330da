import type { EntityInfo, FieldInfo } from "@/api/types";
import type { Block, Page } from "@/core/record-page";

export type Pointing = { entity: EntityInfo; field: FieldInfo };

/** Fields of other entities that point to records of this one. */
export function pointingHere(entities: readonly EntityInfo[], code: string): Pointing[] {
  return entities.flatMap((entity) =>
    entity.fields
      .filter((field) => field.type === "relation" && field.entity === code)
      .map((field) => ({ entity, field })),
  );
}

/** Whether the records are rows that this one owns. */
export const isOwned = ({ entity, field }: Pointing): boolean => entity.parent === field.code;

/** Whether the records stand in the timeline already. */
export const isLogged = ({ entity, field }: Pointing): boolean => entity.traits?.activity?.record === field.code;

const LONGEST_CODE = 40;

/** A list of the records that point here by one field, with nothing chosen. */
export const listOf = <C>({ entity, field }: Pointing): Block<C> => ({
  code: `${entity.code}_${field.code}`.slice(0, LONGEST_CODE),
  type: "related",
  entity: entity.code,
  relation: field.code,
});

/**
 * The page of an entity that has none of its own, from which one is built: its facts, the tables it owns and lists of all
 * others that point to it, and beside them what is to be done and the timeline.
 */
export function usualPage<C>(entity: EntityInfo, entities: readonly EntityInfo[]): Page<C> {
  const pointing = pointingHere(entities, entity.code);
  const lists = [...pointing.filter(isOwned), ...pointing.filter((one) => !isOwned(one) && !isLogged(one))];
  return {
    header: [],
    top: [],
    main: [{ code: "facts", type: "facts" }, ...lists.map((one) => listOf<C>(one))],
    side: [
      { code: "todos", type: "todos" },
      { code: "timeline", type: "timeline" },
    ],
  };
}
