import type { ParameterSchema } from "@/api/rules";

/** The ways in which a parameter is given; each has one input. */
export const INPUTS = [
  "entity",
  "field",
  "values",
  "value",
  "text",
  "recipients",
  "expression",
  "condition",
  "group",
  "department",
  "role",
  "member",
  "option",
  "duration",
  "definition",
  "credential",
  "rule",
  "relation",
  "choice",
  "flag",
  "number",
  "line",
  "variant",
  "list",
  "object",
  "raw",
] as const;
export type InputName = (typeof INPUTS)[number];

/** Hints of the catalogue that are given as something else is. */
const AS: Record<string, InputName> = {
  url: "line",
  template: "text",
  linked_template: "text",
  mail_template: "definition",
  whether: "flag",
  table: "list",
  related: "relation",
  recipient: "recipients",
  groups: "group",
  members: "member",
  departments: "department",
  roles: "role",
  fields: "field",
  options: "option",
};

export function hasType({ type }: ParameterSchema, wanted: string): boolean {
  return Array.isArray(type) ? type.includes(wanted) : type === wanted;
}

/** Field by field what is filled in: a list of fields and values. */
const fillsIn = (schema: ParameterSchema): boolean =>
  schema.items?.properties?.field?.["x-input"] === "field" && schema.items.properties.value !== undefined;

function byShape(schema: ParameterSchema): InputName {
  if (schema.enum) return "choice";
  if (schema.oneOf) return "variant";
  if (hasType(schema, "boolean")) return "flag";
  if (hasType(schema, "integer") || hasType(schema, "number")) return "number";
  if (hasType(schema, "string")) return "line";
  if (hasType(schema, "array") && fillsIn(schema)) return "values";
  if (hasType(schema, "array") && schema.items) return "list";
  return schema.properties ? "object" : "raw";
}

/** How a parameter is given: by the catalogue's hint, or by its shape where the hint is none that is known here. */
export function inputOf(schema: ParameterSchema): InputName {
  const hint = schema["x-input"];
  const known = hint === undefined ? undefined : (AS[hint] ?? INPUTS.find((one) => one === hint));
  return known ?? byShape(schema);
}

/** Whether several can be chosen. */
export const isMany = (schema: ParameterSchema): boolean => hasType(schema, "array");

export type Parameter = { name: string; schema: ParameterSchema; required: boolean };

/** The parameters in the order of the schema. */
export function parametersOf(schema: ParameterSchema): Parameter[] {
  const required = new Set(schema.required ?? []);
  return Object.entries(schema.properties ?? {}).map(([name, one]) => ({
    name,
    schema: one,
    required: required.has(name),
  }));
}

export type Values = Record<string, unknown>;

/** How many are in sight whatever they are, and how many at least are worth folding away. */
const FIRST = 2;
const FOLDED = 3;

/**
 * The parameters that are in sight at once, and those that are not until somebody asks: what has to be given or is given, and
 * what a choice beside it names, is always in sight.
 */
export function inSight(all: readonly Parameter[], values: Values): { shown: Parameter[]; folded: Parameter[] } {
  const chosen = new Set(Object.values(values).filter((one) => typeof one === "string"));
  const needed = ({ name, required }: Parameter, at: number) =>
    required || at < FIRST || values[name] !== undefined || chosen.has(name);
  const folded = all.filter((one, at) => !needed(one, at));
  return folded.length < FOLDED ? { shown: [...all], folded: [] } : { shown: all.filter(needed), folded };
}

/** With another value; what is undefined is not kept. */
export function put(values: Values, name: string, value: unknown): Values {
  const { [name]: _, ...rest } = values;
  return value === undefined ? rest : { ...values, [name]: value };
}

/** Which of the variants a value is: the one whose fixed parts it has, else the one whose parameters it has most of. */
export function variantOf(schema: ParameterSchema, value: unknown): number {
  const variants = schema.oneOf ?? [];
  const fits = variants.map((one) => closeness(one, value));
  const best = Math.max(...fits);
  return best > 0 ? fits.indexOf(best) : -1;
}

function closeness(variant: ParameterSchema, value: unknown): number {
  if (variant.const !== undefined) return variant.const === value ? 100 : 0;
  if (Array.isArray(value)) return hasType(variant, "array") ? 1 : 0;
  if (typeof value !== "object" || value === null) return hasType(variant, typeof value) ? 1 : 0;
  const given = value as Values;
  const parts = Object.entries(variant.properties ?? {});
  if (parts.some(([name, one]) => one.const !== undefined && given[name] !== one.const)) return 0;
  if ((variant.required ?? []).some((name) => given[name] === undefined)) return 0;
  return parts.filter(([name]) => given[name] !== undefined).length;
}

/** A value of a variant before anything is said: its fixed parts, and its parameters empty where it needs them. */
export function freshValue(schema: ParameterSchema): unknown {
  if (schema.const !== undefined) return schema.const;
  if (schema.default !== undefined) return schema.default;
  if (hasType(schema, "object")) {
    const required = new Set(schema.required ?? []);
    const parts = Object.entries(schema.properties ?? {}).filter(
      ([name, one]) => one.const !== undefined || one.default !== undefined || required.has(name),
    );
    return Object.fromEntries(parts.map(([name, one]) => [name, freshValue(one)]));
  }
  if (hasType(schema, "array")) return [];
  if (hasType(schema, "boolean")) return true;
  return hasType(schema, "string") && !schema.enum ? "" : schema.enum?.[0];
}

/** What an action starts with: what the schema says is usual. */
export function freshWith(schema: ParameterSchema): Values {
  const usual = Object.entries(schema.properties ?? {}).filter(([, one]) => one.default !== undefined);
  return Object.fromEntries(usual.map(([name, one]) => [name, one.default]));
}
