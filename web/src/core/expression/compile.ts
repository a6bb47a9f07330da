import { aggregation } from "./aggregation";
import { typeOf } from "./durations";
import { FUNCTIONS } from "./functions";
import { fromJson, type Json, type TypeCode } from "./json";
import { all, any, arithmetic, compare, isComparison, isIn, join, negate, not } from "./operators";
import type { Run } from "./scope";
import { type Aggregate, type Condition, isNode, type Tree } from "./tree";
import { isList, normal, type Single, type Value } from "./values";

const compiled = new WeakMap<Tree, Run>();

/** Makes a checked tree ready to run; a tree is made ready once, so it must not be changed afterwards. */
export function ready(tree: Tree): Run {
  let run = compiled.get(tree);
  if (!run) {
    run = compile(tree);
    compiled.set(tree, run);
  }
  return run;
}

function compile(tree: Tree): Run {
  if ("field" in tree) return condition(tree);
  if ("path" in tree) return path(tree.path);
  if ("list" in tree) return items(tree.list.map(compile));
  if ("of" in tree) return negate(compile(tree.of));
  if ("left" in tree) return operation(tree.op, compile(tree.left), compile(tree.right));
  if ("all" in tree) return all(tree.all.map(compile));
  if ("any" in tree) return any(tree.any.map(compile));
  if ("not" in tree) return not(compile(tree.not));
  if ("call" in tree) return call(tree.call, (tree.args ?? []).map(compile));
  if ("aggregate" in tree) return aggregate(tree);
  return constant(tree.value, tree.type);
}

function constant(json: Json, type: TypeCode | undefined): Run {
  const value = fromJson(json, type);
  return () => value;
}

function path(dotted: string): Run {
  const codes = dotted.split(".");
  return ({ row }) => normal(row.value(codes) ?? null);
}

/** Blanks among the items are left out. */
function items(runs: readonly Run[]): Run {
  return (scope) => {
    const found: Single[] = [];
    for (const run of runs) {
      const value: Value = run(scope);
      if (value !== null && !isList(value)) found.push(value);
    }
    return normal(found);
  };
}

function operation(op: string, left: Run, right: Run): Run {
  if (isComparison(op)) return compare(op, left, right);
  switch (op) {
    case "in":
      return isIn(left, right);
    case "&":
      return join(left, right);
    case "+":
    case "-":
    case "*":
    case "/":
      return arithmetic(op, left, right);
    default:
      throw new TypeError(`no operator ${op}`);
  }
}

function call(name: string, args: readonly Run[]): Run {
  const build = Object.hasOwn(FUNCTIONS, name) ? FUNCTIONS[name] : undefined;
  if (!build) throw new TypeError(`no function ${name}`);
  return build(args);
}

function aggregate(tree: Aggregate): Run {
  return aggregation(tree.aggregate, {
    over: tree.over,
    value: tree.value && compile(tree.value),
    by: tree.by && compile(tree.by),
    where: tree.where && compile(tree.where),
    durations: tree.value !== undefined && typeOf(tree.value) === "duration",
  });
}

const TESTS: Record<string, string> = {
  contains: "CONTAINS",
  contains_any: "CONTAINSANY",
  contains_all: "CONTAINSALL",
  starts_with: "STARTSWITH",
  ends_with: "ENDSWITH",
};

function condition(tree: Condition): Run {
  const field = path(tree.field);
  const { op, value, type } = tree;
  if (op === "blank") return call("ISBLANK", [field]);
  if (op === "not_blank") return not(call("ISBLANK", [field]));
  if (op === "between") return call("BETWEEN", [field, ...pair(value, type)]);
  if (typeof value === "object" && value !== null && "relative" in value) {
    return relative(field, op, String(value.relative));
  }
  const right = operand(value, type);
  if (op === "not_in") return not(isIn(field, right));
  if (op === "not_contains") return not(call("CONTAINS", [field, right]));
  const test = TESTS[op];
  return test ? call(test, [field, right]) : operation(op, field, right);
}

/** A constant, a list of constants and nodes, or a node. */
function operand(value: Condition["value"], type: TypeCode | undefined): Run {
  if (Array.isArray(value)) return items(value.map((item) => operand(item, type)));
  return isNode(value) ? compile(value) : constant((value ?? null) as Json, type);
}

function pair(value: Condition["value"], type: TypeCode | undefined): Run[] {
  if (!Array.isArray(value) || value.length !== 2) throw new TypeError("between takes two bounds");
  return value.map((bound) => operand(bound, type));
}

function relative(field: Run, op: string, period: string): Run {
  const name: Run = () => period;
  if (op === "=") return call("DURING", [field, name]);
  if (op === "<>") return not(call("DURING", [field, name]));
  const bound = op === "<" || op === ">=" ? "PERIODSTART" : "PERIODEND";
  return operation(op, field, call(bound, [name]));
}
