import type { Value } from "./value";

/** One condition on one field. */
export type FilterRule = { field: string; op: Operator; value?: Value };
/** A group holds when all (or any) of its parts hold. */
export type FilterGroup = { all: FilterNode[] } | { any: FilterNode[] };
export type FilterNode = FilterRule | FilterGroup;

/** Operators a person picks. Those that the server does not know are spelt out by `toWhere`. */
export const OPERATORS = [
  "=",
  "<>",
  "<",
  "<=",
  ">",
  ">=",
  "between",
  "contains",
  "not_contains",
  "starts_with",
  "in",
  "not_in",
  "has_any",
  "has_all",
  "has_none",
  "me",
  "period",
  "last_days",
  "next_days",
  "blank",
  "not_blank",
] as const;
export type Operator = (typeof OPERATORS)[number];

/** Operators that need no value. */
export const BARE: ReadonlySet<Operator> = new Set<Operator>(["blank", "not_blank", "me"]);

export function isGroup(node: FilterNode): node is FilterGroup {
  return "all" in node || "any" in node;
}

export function parts(group: FilterGroup): FilterNode[] {
  return "all" in group ? group.all : group.any;
}

export function groupOf(kind: "all" | "any", nodes: FilterNode[]): FilterGroup {
  return kind === "all" ? { all: nodes } : { any: nodes };
}

export function kindOf(group: FilterGroup): "all" | "any" {
  return "all" in group ? "all" : "any";
}

/** A rule still waiting for its value is no condition yet: it is kept in the builder and not sent. */
export function isComplete(rule: FilterRule): boolean {
  if (BARE.has(rule.op)) return true;
  const value = rule.value;
  if (value === undefined || value === null || value === "") return false;
  if (rule.op === "between")
    return Array.isArray(value) && value.length === 2 && value.every((v) => v !== null && v !== "");
  return !Array.isArray(value) || value.length > 0;
}

/** Without incomplete rules and empty groups; null when nothing is left. */
export function complete(node: FilterNode): FilterNode | null {
  if (!isGroup(node)) return isComplete(node) ? node : null;
  const kept = parts(node)
    .map(complete)
    .filter((part) => part !== null);
  return kept.length === 0 ? null : groupOf(kindOf(node), kept);
}

export function rules(node: FilterNode): FilterRule[] {
  return isGroup(node) ? parts(node).flatMap(rules) : [node];
}

/** Replaces the part at `at` of a group; null takes it out. */
export function replacePart(group: FilterGroup, at: number, part: FilterNode | null): FilterGroup {
  const next = parts(group).flatMap((old, i) => (i === at ? (part === null ? [] : [part]) : [old]));
  return groupOf(kindOf(group), next);
}

const KNOWN = new Set<string>(OPERATORS);

function readNode(json: unknown, depth: number): FilterNode | null {
  if (typeof json !== "object" || json === null || depth > 5) return null;
  for (const kind of ["all", "any"] as const) {
    const nested = (json as Record<string, unknown>)[kind];
    if (Array.isArray(nested)) {
      const nodes = nested.map((n) => readNode(n, depth + 1));
      return nodes.includes(null) ? null : groupOf(kind, nodes as FilterNode[]);
    }
  }
  const { field, op, value } = json as Record<string, unknown>;
  if (typeof field !== "string" || typeof op !== "string" || !KNOWN.has(op)) return null;
  return value === undefined ? { field, op: op as Operator } : { field, op: op as Operator, value: value as Value };
}

/** The filter in a URL, or null when there is none or it cannot be read (an old or a mangled link). */
export function readFilter(text: string | null): FilterGroup | null {
  if (!text) return null;
  try {
    const node = readNode(JSON.parse(text), 0);
    return node === null ? null : isGroup(node) ? node : { all: [node] };
  } catch {
    return null;
  }
}

/** The shortest spelling for a URL; null for no condition. */
export function writeFilter(group: FilterGroup | null): string | null {
  const kept = group === null ? null : complete(group);
  return kept === null ? null : JSON.stringify(kept);
}
