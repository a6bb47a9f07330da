import type { EntityInfo, FieldInfo } from "@/api/types";
import { type Environment, evaluate, fromJson, type Json, type Row, type Tree, type TypeCode } from "@/core/expression";
import type { Value } from "@/core/value";

/** Records beside the one in the form, as far as they are known. */
export type Known = (entity: string, id: string) => { entity: EntityInfo; values: Record<string, Value> } | undefined;

/** A condition needs something that is not known here, so that only the server can judge it. */
export class Unknown extends Error {}

const PLACE = (value: Value | undefined): Value =>
  typeof value === "object" && value !== null && !Array.isArray(value) && "address" in value
    ? (value.address ?? null)
    : (value ?? null);

/** A value of a field as the language has it; what cannot be read as one is blank. */
export function inLanguage(field: FieldInfo, value: Value | undefined) {
  const type = (field.valueType === "list" ? field.itemType : field.valueType) ?? "text";
  return fromJson(PLACE(value) as Json, type as TypeCode);
}

const EMPTY: Row = { value: () => null, children: () => [] };

/**
 * A record as conditions see it. Formulas are worked out, each once; what lies behind relations is looked up by `known`.
 * The department of a new record follows its owner on the server, so it is unknown until it is given.
 */
export function logicRow(
  entity: EntityInfo,
  values: Record<string, Value>,
  environment: Environment,
  known: Known,
): Row {
  const worked = new Map<Tree, ReturnType<typeof evaluate>>();
  const fields = new Map(entity.fields.map((field) => [field.code, field]));
  const row: Row = {
    value: ([code = "", ...rest]) => {
      const field = fields.get(code);
      if (!field) throw new Unknown(code);
      if (rest.length > 0) return beyond(field, values[code], rest);
      if (field.formulaTree) {
        const found = worked.get(field.formulaTree) ?? evaluate(field.formulaTree, row, environment);
        worked.set(field.formulaTree, found);
        return found;
      }
      if (!(code in values) && (field.system || field.readonly)) throw new Unknown(code);
      return inLanguage(field, values[code]);
    },
    children: (code) => {
      if (!fields.has(code)) throw new Unknown(code);
      const value = values[code];
      return Array.isArray(value) ? value.map(() => EMPTY) : [];
    },
  };
  const beyond = (field: FieldInfo, value: Value | undefined, rest: readonly string[]) => {
    const reference = inLanguage(field, value);
    if (reference === null) return null;
    const id = typeof reference === "object" && "id" in reference ? String(reference.id) : null;
    const target = field.entity !== undefined && id !== null ? known(field.entity, id) : undefined;
    if (!target) throw new Unknown(field.code);
    return logicRow(target.entity, target.values, environment, known).value(rest);
  };
  return row;
}
