import { ChildChoice } from "./child-choice";
import type { Editor } from "./editor";
import { OptionsEditor } from "./options-editor";
import { EntityChoice, Expression, RollupOf, RollupOver } from "./reference-editors";
import { hasType, type PropertySchema } from "./schema";
import { Choice, Flag, Line, Numeric, Sentence, Tags, TypedFlag } from "./simple-editors";

const EXPRESSIONS = new Set(["formula", "where", "default", "shown", "required_when", "readonly_when", "when"]);

/** Every way to edit a property, by its name where the name says more than its shape, else by its shape. */
export const EDITORS: readonly Editor[] = [
  { fits: (name, schema) => name === "options" && hasType(schema, "array"), Component: OptionsEditor },
  { fits: (name, _, type) => name === "entity" && type === "child_table", Component: ChildChoice },
  { fits: (name) => name === "entity", Component: EntityChoice },
  { fits: (name) => name === "over", Component: RollupOver },
  { fits: (name) => name === "of", Component: RollupOf },
  { fits: (name) => name === "searchable", Component: TypedFlag },
  { fits: (name) => EXPRESSIONS.has(name), Component: Expression },
  { fits: (_, schema) => schema.enum !== undefined, Component: Choice },
  { fits: (_, schema) => hasType(schema, "boolean") && !Array.isArray(schema.type), Component: Flag, inline: true },
  { fits: (_, schema) => hasType(schema, "integer") || hasType(schema, "number"), Component: Numeric },
  { fits: (_, schema) => hasType(schema, "string"), Component: Line },
  { fits: (_, schema) => hasType(schema, "object") && schema.properties?.zh !== undefined, Component: Sentence },
  { fits: (_, schema) => hasType(schema, "array") && schema.items?.type === "string", Component: Tags },
];

/** Null for a property of a shape that no screen can edit. */
export const editorOf = (name: string, schema: PropertySchema, type: string): Editor | null =>
  EDITORS.find((editor) => editor.fits(name, schema, type)) ?? null;

export type Tab = "field" | "checks" | "look";

const CHECKS = new Set([
  "required",
  "unique",
  "min",
  "max",
  "length",
  "pattern",
  "format",
  "max_mb",
  "types",
  "required_when",
  "checks",
  "lookalike",
]);
const LOOKS = new Set(["searchable", "shown", "readonly_when", "title"]);
/** Edited in their own way, or not by people: an index is made where one is needed. */
const ELSEWHERE = new Set(["code", "type", "label", "indexed", "parent", "title"]);

/** Which of the three pages a property is on; null for one that has a place of its own. */
export function tabOf(name: string): Tab | null {
  if (ELSEWHERE.has(name)) return null;
  if (CHECKS.has(name)) return "checks";
  return LOOKS.has(name) ? "look" : "field";
}
