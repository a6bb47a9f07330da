import type { Value } from "../src/core/value.ts";
import type { Where } from "../src/core/where.ts";
import { type Answer, type Ask, json, ok, problem } from "./http.ts";
import { hasEntity, select, sorted, sum, wire, wireChange } from "./query.ts";
import { stored } from "./seed.ts";
import { field, members, nextId, rowsOf, type Stored, state } from "./store.ts";

const where = (ask: Ask): Where | null => JSON.parse(ask.query.get("where") ?? "null") as Where | null;
const missing = () => problem(404, "record.missing", "没有这条记录");

function find(entity: string, id: string | undefined): Stored | undefined {
  return rowsOf(entity).find((row) => row.id === id);
}

function list(entity: string, ask: Ask): Answer {
  const rows = sorted(
    select(entity, where(ask), ask.query.get("search") ?? "", ask.query.has("deleted")),
    ask.query.get("sort") ?? "",
  );
  const from = Number(ask.query.get("after") ?? 0);
  const limit = Number(ask.query.get("limit") ?? 50);
  const items = rows.slice(from, from + limit).map((row) => wire(entity, row));
  return ok({ items, next: from + limit < rows.length ? String(from + limit) : null });
}

function check(entity: string, values: Record<string, Value>): Answer | null {
  for (const [code, value] of Object.entries(values)) {
    if (field(entity, code)?.type === "phone" && typeof value === "string" && !/^[\d+ -]{7,}$/.test(value)) {
      return problem(422, "record.invalid", "有 1 处需要修改", [
        { path: code, code: "phone", message: `「${value}」不是电话号码` },
      ]);
    }
  }
  return null;
}

function change(row: Stored, set: Record<string, Value>, origin: string, batch: string | null): void {
  const fields = Object.entries(set).map(([code, after]) => ({ code, before: row.values[code] ?? null, after }));
  row.values = { ...row.values, ...set, updated_at: new Date().toISOString() };
  row.version += 1;
  const by = members[0] ?? { id: "m1", name: "" };
  row.history.unshift({ id: nextId("h"), at: new Date().toISOString(), by, kind: "update", origin, batch, fields });
}

function create(entity: string, ask: Ask): Answer {
  const values = json<Record<string, Value>>(ask);
  const refused = check(entity, values);
  if (refused) return refused;
  const now = new Date().toISOString();
  const row = stored(
    nextId("r"),
    { number: rowsOf(entity).length + 1, owner: "m1", ...values, created_at: now, updated_at: now },
    "form",
    null,
  );
  rowsOf(entity).unshift(row);
  return ok(wire(entity, row), 201);
}

function patch(entity: string, id: string, ask: Ask): Answer {
  const row = find(entity, id);
  if (!row) return missing();
  const set = json<Record<string, Value>>(ask);
  const refused = check(entity, set);
  if (refused) return refused;
  if (ask.request.headers["if-match"] !== String(row.version))
    return problem(409, "version-conflict", "这条记录已被别人改过");
  change(row, set, "form", null);
  return ok(wire(entity, row));
}

type Selected = { ids?: string[]; where?: Where; search?: string; all?: true; set?: Record<string, Value> };

function chosen(entity: string, ask: Ask): Stored[] {
  const { ids, where: condition, search = "" } = json<Selected>(ask);
  return ids ? rowsOf(entity).filter((row) => ids.includes(row.id)) : select(entity, condition ?? null, search);
}

/** Like the server, it takes no request for "all" that does not say so. */
function unclear(ask: Ask): Answer | null {
  const { ids, where: condition, search, all } = json<Selected>(ask);
  const ways = [ids, condition ?? search ?? all].filter(Boolean).length;
  if (ways === 1 && !(condition && all)) return null;
  return problem(400, "selection-unclear", "请说明是哪些记录：ids、where 或 all: true");
}

function remember(entity: string, rows: Stored[]): string {
  const batch = nextId("b");
  state.batches.set(
    batch,
    rows.map((row) => ({ entity, id: row.id, before: structuredClone(row) })),
  );
  return batch;
}

function remove(entity: string, rows: Stored[]): Answer {
  const batch = remember(entity, rows);
  for (const row of rows) row.deleted = new Date().toISOString();
  return ok({ batch, deleted: rows.length });
}

function bulk(entity: string, ask: Ask): Answer {
  const rows = chosen(entity, ask);
  const batch = remember(entity, rows);
  for (const row of rows) change(row, json<Selected>(ask).set ?? {}, "bulk", batch);
  return ok({ batch, updated: rows.length });
}

function restore(entity: string, ask: Ask): Answer {
  const rows = chosen(entity, ask);
  for (const row of rows) row.deleted = null;
  return ok({ batch: nextId("b"), restored: rows.length });
}

function purge(entity: string, ask: Ask): Answer {
  const gone = new Set(chosen(entity, ask).map((row) => row.id));
  state.rows.set(
    entity,
    rowsOf(entity).filter((row) => !gone.has(row.id)),
  );
  return ok({ purged: gone.size });
}

export function undo(batch: string): Answer {
  for (const entry of state.batches.get(batch) ?? []) {
    const rows = rowsOf(entry.entity);
    const at = rows.findIndex((row) => row.id === entry.id);
    if (entry.before && at >= 0) rows[at] = { ...entry.before, version: (rows[at]?.version ?? 0) + 1 };
    else if (at >= 0) rows.splice(at, 1);
  }
  return ok({ undone: state.batches.get(batch)?.length ?? 0, kept: 0 });
}

const VERBS: Record<string, (entity: string, ask: Ask) => Answer> = {
  bulk,
  restore,
  purge,
  "bulk-delete": (entity, ask) => remove(entity, chosen(entity, ask)),
};

export function records(ask: Ask): Answer {
  const [, entity = "", id, rest] = ask.parts;
  if (!hasEntity(entity)) return problem(404, "entity.missing", `没有「${entity}」这张表单`);
  if (id === undefined) return ask.method === "POST" ? create(entity, ask) : list(entity, ask);
  if (ask.method === "POST") return (id in VERBS ? unclear(ask) : null) ?? VERBS[id]?.(entity, ask) ?? missing();
  const row = find(entity, id);
  if (!row) return missing();
  if (rest === "history") return ok({ items: row.history.map((entry) => wireChange(entity, entry)), next: null });
  if (ask.method === "PATCH") return patch(entity, id, ask);
  if (ask.method === "DELETE") return remove(entity, [row]);
  return ok(wire(entity, row));
}

type QueryBody = {
  entity: string;
  where?: Where;
  search?: string;
  count?: boolean | "exact";
  measures?: { fn: string; of: string }[];
};

export function query(ask: Ask): Answer {
  const { entity, where: condition, search, count, measures } = json<QueryBody>(ask);
  const rows = select(entity, condition, search ?? "");
  if (count) {
    const capped = count !== "exact" && rows.length > 10_000;
    return ok({ count: { value: capped ? 10_000 : rows.length, capped } });
  }
  return ok({ groups: [{ key: [], values: (measures ?? []).map((m) => sum(rows, m.of)) }] });
}
