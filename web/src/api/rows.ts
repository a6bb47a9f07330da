import type { Value } from "@/core/value";
import type { Row } from "./types";

/** A record as it travels: system columns, fields and `labels` on one level. */
export type WireRow = { [key: string]: Value } & { id: string };

function labelsOf(json: Value | undefined): Row["labels"] {
  const labels: Row["labels"] = {};
  if (typeof json !== "object" || json === null || Array.isArray(json)) return labels;
  for (const [code, label] of Object.entries(json)) {
    if (typeof label === "string") labels[code] = label;
    else if (Array.isArray(label)) labels[code] = label.map((one) => (typeof one === "string" ? one : ""));
  }
  return labels;
}

/** Parses a record at the edge. System columns such as `created_at` stay among the values, since lists show them. */
export function toRow(wire: WireRow): Row {
  const { labels, ...values } = wire;
  return {
    id: wire.id,
    version: Number(wire.version ?? 0),
    number: wire.number === null || wire.number === undefined ? null : String(wire.number),
    values,
    labels: labelsOf(labels),
  };
}

/** A row as it will be once `set` is saved; labels given with it replace the old ones. */
export function withValues(row: Row, set: Record<string, Value>, labels: Row["labels"] = {}): Row {
  const kept = { ...row.labels };
  for (const code of Object.keys(set)) delete kept[code];
  return { ...row, values: { ...row.values, ...set }, labels: { ...kept, ...labels } };
}
