import type { Group } from "@/api/groups";
import type { FieldInfo, OptionInfo } from "@/api/types";
import { addDecimals } from "@/core/decimal";
import type { Language } from "@/core/time";
import type { Value } from "@/core/value";
import type { Where } from "@/core/where";
import { labelText } from "@/i18n";
import { type HueName, hueOf } from "@/theme/hues";

/** One column of a board: the value that its records have, and the figures over them, unknown until they are read. */
export type BoardColumn = {
  key: string;
  /** Null for records without a value. */
  value: Value;
  label: string;
  hue?: HueName;
  end?: OptionInfo["end"];
  count?: number;
  sum?: string | null;
};

export type Words = { blank: string; yes: string; no: string };

const BLANK = "";
const keyOf = (value: Value) => (value === null ? BLANK : String(value));

function figures(group: Group | undefined): Pick<BoardColumn, "count" | "sum"> {
  if (!group) return { count: 0, sum: null };
  const [count, sum] = group.values;
  return { count: Number(count ?? 0), sum: sum == null ? null : String(sum) };
}

function added(one: Group | undefined, other: Group | undefined): Group | undefined {
  if (!one || !other) return one ?? other;
  const [a, b] = [figures(one), figures(other)];
  const sum = a.sum == null || b.sum == null ? (a.sum ?? b.sum ?? null) : addDecimals(a.sum, b.sum);
  return { key: one.key, values: [(a.count ?? 0) + (b.count ?? 0), sum] };
}

/**
 * The columns of a board. Options stand in their order whether records have them or not; members and departments are
 * those that records have. Records without a value come first, where there are any. A blank yes-or-no is a no.
 *
 * @param groups undefined while they are being read
 */
export function boardColumns(
  field: FieldInfo,
  groups: Group[] | undefined,
  hidden: readonly string[],
  words: Words,
  language: Language,
): BoardColumn[] {
  const known = new Map((groups ?? []).map((group) => [keyOf(group.key[0] ?? null), group]));
  const told = (key: string) => (groups === undefined ? {} : figures(known.get(key)));
  if (field.type === "boolean") {
    const no = added(known.get("false"), known.get(BLANK));
    return [
      { key: "false", value: false, label: words.no, ...(groups && figures(no)) },
      { key: "true", value: true, label: words.yes, ...told("true") },
    ];
  }
  const blank: BoardColumn[] = known.has(BLANK)
    ? [{ key: BLANK, value: null, label: words.blank, ...told(BLANK) }]
    : [];
  const options = (field.options ?? []).map((option, place) => ({
    key: option.code,
    value: option.code,
    label: labelText(option.label, language),
    hue: hueOf(option.color, place),
    end: option.end,
    ...told(option.code),
  }));
  const others = (groups ?? [])
    .filter(({ key }) => keyOf(key[0] ?? null) !== BLANK && !options.some((one) => one.value === key[0]))
    .map((group) => ({
      key: keyOf(group.key[0] ?? null),
      value: group.key[0] ?? null,
      label: group.labels?.[0] || keyOf(group.key[0] ?? null),
      ...figures(group),
    }));
  return [...blank, ...options, ...others].filter((column) => !hidden.includes(column.key));
}

/** The condition that the records of a column fulfil. */
export function columnWhere(field: string, value: Value): Where {
  if (value === null) return { field, op: "blank" };
  if (value === false) return { not: { field, op: "=", value: true } };
  return { field, op: "=", value };
}

/** The column that a record stands in. */
export function columnOf(columns: readonly BoardColumn[], value: Value | undefined): BoardColumn | undefined {
  const key = keyOf(value ?? null);
  return columns.find((column) => column.key === key || (column.key === "false" && key === BLANK));
}
