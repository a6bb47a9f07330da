import { call, segment } from "./client";
import { toRow, type WireRow } from "./rows";
import type { EntityInfo, FieldInfo, Row } from "./types";

/** A masked field is only the text of its mask: whatever looks for a type, options or a related record passes it over. */
function asMask(field: FieldInfo, entity: string): FieldInfo {
  const { options: _o, entity: _e, many: _m, result: _r, formulaTree: _f, itemType: _i, ...rest } = field;
  return { ...rest, type: "masked", valueType: "text", lookalike: false, hides: { field, entity } };
}

/** The entity as the screens know it. */
export function withMasks(entity: EntityInfo): EntityInfo {
  if (!entity.fields.some((field) => field.masked)) return entity;
  return { ...entity, fields: entity.fields.map((field) => (field.masked ? asMask(field, entity.code) : field)) };
}

/** Whether a value is a mask and no value. */
export const isMask = (value: unknown): value is string => typeof value === "string" && value.includes("**");

/** The value of a masked field of one record, with its label; the audit log is told. */
export async function revealField(entity: string, id: string, field: string): Promise<Row> {
  const path = `/records/${segment(entity)}/${segment(id)}/reveal`;
  return toRow(await call<WireRow>("POST", path, { body: { field } }));
}
