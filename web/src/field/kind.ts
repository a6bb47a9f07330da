import type { ComponentType } from "react";
import type { FieldInfo, FieldType } from "@/api/types";
import type { Operator } from "@/core/filter";
import type { Value } from "@/core/value";

/** The display text that comes with a code or an id: one, or one for each of a list. */
export type ValueLabel = string | string[] | undefined;

/** `record` is the id of the record that the value belongs to, where it is that of one. */
export type DisplayProps = { field: FieldInfo; value: Value; label?: ValueLabel; record?: string };

export type InputProps = Omit<DisplayProps, "record"> & {
  id?: string;
  /** A new value, with the text to show for it where the value is a code or an id. */
  onChange: (value: Value, label?: ValueLabel) => void;
  autoFocus?: boolean;
  /** Whether it stands in a cell of a list: no border, and lists open by themselves. */
  inCell?: boolean;
  invalid?: boolean;
};

/**
 * Everything the screens know of a kind of field. A new kind is one file and one line in registry.ts;
 * no screen asks for a field's type by name.
 */
export type FieldKind = {
  types: readonly FieldType[];
  Display: ComponentType<DisplayProps>;
  /** Null for values that are computed. */
  Input: ComponentType<InputProps> | null;
  operators: readonly Operator[];
  align: "left" | "right";
  /** Width of a column until somebody drags it, in pixels. */
  width: number;
  /** Needs the whole width of a page to read. */
  wide: boolean;
  /** "inline" fits into a cell; "form" needs the room of a form. */
  editing: "inline" | "form";
  /** A change of the value is the whole edit (a choice), so a cell saves at once. */
  instant: boolean;
  /** Its text is a link, so that a click on it leads away instead of choosing the cell. */
  leads: boolean;
  sortable: boolean;
  summable: boolean;
  /** A typed text in the form in which it is kept; null when the server would refuse it. */
  keep: (text: string, field: FieldInfo) => string | null;
  /** What a pasted text means; undefined when it cannot be read. */
  read: (text: string, field: FieldInfo) => Value | undefined;
};

/** How wide the list of a cell's choices is, since a cell may be narrow. */
export const IN_CELL_WIDTH = 240;

const PLAIN: Omit<FieldKind, "types" | "Display" | "Input" | "operators"> = {
  align: "left",
  width: 160,
  wide: false,
  editing: "inline",
  instant: false,
  leads: false,
  sortable: true,
  summable: false,
  keep: (text) => text,
  read: () => undefined,
};

export function kind(
  given: Pick<FieldKind, "types" | "Display" | "Input" | "operators"> & Partial<FieldKind>,
): FieldKind {
  return { ...PLAIN, ...given };
}

export const TEXT_OPERATORS = ["contains", "not_contains", "=", "<>", "starts_with", "blank", "not_blank"] as const;
export const ORDER_OPERATORS = ["=", "<>", ">", ">=", "<", "<=", "between", "blank", "not_blank"] as const;
export const DATE_OPERATORS = [
  "period",
  "last_days",
  "next_days",
  "=",
  "<",
  "<=",
  ">",
  ">=",
  "between",
  "blank",
  "not_blank",
] as const;
export const ONE_OPERATORS = ["in", "not_in", "blank", "not_blank"] as const;
export const MANY_OPERATORS = ["has_any", "has_all", "has_none", "blank", "not_blank"] as const;
/** For values that can only be there or not: files, and the records of a relation to many. */
export const PRESENCE_OPERATORS = ["not_blank", "blank"] as const;
