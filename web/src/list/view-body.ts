import type { EntityInfo, ViewInfo } from "@/api/types";
import type { Value } from "@/core/value";
import type { Painter } from "./painting";
import type { TreeQuery } from "./use-rows";

/** What every type of view but the list gets: which records, and what can be done with them. */
export type ViewBodyProps = {
  /** The entity with the fields of related records that the view shows. */
  entity: EntityInfo;
  view: ViewInfo;
  query: TreeQuery;
  paint: Painter;
  phone: boolean;
  /** Opens the form of a new record that has these values already. */
  create: (given: Record<string, Value>) => void;
};
