import type { EntityInfo, FieldInfo } from "@/api/types";
import type { Language } from "@/core/time";
import { labelText } from "@/i18n";
import type { Target } from "../button/actions";

const NO_RIGHTS = { create: false, update: false, delete: false, import: false, export: false };

const leadsOn = (field: FieldInfo) => field.type === "relation" && !field.many && field.entity !== undefined;

/** The fields of the records that a relation leads to, by their paths. */
function behind(relation: FieldInfo, entities: readonly Target[], language: Language): FieldInfo[] {
  const far = entities.find((one) => one.code === relation.entity)?.fields ?? [];
  return far.map((field) => ({
    ...field,
    code: `${relation.code}.${field.code}`,
    label: `${labelText(relation.label, language)} \u00b7 ${labelText(field.label, language)}`,
    readonly: true,
  }));
}

/** An entity as conditions see it: with the fields of what its relations lead to. `own` leaves those out. */
export function scopeOf(entity: Target, entities: readonly Target[], language: Language, own = false): EntityInfo {
  const far = own ? [] : entity.fields.filter(leadsOn).flatMap((field) => behind(field, entities, language));
  return { code: entity.code, label: entity.label, fields: [...entity.fields, ...far], rights: NO_RIGHTS };
}
