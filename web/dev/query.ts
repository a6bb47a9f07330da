import { addDecimals } from "../src/core/decimal.ts";
import { texts, type Value } from "../src/core/value.ts";
import type { Where } from "../src/core/where.ts";
import { departments, field, members, regions, rowsOf, type Stored, state, titleOf } from "./store.ts";

const text = (value: Value | undefined) => (value === null || value === undefined ? "" : String(value));
const comparable = (a: string, b: string) =>
  a !== "" && b !== "" && !Number.isNaN(Number(a)) && !Number.isNaN(Number(b))
    ? Number(a) - Number(b)
    : a < b
      ? -1
      : a > b
        ? 1
        : 0;

const TESTS: Record<string, (value: Value | undefined, wanted: Value | undefined) => boolean> = {
  "=": (v, w) => comparable(text(v), text(w)) === 0 && text(v) !== "",
  "<>": (v, w) => text(v) !== "" && comparable(text(v), text(w)) !== 0,
  "<": (v, w) => text(v) !== "" && comparable(text(v), text(w)) < 0,
  "<=": (v, w) => text(v) !== "" && comparable(text(v), text(w)) <= 0,
  ">": (v, w) => text(v) !== "" && comparable(text(v), text(w)) > 0,
  ">=": (v, w) => text(v) !== "" && comparable(text(v), text(w)) >= 0,
  contains: (v, w) => text(v).toLowerCase().includes(text(w).toLowerCase()),
  starts_with: (v, w) => text(v).toLowerCase().startsWith(text(w).toLowerCase()),
  in: (v, w) => texts(w).includes(text(v)),
  not_contains: (v, w) => !text(v).toLowerCase().includes(text(w).toLowerCase()),
  not_in: (v, w) => !texts(w).includes(text(v)),
  contains_any: (v, w) => texts(w).some((one) => texts(v).includes(one)),
  contains_all: (v, w) => texts(w).every((one) => texts(v).includes(one)),
  not_blank: (v) => texts(v).length > 0,
  blank: (v) => texts(v).length === 0,
};

export function holds(row: Stored, where: Where | null | undefined): boolean {
  if (!where) return true;
  if ("all" in where) return where.all.every((part) => holds(row, part));
  if ("any" in where) return where.any.some((part) => holds(row, part));
  if ("not" in where) return !holds(row, where.not);
  const value = where.field === "id" ? row.id : row.values[where.field];
  return TESTS[where.op]?.(value, where.value) ?? false;
}

export function select(entity: string, where: Where | null | undefined, search: string, deleted = false): Stored[] {
  const wanted = search.trim().toLowerCase();
  return rowsOf(entity).filter(
    (row) =>
      (row.deleted !== null) === deleted &&
      holds(row, where) &&
      (wanted === "" || Object.values(row.values).some((value) => text(value).toLowerCase().includes(wanted))),
  );
}

export function sorted(rows: Stored[], sort: string): Stored[] {
  const keys = (sort || "-created_at").split(",");
  return [...rows].sort((a, b) => {
    for (const key of keys) {
      const code = key.replace(/^-/, "");
      const order = comparable(text(a.values[code]), text(b.values[code]));
      if (order !== 0) return key.startsWith("-") ? -order : order;
    }
    return a.id < b.id ? -1 : 1;
  });
}

type Node = { code: string; name: string; children?: Node[] };
function nameIn(tree: Node[], code: string): string | null {
  for (const node of tree) {
    if (node.code === code) return node.name;
    const below = nameIn(node.children ?? [], code);
    if (below) return `${node.name} ${below}`;
  }
  return null;
}

function labelOf(entity: string, code: string, value: Value): string | string[] | null {
  const found = field(entity, code);
  if (!found || value === null) return null;
  const one = (id: string): string => {
    if (found.type === "member") return members.find((m) => m.id === id)?.name ?? id;
    if (found.type === "department") return nameIn(departments, id) ?? id;
    if (found.type === "region") return regions.find((region) => region.code === id)?.path ?? id;
    return titleOf(found.entity ?? "", id);
  };
  if (!["member", "department", "region", "relation"].includes(found.type)) return null;
  return Array.isArray(value) ? texts(value).map(one) : one(text(value));
}

/** A record as the server sends it. */
export function wire(entity: string, row: Stored): Record<string, Value> {
  const labels: Record<string, Value> = {};
  for (const [code, value] of Object.entries(row.values)) {
    const label = labelOf(entity, code, value);
    if (label !== null) labels[code] = label;
  }
  return { ...row.values, id: row.id, version: row.version, deleted_at: row.deleted, labels };
}

export function wireChange(entity: string, change: Stored["history"][number]) {
  const fields = change.fields.map((f) => ({
    ...f,
    beforeLabel: labelOf(entity, f.code, f.before) ?? undefined,
    afterLabel: labelOf(entity, f.code, f.after) ?? undefined,
  }));
  return { ...change, fields };
}

export function sum(rows: Stored[], code: string): string | null {
  const values = rows
    .map((row) => row.values[code])
    .filter((value) => value !== null && value !== undefined && value !== "");
  return values.length === 0 ? null : values.map(text).reduce(addDecimals, "0");
}

export function hasEntity(entity: string): boolean {
  return state.entities.has(entity);
}
