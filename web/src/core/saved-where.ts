import {
  complete,
  type FilterGroup,
  type FilterNode,
  type FilterRule,
  isGroup,
  OPERATORS,
  type Operator,
} from "./filter";
import { PERIODS, type Period } from "./period";
import { texts, type Value } from "./value";
import { toWhere, type Where, type WhereContext } from "./where";

/**
 * A filter as a view keeps it: what is relative to the day and to the person stays so, where a list that is asked for now
 * has days and ids.
 */
export function toSaved(group: FilterGroup | null, context: WhereContext): Where | null {
  const kept = group === null ? null : complete(group);
  return kept === null ? null : save(kept, context);
}

function save(node: FilterNode, context: WhereContext): Where {
  if (isGroup(node)) {
    return "all" in node
      ? { all: node.all.map((part) => save(part, context)) }
      : { any: node.any.map((part) => save(part, context)) };
  }
  const { field, op, value } = node;
  const relative = (name: string): Where => ({ field, op: "=", value: { relative: name } });
  if (op === "me") return { field, op: "=", value: { call: "ME", args: [] } };
  if (op === "period" && typeof value === "string") return relative(value);
  if (op === "last_days" || op === "next_days") return relative(`${op.slice(0, 4)}_${Number(value)}_days`);
  const alone = toWhere({ all: [node] }, context);
  const [first] = alone && "all" in alone ? alone.all : [];
  return first ?? { all: [] };
}

const PLAIN: ReadonlySet<string> = new Set<Operator>(
  OPERATORS.filter((op) => !["between", "me", "period", "last_days", "next_days", "has_any", "has_all"].includes(op)),
);
const LISTS: Record<string, Operator> = { contains_any: "has_any", contains_all: "has_all" };
const ROLLING = /^(last|next)_(\d+)_days$/;

type Leaf = { field: string; op: string; value?: Value };
const isLeaf = (where: Where): where is Leaf => "field" in where && typeof where.op === "string";

function special({ field, op, value }: Leaf): FilterRule | null {
  if (typeof value !== "object" || value === null || Array.isArray(value) || op !== "=") return null;
  if (value.call === "ME") return { field, op: "me" };
  const name = String(value.relative ?? "");
  const [, way, days] = ROLLING.exec(name) ?? [];
  if (days !== undefined) return { field, op: way === "last" ? "last_days" : "next_days", value: Number(days) };
  return PERIODS.includes(name as Period) ? { field, op: "period", value: name } : null;
}

function read(where: Where): FilterNode | null {
  if ("not" in where) {
    const inner = where.not;
    if (!isLeaf(inner) || inner.op !== "contains_any") return null;
    return { field: inner.field, op: "has_none", value: texts(inner.value) };
  }
  if (isLeaf(where)) {
    const { field, op, value } = where;
    const relative = special(where);
    if (relative) return relative;
    const known = LISTS[op] ?? (PLAIN.has(op) ? (op as Operator) : null);
    if (known === null || (typeof value === "object" && value !== null && !Array.isArray(value))) return null;
    return value === undefined ? { field, op: known } : { field, op: known, value };
  }
  const parts = "all" in where ? where.all : "any" in where ? where.any : null;
  if (parts === null) return null;
  const nodes = parts.map(read);
  if (nodes.includes(null)) return null;
  return "all" in where ? { all: nodes as FilterNode[] } : { any: nodes as FilterNode[] };
}

/** The filter that a condition was made from; null where it holds more than a filter can say. */
export function fromSaved(where: Where | null): FilterGroup | null {
  const node = where === null ? null : read(where);
  return node === null ? null : isGroup(node) ? node : { all: [node] };
}
