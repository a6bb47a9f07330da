import type { Document } from "@/api/definitions";

/** The part of JSON Schema that the properties of fields are described with. */
export type PropertySchema = {
  type?: string | string[];
  enum?: string[];
  minimum?: number;
  maximum?: number;
  maxLength?: number;
  items?: PropertySchema;
  properties?: Record<string, PropertySchema>;
};
export type Property = { name: string; schema: PropertySchema };

type FieldSchema = {
  properties?: Record<string, PropertySchema>;
  allOf?: {
    if?: { properties?: { type?: { const?: string } } };
    then?: { properties?: Record<string, PropertySchema> };
  }[];
};

/** The properties that a field of that type may have, as the published schema of entities says: those of its type first. */
export function propertiesOf(schema: Document, type: string): Property[] {
  const fields = (schema.properties as Record<string, { items?: FieldSchema }> | undefined)?.fields?.items;
  const rules = fields?.allOf?.filter((rule) => rule.if?.properties?.type?.const === type) ?? [];
  const own = Object.assign({}, ...rules.map((rule) => rule.then?.properties ?? {}));
  const all: Record<string, PropertySchema> = { ...own, ...fields?.properties };
  return Object.entries(all).map(([name, property]) => ({ name, schema: property }));
}

export const hasType = (schema: PropertySchema, type: string): boolean =>
  Array.isArray(schema.type) ? schema.type.includes(type) : schema.type === type;
