import { complete, type FilterGroup, type FilterNode, type FilterRule, isGroup, type Operator } from "./filter";
import { PERIODS, type Period, type Span, spanOf, spanOfDays } from "./period";
import { addDays, instantAt } from "./time";
import { texts, type Value } from "./value";

/** The condition tree of the public contract. */
export type Where = { all: Where[] } | { any: Where[] } | { not: Where } | { field: string; op: string; value?: Value };

/** What a condition may depend on besides the record. `moment` says whether a field holds moments instead of days. */
export type WhereContext = { today: string; zone: string; me: string; moment: (field: string) => boolean };

const leaf = (field: string, op: string, value?: Value): Where =>
  value === undefined ? { field, op } : { field, op, value };
const not = (where: Where): Where => ({ not: where });

function within(field: string, span: Span, context: WhereContext): Where {
  const at = (day: string) => (context.moment(field) ? instantAt(day, context.zone) : day);
  return { all: [leaf(field, ">=", at(span.from)), leaf(field, "<", at(span.until))] };
}

/** A comparison with a day on a field of moments means the whole day in the workspace's zone. */
function compare(rule: FilterRule, context: WhereContext): Where {
  const { field, op, value } = rule;
  if (typeof value !== "string" || value.length !== 10 || !context.moment(field)) return leaf(field, op, value);
  const span = { from: value, until: addDays(value, 1) };
  switch (op) {
    case "<":
    case ">=":
      return leaf(field, op, instantAt(span.from, context.zone));
    case "<=":
      return leaf(field, "<", instantAt(span.until, context.zone));
    case ">":
      return leaf(field, ">=", instantAt(span.until, context.zone));
    case "<>":
      return not(within(field, span, context));
    default:
      return within(field, span, context);
  }
}

function between(rule: FilterRule, context: WhereContext): Where {
  const [from, to] = rule.value as Value[];
  return {
    all: [
      compare({ field: rule.field, op: ">=", value: from }, context),
      compare({ field: rule.field, op: "<=", value: to }, context),
    ],
  };
}

type Spelling = (rule: FilterRule, context: WhereContext) => Where;

const SPELLINGS: Record<Operator, Spelling> = {
  "=": compare,
  "<>": compare,
  "<": compare,
  "<=": compare,
  ">": compare,
  ">=": compare,
  between,
  contains: (rule) => leaf(rule.field, "contains", rule.value),
  not_contains: (rule) => leaf(rule.field, "not_contains", rule.value),
  starts_with: (rule) => leaf(rule.field, "starts_with", rule.value),
  in: (rule) => leaf(rule.field, "in", texts(rule.value)),
  not_in: (rule) => leaf(rule.field, "not_in", texts(rule.value)),
  has_any: (rule) => leaf(rule.field, "contains_any", texts(rule.value)),
  has_all: (rule) => leaf(rule.field, "contains_all", texts(rule.value)),
  has_none: (rule) => not(leaf(rule.field, "contains_any", texts(rule.value))),
  me: (rule, context) => leaf(rule.field, "=", context.me),
  period: (rule, context) =>
    within(
      rule.field,
      spanOf(PERIODS.includes(rule.value as Period) ? (rule.value as Period) : "today", context.today),
      context,
    ),
  last_days: (rule, context) => within(rule.field, spanOfDays("last", Number(rule.value), context.today), context),
  next_days: (rule, context) => within(rule.field, spanOfDays("next", Number(rule.value), context.today), context),
  blank: (rule) => leaf(rule.field, "blank"),
  not_blank: (rule) => leaf(rule.field, "not_blank"),
};

function spell(node: FilterNode, context: WhereContext): Where {
  if (!isGroup(node)) return SPELLINGS[node.op](node, context);
  return "all" in node
    ? { all: node.all.map((part) => spell(part, context)) }
    : { any: node.any.map((part) => spell(part, context)) };
}

/** The condition to send, spelt with the operators the server knows; null when the filter asks for nothing. */
export function toWhere(group: FilterGroup | null, context: WhereContext): Where | null {
  const kept = group === null ? null : complete(group);
  return kept === null ? null : spell(kept, context);
}
