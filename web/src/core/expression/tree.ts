import type { Json, TypeCode } from "./json";

/** A checked expression as the server writes it; spec/expression/README.md says what each node means. */
export type Tree =
  | Constant
  | { path: string; type?: string }
  | { list: readonly Tree[] }
  | Operation
  | { op: "-"; of: Tree }
  | { all: readonly Tree[] }
  | { any: readonly Tree[] }
  | { not: Tree }
  | { call: string; args?: readonly Tree[] }
  | Aggregate
  | Condition;

export type Constant = { value: Json; type?: TypeCode; entity?: string };

export type Comparison = "=" | "<>" | "<" | "<=" | ">" | ">=";

export type Operation = { op: Comparison | "+" | "-" | "*" | "/" | "&" | "in"; left: Tree; right: Tree };

export type Aggregate = { aggregate: string; over: string; value?: Tree; by?: Tree; where?: Tree };

/** The short form of a node whose first operand is a field. */
export type Condition = {
  field: string;
  op: string;
  value?: Json | Tree | { relative: string } | readonly (Json | Tree)[];
  type?: TypeCode;
  entity?: string;
};

/** The nodes among what a condition compares with; constants and periods are none. */
function operands(value: Condition["value"]): Tree[] {
  if (Array.isArray(value)) return value.flatMap(operands);
  return isNode(value) ? [value] : [];
}

export function isNode(value: Condition["value"]): value is Tree {
  return typeof value === "object" && value !== null && !Array.isArray(value) && !("relative" in value);
}

function parts(tree: Tree): readonly Tree[] {
  if ("field" in tree) return operands(tree.value);
  if ("list" in tree) return tree.list;
  if ("left" in tree) return [tree.left, tree.right];
  if ("of" in tree) return [tree.of];
  if ("all" in tree) return tree.all;
  if ("any" in tree) return tree.any;
  if ("not" in tree) return [tree.not];
  if ("call" in tree) return tree.args ?? [];
  if ("aggregate" in tree) return [tree.value, tree.by, tree.where].filter((part) => part !== undefined);
  return [];
}

/**
 * The fields that an expression reads, each with the path that leads to it, each once. What an aggregate reads is led
 * by the codes of its children, which are themselves among them: `["orders"]`, `["orders", "amount"]`.
 */
export function paths(tree: Tree): string[][] {
  const found = new Map<string, string[]>();
  const add = (path: string[]) => found.set(path.join("."), path);
  const collect = (node: Tree, scope: string[]) => {
    let inner = scope;
    if ("path" in node) add([...scope, ...node.path.split(".")]);
    else if ("field" in node) add([...scope, ...node.field.split(".")]);
    else if ("aggregate" in node) {
      inner = [...scope, ...node.over.split(".")];
      add(inner);
    }
    for (const part of parts(node)) collect(part, inner);
  };
  collect(tree, []);
  return [...found.values()];
}
