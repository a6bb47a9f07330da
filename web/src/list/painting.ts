import type { ColorRule, FieldInfo, FieldType, Me, Row } from "@/api/types";
import {
  type Environment,
  type Row as Facts,
  fromJson,
  holds,
  Instant,
  paths,
  type Tree,
  type TypeCode,
} from "@/core/expression";
import type { Language } from "@/core/time";
import { type HueName, hueOf } from "@/theme/hues";

const TYPES: Partial<Record<FieldType, TypeCode>> = {
  number: "number",
  money: "number",
  percent: "number",
  rating: "number",
  boolean: "boolean",
  date: "date",
  datetime: "datetime",
  duration: "duration",
  member: "member",
  department: "department",
  relation: "record",
};
const CODES: ReadonlySet<string> = new Set<TypeCode>([
  "text",
  "number",
  "boolean",
  "date",
  "datetime",
  "duration",
  "member",
  "department",
  "record",
]);

/** The type of a field's value in the language: what the server says, else what its kind is known for. */
function typeOf(field: FieldInfo | undefined): TypeCode {
  if (field?.valueType !== undefined && CODES.has(field.valueType)) return field.valueType as TypeCode;
  return (field && TYPES[field.type]) ?? "text";
}

/** The fields that the rules look at, as paths to ask the server for. */
export function paintedPaths(rules: readonly ColorRule[]): string[] {
  const read = rules.flatMap((rule) => (rule.tree ? paths(rule.tree) : []));
  return [...new Set(read.map((path) => path.join(".")))];
}

function factsOf(row: Row, fields: ReadonlyMap<string, FieldInfo>): Facts {
  return {
    value: (path) => {
      const code = path.join(".");
      return fromJson(row.values[code] ?? null, typeOf(fields.get(code)));
    },
    children: () => [],
  };
}

/** What conditions know beside the record, at this moment. Who reports to whom is not known to the browser. */
export function environmentOf(me: Me, language: Language, now: Date): Environment {
  const instant = fromJson(now.toISOString(), "datetime");
  if (!(instant instanceof Instant)) throw new TypeError("no moment");
  return {
    now: instant,
    zone: me.workspace.zone,
    language,
    caller: me.member.id,
    directory: { departmentOf: () => null, supervisorOf: () => null, andBelow: () => [] },
  };
}

export type Painter = (row: Row) => HueName | undefined;

/** The colour of the first rule that a record fulfils. A rule that this browser cannot judge is passed over. */
export function painter(rules: readonly ColorRule[], fields: readonly FieldInfo[], environment: Environment): Painter {
  const known = new Map(fields.map((field) => [field.code, field]));
  const fits = (tree: Tree, facts: Facts) => {
    try {
      return holds(tree, facts, environment);
    } catch (unknown) {
      if (unknown instanceof TypeError) return false;
      throw unknown;
    }
  };
  return (row) => {
    const facts = factsOf(row, known);
    const rule = rules.find(({ tree }) => tree !== undefined && fits(tree, facts));
    return rule && hueOf(rule.color, 0);
  };
}
