import type { FieldInfo, Row } from "@/api/types";
import { isBlank, type Value } from "@/core/value";
import type { ValueLabel } from "./kind";
import { kindOf, shownAs } from "./registry";

type Props = { field: FieldInfo; value: Value | undefined; label?: ValueLabel; record?: string };

/** A field's value, read-only, in the way of its kind; nothing for blank. */
export function FieldValue({ field, value, label, record }: Props) {
  const shown = shownAs(field);
  if (isBlank(value) && field.type !== "boolean") return null;
  const { Display } = kindOf(field);
  return <Display field={shown} value={value ?? null} label={label} record={record} />;
}

export function RowValue({ field, row }: { field: FieldInfo; row: Row }) {
  return <FieldValue field={field} value={row.values[field.code]} label={row.labels[field.code]} record={row.id} />;
}
