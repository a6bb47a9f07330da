import type { Tree } from "./tree";

/** Functions whose value has the type of one of their arguments, from that place on. */
const CHOICES: Record<string, number> = {
  IF: 1,
  IFS: 1,
  SWITCH: 2,
  IFBLANK: 0,
  COALESCE: 0,
  NULLIF: 0,
  MIN: 0,
  MAX: 0,
  FIRST: 0,
  LAST: 0,
  NTH: 0,
  CLAMP: 0,
  DATEADD: 0,
  STARTOF: 0,
};

const RETURNS: Record<string, string> = {
  WEEKS: "duration",
  HOURS: "duration",
  MINUTES: "duration",
  SECONDS: "duration",
  NOW: "datetime",
  DATETIME: "datetime",
};

/**
 * The type of a node's value as far as durations go: "duration", "datetime", or something else. Values tell their type
 * by themselves; this is for the sum of none, which is PT0S or 0.
 */
export function typeOf(tree: Tree): string | undefined {
  if ("path" in tree) return tree.type;
  if ("field" in tree) return "boolean";
  if ("list" in tree) return first(tree.list);
  if ("of" in tree) return typeOf(tree.of);
  if ("left" in tree) return calculated(tree.op, typeOf(tree.left), typeOf(tree.right));
  if ("aggregate" in tree) return tree.aggregate.startsWith("COUNT") || !tree.value ? "number" : typeOf(tree.value);
  if ("call" in tree) return called(tree.call, tree.args ?? []);
  return "value" in tree ? tree.type : "boolean";
}

function first(trees: readonly Tree[]): string | undefined {
  return trees.map(typeOf).find((type) => type !== undefined);
}

function calculated(op: string, left: string | undefined, right: string | undefined): string | undefined {
  if (op === "-" && left === "datetime" && right === "datetime") return "duration";
  if (op === "/" && right === "duration") return "number";
  if (op === "*") return left === "duration" ? left : right;
  if (op === "+" && left === "duration") return right;
  return ["+", "-", "/"].includes(op) ? left : undefined;
}

function called(name: string, args: readonly Tree[]): string | undefined {
  if (name === "DAYS") return args.length === 1 ? "duration" : "number";
  const from = CHOICES[name];
  return from === undefined ? RETURNS[name] : first(answers(name, args.slice(from)));
}

/** Of IFS and SWITCH every second argument is an answer, as is one that is left at the end. */
function answers(name: string, args: readonly Tree[]): readonly Tree[] {
  if (name !== "IFS" && name !== "SWITCH") return args;
  return args.filter((_, i) => i % 2 === 0 || i === args.length - 1);
}
