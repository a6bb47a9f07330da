import type { CheckInfo, EntityInfo, FieldInfo, OptionInfo } from "@/api/types";
import { type Environment, evaluate, holds, type Row, type Tree, toJson } from "@/core/expression";
import { instantAt } from "@/core/time";
import { isBlank, texts, type Value } from "@/core/value";
import { type Known, logicRow } from "./logic-row";

/** What a form knows beside the values that somebody gave. */
export type LogicContext = {
  environment: Environment;
  known: Known;
  /** The record as it is stored; without it the form makes a new one. */
  before?: Record<string, Value>;
};

/** What the logic of its entity makes of one field. */
export type FieldLogic = {
  shown: boolean;
  required: boolean;
  readOnly: boolean;
  /** What can be chosen; undefined for fields without options. */
  options?: OptionInfo[];
  /** What is wrong with what is in the form just now. */
  issue?: "option" | CheckInfo;
  /** What the formula of the field comes to; undefined for fields without one, and where only the server can tell. */
  worked?: Value;
};

export type FormLogic = {
  /** All values that the record would have, defaults among them. */
  values: Record<string, Value>;
  fields: ReadonlyMap<string, FieldLogic>;
  /** The checks that do not hold. */
  failing: CheckInfo[];
  /** Whether a condition over the record holds; one that nobody can judge here does. */
  holds: (condition: Tree) => boolean;
};

/** What nobody can judge here is left to the server, which judges all of it again. */
function judged<T>(work: () => T, otherwise: T): T {
  try {
    return work();
  } catch {
    return otherwise;
  }
}

const plain = (text: string) => text.trim().toLowerCase();

function option(field: FieldInfo, value: Value): Value {
  const found = field.options?.find(
    (one) =>
      one.code === value ||
      (typeof value === "string" &&
        (typeof one.label === "string" ? [one.label] : Object.values(one.label)).some(
          (label) => plain(label ?? "") === plain(value),
        )),
  );
  return found?.code ?? value;
}

/** A day for a moment, one value for a list, an option's label for its code. */
function fitting(field: FieldInfo, value: Value, zone: string): Value {
  if (value === null) return null;
  if (field.valueType === "list") return (Array.isArray(value) ? value : [value]).map((one) => option(field, one));
  if (field.valueType === "datetime" && typeof value === "string" && value.length === 10) return instantAt(value, zone);
  return option(field, value);
}

/** The values with the defaults of fields that nobody has spoken of, each seeing those before it. */
function withDefaults(entity: EntityInfo, values: Record<string, Value>, context: LogicContext) {
  const { environment, known } = context;
  const filled = { ...values };
  const owner = entity.fields.find((field) => field.code === "owner" && field.system);
  if (owner && !("owner" in filled)) filled.owner = environment.caller;
  for (const field of entity.fields) {
    const tree = field.defaultTree;
    if (!tree || field.code in filled) continue;
    const value = judged(() => toJson(evaluate(tree, logicRow(entity, filled, environment, known), environment)), null);
    filled[field.code] = fitting(field, value as Value, environment.zone);
  }
  return filled;
}

function logicOf(
  field: FieldInfo,
  row: Row,
  before: (field: FieldInfo) => Row,
  values: FormLogic["values"],
  at: Environment,
): FieldLogic {
  const asks = (tree: Tree | undefined, otherwise: boolean, over = row) =>
    tree === undefined ? otherwise : judged(() => holds(tree, over, at), otherwise);
  const shown = asks(field.shown, true);
  const options = field.options?.filter((one) => !one.retired && asks(one.when, true));
  const chosen = texts(values[field.code]);
  const gone = field.options?.some((one) => one.when && chosen.includes(one.code) && !options?.includes(one));
  return {
    shown,
    required: shown && (field.required === true || asks(field.requiredWhen, false)),
    readOnly:
      field.readonly === true ||
      field.formulaTree !== undefined ||
      (field.readonlyWhen !== undefined && asks(field.readonlyWhen, false, before(field))),
    options,
    issue: gone ? "option" : undefined,
    worked: field.formulaTree && judged(() => toJson(row.value([field.code])) as Value, undefined),
  };
}

/**
 * A check stands still until all that it compares is there; a blank result is no failure. One that compares nothing asks
 * whether something is blank: a form that has just been opened always fails it, so it is left until saving.
 */
function fails(check: CheckInfo, entity: EntityInfo, row: Row, values: FormLogic["values"], at: Environment): boolean {
  const blank = (code: string) => {
    const field = entity.fields.find((one) => one.code === code);
    return field?.formulaTree ? row.value([code]) === null : isBlank(values[code]);
  };
  return judged(
    () => check.needs.length > 0 && !check.needs.some(blank) && evaluate(check.when, row, at) === false,
    false,
  );
}

/** What the logic of an entity makes of a form, as the server will judge it. Cost: each condition once. */
export function formLogic(entity: EntityInfo, given: Record<string, Value>, context: LogicContext): FormLogic {
  const { environment, known, before } = context;
  const values = before ? { ...before, ...given } : withDefaults(entity, given, context);
  const row = logicRow(entity, values, environment, known);
  const stored = before && logicRow(entity, before, environment, known);
  const without = (field: FieldInfo) =>
    stored ?? logicRow(entity, { ...values, [field.code]: null }, environment, known);
  const fields = new Map(
    entity.fields.map((field) => [field.code, logicOf(field, row, without, values, environment)] as const),
  );
  const failing = (entity.checks ?? []).filter((check) => fails(check, entity, row, values, environment));
  for (const check of failing) {
    const at = check.field === undefined ? undefined : fields.get(check.field);
    if (at && at.issue === undefined) at.issue = check;
  }
  return { values, fields, failing, holds: (condition) => judged(() => holds(condition, row, environment), true) };
}
