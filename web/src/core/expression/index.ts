/**
 * The language in a live form: gives for one record what the server's two back ends give. Trees are checked by the
 * server; an unknown function or values of types that the checker would refuse throw a TypeError.
 */
import { ready } from "./compile";
import type { Environment, Row } from "./scope";
import type { Tree } from "./tree";
import type { Value } from "./values";

export { Decimal } from "./decimal";
export { fromJson, type Json, type TypeCode, toJson } from "./json";
export type { Directory, Environment, Row } from "./scope";
export { paths, type Tree } from "./tree";
export { Day, Duration, Instant, Reference, type Single, type Value } from "./values";

/** The value of an expression on a row; null when it is blank. */
export function evaluate(tree: Tree, row: Row, environment: Environment): Value {
  return ready(tree)({ row, environment });
}

/** Whether a condition holds; blank does not. */
export function holds(tree: Tree, row: Row, environment: Environment): boolean {
  return evaluate(tree, row, environment) === true;
}
