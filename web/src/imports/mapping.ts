import type { Sheet } from "@/api/import-types";
import type { NewImport, Target } from "@/api/imports";
import type { EntityInfo, FieldInfo } from "@/api/types";
import { matchColumns } from "@/core/match";
import { isEditable } from "@/field/registry";
import { labelText } from "@/i18n";

/** What a person decides before an import: where each column goes, and what happens with records that exist. */
export type Mapping = {
  targets: Record<string, Target>;
  mode: NewImport["mode"];
  match: string[];
};

/** Fields that a column can go into. Files and signatures do not come in a spreadsheet. */
export function importable(entity: EntityInfo): FieldInfo[] {
  const not = new Set(["file", "image", "signature", "child_table"]);
  return entity.fields.filter((field) => isEditable(field) && !not.has(field.type));
}

export function fieldOf(target: Target): string {
  return typeof target === "string" ? target : target.field;
}

/** A field as the target of a column; a relation is looked up by the title of the other entity to begin with. */
export function targetFor(field: FieldInfo, entities: EntityInfo[]): Target {
  if (field.type !== "relation") return field.code;
  const by = entities.find((one) => one.code === field.entity)?.titleField;
  return by === undefined ? field.code : { field: field.code, by };
}

/** Columns go to the fields of the same name. A unique field that was found makes updating the first choice. */
export function firstMapping(entity: EntityInfo, entities: EntityInfo[], sheet: Sheet): Mapping {
  const fields = importable(entity);
  const names = (language: "zh" | "en") =>
    fields.map((field) => ({ code: field.code, label: labelText(field.label, language) }));
  const columns = sheet.columns.map((column) => column.name);
  const found = new Map([...matchColumns(columns, names("en")), ...matchColumns(columns, names("zh"))]);
  const targets: Record<string, Target> = {};
  const taken = new Set<string>();
  for (const [column, code] of found) {
    const field = fields.find((one) => one.code === code);
    if (!field || taken.has(code)) continue;
    taken.add(code);
    targets[column] = targetFor(field, entities);
  }
  const unique = fields.find((field) => field.unique && !field.masked && taken.has(field.code));
  return unique ? { targets, mode: "upsert", match: [unique.code] } : { targets, mode: "create", match: [] };
}

/** Sets or, with null, takes away the target of a column; match fields that are no longer mapped go. */
export function mapColumn(mapping: Mapping, column: string, target: Target | null): Mapping {
  const targets = { ...mapping.targets };
  if (target === null) delete targets[column];
  else targets[column] = target;
  const mapped = new Set(Object.values(targets).map(fieldOf));
  return { ...mapping, targets, match: mapping.match.filter((code) => mapped.has(code)) };
}

export type MappingIssue = "nothing" | "match" | "duplicate";

/** Why an import cannot begin, if it cannot. */
export function mappingIssue(mapping: Mapping): MappingIssue | null {
  const fields = Object.values(mapping.targets).map(fieldOf);
  if (fields.length === 0) return "nothing";
  if (new Set(fields).size < fields.length) return "duplicate";
  return mapping.mode !== "create" && mapping.match.length === 0 ? "match" : null;
}

/** Required fields without a column and without a default: new rows will be refused for them. */
export function unmappedRequired(entity: EntityInfo, mapping: Mapping): FieldInfo[] {
  const mapped = new Set(Object.values(mapping.targets).map(fieldOf));
  return mapping.mode === "update"
    ? []
    : importable(entity).filter((field) => field.required && !field.defaulted && !mapped.has(field.code));
}
