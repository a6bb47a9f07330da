import type { ImportInfo, Sheet, SheetColumn, Upload } from "../src/api/import-types.ts";
import type { FieldType, Label } from "../src/api/types.ts";
import { parseDecimal } from "../src/core/decimal.ts";
import type { Value } from "../src/core/value.ts";
import { type Answer, type Ask, filePart, json, ok, problem } from "./http.ts";
import { stored } from "./seed.ts";
import { nextId, rowsOf, state } from "./store.ts";

type Table = { header: string[]; rows: string[][] };
type Job = ImportInfo & { rows: Record<string, Value>[]; made: string[]; since: number };

const uploads = new Map<string, { info: Upload; table: Table }>();
const jobs = new Map<string, Job>();

function table(bytes: Buffer): Table {
  const lines = bytes
    .toString("utf8")
    .replace(/^\ufeff/, "")
    .split(/\r?\n/)
    .filter((line) => line !== "");
  const split = (line: string) => line.split(line.includes("\t") ? "\t" : ",");
  return { header: split(lines[0] ?? ""), rows: lines.slice(1).map(split) };
}

function guess(values: string[]): FieldType {
  const filled = values.filter((value) => value !== "");
  const all = (test: (value: string) => boolean) => filled.length > 0 && filled.every(test);
  if (all((v) => /^\d{4}[-/]\d{1,2}[-/]\d{1,2}$/.test(v))) return "date";
  if (all((v) => /^1[3-9]\d{9}$/.test(v))) return "phone";
  if (all((v) => parseDecimal(v) !== null)) return "number";
  if (new Set(filled).size <= Math.min(12, filled.length / 4)) return "select";
  return "text";
}

function column(t: Table, at: number): SheetColumn {
  const values = t.rows.map((row) => row[at] ?? "");
  const type = guess(values);
  const options = type === "select" ? [...new Set(values.filter((v) => v !== ""))] : undefined;
  return {
    name: t.header[at] ?? "",
    code: `c_${at + 1}`,
    type,
    options,
    samples: values.filter((v) => v !== "").slice(0, 4),
  };
}

export function upload(ask: Ask): Answer {
  const file = filePart(ask);
  if (!file) return problem(400, "upload.empty", "没有收到文件");
  const t = table(file.bytes);
  const sheet: Sheet = { name: "Sheet1", rows: t.rows.length, columns: t.header.map((_, at) => column(t, at)) };
  const info: Upload = {
    id: nextId("u"),
    name: file.name,
    size: file.bytes.length,
    format: "csv",
    encoding: "UTF-8",
    delimiter: ",",
    sheets: [sheet],
  };
  uploads.set(info.id, { info, table: t });
  return ok(info);
}

function start(entity: string, file: string, rows: Record<string, Value>[], refused: number): Job {
  const now = new Date().toISOString();
  const job: Job = {
    id: nextId("i"),
    entity,
    file,
    state: "running",
    total: rows.length + refused,
    read: 0,
    created: 0,
    updated: 0,
    refused: 0,
    message: null,
    startedAt: now,
    finishedAt: null,
    rows,
    made: [],
    since: refused,
  };
  jobs.set(job.id, job);
  return job;
}

/** Each look at a running job carries it on a little. */
function advance(job: Job): ImportInfo {
  if (job.state === "running") {
    const total = job.total ?? 0;
    const step = Math.max(1, Math.ceil(total / 6));
    for (let i = 0; i < step && job.read < total; i++, job.read++) {
      const values = job.rows[job.read];
      if (!values) {
        job.refused += 1;
        continue;
      }
      const row = stored(
        nextId("r"),
        { number: rowsOf(job.entity).length + 1, ...values, created_at: new Date().toISOString() },
        "import",
        job.id,
      );
      rowsOf(job.entity).push(row);
      job.made.push(row.id);
      job.created += 1;
    }
    if (job.read >= total) {
      job.state = "done";
      job.finishedAt = new Date().toISOString();
    }
  }
  const { rows: _rows, made: _made, since: _since, ...info } = job;
  return info;
}

type Body = {
  app?: string;
  label: Label;
  sheet: string;
  columns: { name: string; code: string; label: Label; type: FieldType; skip?: boolean }[];
};

export function entityFrom(ask: Ask): Answer {
  const found = uploads.get(ask.parts[1] ?? "");
  if (!found) return problem(404, "upload.missing", "这个文件已不在服务器上，请重新上传");
  const body = json<Body>(ask);
  const used = body.columns.filter((c) => !c.skip);
  const code = nextId("e");
  const fields = used.map((c) => {
    const options = found.info.sheets[0]?.columns.find((x) => x.name === c.name)?.options;
    return { code: c.code, type: c.type, label: c.label, options: options?.map((o) => ({ code: o, label: o })) };
  });
  state.entities.set(code, {
    code,
    app: code,
    label: body.label,
    titleField: used.find((c) => c.type === "text")?.code,
    fields,
    rights: { create: true, update: true, delete: true, import: true, export: true },
  });
  state.apps.push({ code, label: body.label, menu: [{ entity: code, label: body.label }] });
  const rows = found.table.rows.map((row) =>
    Object.fromEntries(used.map((c) => [c.code, row[found.table.header.indexOf(c.name)] || null])),
  );
  return ok({ entity: code, import: start(code, found.info.name, rows, 2).id });
}

export function imports(ask: Ask): Answer {
  const [, id, verb] = ask.parts;
  if (id === undefined && ask.method === "GET") return ok({ items: [...jobs.values()].reverse().map(advance) });
  if (id === undefined) {
    const body = json<{ upload: string; entity: string; mapping: Record<string, string | { field: string }> }>(ask);
    const found = uploads.get(body.upload);
    if (!found) return problem(404, "upload.missing", "这个文件已不在服务器上，请重新上传");
    const rows = found.table.rows.map((row) =>
      Object.fromEntries(
        Object.entries(body.mapping).map(([name, target]) => [
          typeof target === "string" ? target : target.field,
          row[found.table.header.indexOf(name)] || null,
        ]),
      ),
    );
    return ok(advance(start(body.entity, found.info.name, rows, 3)), 201);
  }
  const job = jobs.get(id);
  if (!job) return problem(404, "import.missing", "没有这次导入");
  if (verb === "refused")
    return {
      status: 200,
      bytes: "\ufeff姓名,原因\n张三,电话格式不对\n",
      headers: { "Content-Type": "text/csv", "Content-Disposition": "attachment; filename=refused.csv" },
    };
  if (verb === "pause") job.state = "paused";
  if (verb === "resume") job.state = "running";
  if (verb === "cancel") {
    job.state = "cancelled";
    job.finishedAt = new Date().toISOString();
  }
  if (verb === "undo") {
    job.state = "undone";
    const made = new Set(job.made);
    state.rows.set(
      job.entity,
      rowsOf(job.entity).filter((row) => !made.has(row.id)),
    );
  }
  return ok(advance(job));
}

export function readUpload(ask: Ask): Answer {
  const found = uploads.get(ask.parts[1] ?? "");
  return found ? ok(found.info) : problem(404, "upload.missing", "这个文件已不在服务器上，请重新上传");
}
