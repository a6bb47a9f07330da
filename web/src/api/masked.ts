import { call, segment } from "./client";
import { toRow, type WireRow } from "./rows";
import type { EntityInfo, FieldInfo, Row } from "./types";

/** A masked field is only the text of its mask: whatever looks for a type, options or a related record passes it over. */
function asMask(field: FieldInfo, entity: string): FieldInfo {
  const { options: _o, entity: _e, many: _m, result: _r, formulaTree: _f, itemType: _i, ...rest } = field;
  return { ...rest, type: "masked", valueType: "text", lookalike: false, hides: { field, entity } };
}

/** An encrypted field is read and typed as what it is, and nothing is asked by it: it is of no type that is looked for. */
const asEncrypted = (field: FieldInfo, entity: string): FieldInfo => ({
  ...field,
  type: "encrypted",
  lookalike: false,
  hides: { field, entity },
});

function told(field: FieldInfo, entity: string): FieldInfo {
  if (field.masked) return asMask(field, entity);
  return field.encrypted ? asEncrypted(field, entity) : field;
}

/** The entity as the screens know it. */
export function withMasks(entity: EntityInfo): EntityInfo {
  if (!entity.fields.some((field) => field.masked || field.encrypted)) return entity;
  return { ...entity, fields: entity.fields.map((field) => told(field, entity.code)) };
}

/** Whether a value is a mask and no value. */
export const isMask = (value: unknown): value is string => typeof value === "string" && value.includes("**");

/** The value of a masked field of one record, with its label; the audit log is told. */
export async function revealField(entity: string, id: string, field: string): Promise<Row> {
  const path = `/records/${segment(entity)}/${segment(id)}/reveal`;
  return toRow(await call<WireRow>("POST", path, { body: { field } }));
}
