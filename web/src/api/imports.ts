import { queryOptions } from "@tanstack/react-query";
import { parseTable } from "@/core/tsv";
import { address, beginningOf, call, segment, upload } from "./client";
import type { ImportInfo, ImportState, Sheet, Upload } from "./import-types";
import { keys } from "./keys";
import type { FieldType } from "./types";

const LIVE: ReadonlySet<ImportState> = new Set<ImportState>(["queued", "running", "undoing"]);

export function isLive(state: ImportState): boolean {
  return LIVE.has(state);
}

/** Sends a spreadsheet, with progress from 0 to 1. */
export function uploadSheet(file: File, progress: (part: number) => void, signal: AbortSignal): Promise<Upload> {
  const body = new FormData();
  body.append("file", file, file.name);
  return upload<Upload>("/uploads", body, { progress, signal });
}

export type NewColumn = { name: string; code: string; label: string; type: FieldType; skip?: boolean };
export type NewEntity = { app?: string; sheet: string; headerRow?: number; label: string; columns: NewColumn[] };

/** Labels are stored under the language they were typed in. */
export function createEntityFrom(
  upload: string,
  entity: NewEntity,
  language: "zh" | "en",
): Promise<{ app: string; entity: string; import: string }> {
  const columns = entity.columns.map((column) => ({ ...column, label: { [language]: column.label } }));
  return call("POST", `/uploads/${segment(upload)}/entity`, {
    body: { ...entity, label: { [language]: entity.label }, columns },
  });
}

const TEXTS: ReadonlySet<string> = new Set(["csv", "tsv"]);
/** Text files below this size are read whole when they are sent in, so that their rows are counted; in bytes. */
const COUNTED = 262_144;

/** How many rows a sheet has; of a long text file only about, in two digits. Null where the file does not tell. */
export function rowsOf({ format, size }: Upload, { rows }: Sheet): { rows: number; about: boolean } | null {
  if (rows === null) return null;
  if (!TEXTS.has(format) || size < COUNTED) return { rows, about: false };
  const unit = 10 ** Math.max(0, String(rows).length - 2);
  return { rows: Math.round(rows / unit) * unit, about: true };
}

/** Where a column goes: into a field, or into a relation by a field of the related entity. */
export type Target = string | { field: string; by: string };
export type NewImport = {
  upload: string;
  sheet: string;
  headerRow?: number;
  entity: string;
  mapping: Record<string, Target>;
  match: string[];
  mode: "create" | "update" | "upsert";
};

export function startImport(request: NewImport): Promise<ImportInfo> {
  return call<ImportInfo>("POST", "/imports", { body: request });
}

export const importQuery = (id: string) =>
  queryOptions({
    queryKey: keys.import(id),
    queryFn: ({ signal }) => call<ImportInfo>("GET", `/imports/${segment(id)}`, { signal }),
    refetchInterval: (query) => (query.state.data && !isLive(query.state.data.state) ? false : 700),
  });

export const importsQuery = queryOptions({
  queryKey: keys.imports,
  queryFn: async ({ signal }) => (await call<{ items: ImportInfo[] }>("GET", "/imports", { signal })).items,
});

export type ImportVerb = "pause" | "resume" | "undo" | "cancel";

export function steerImport(id: string, verb: ImportVerb): Promise<ImportInfo> {
  return call<ImportInfo>("POST", `/imports/${segment(id)}/${verb}`);
}

/** A row that was not taken in: its place in the file, why, and what stood in it. */
export type RefusedRow = { row: string; why: string; cells: string[] };
const ENOUGH = 40_000;

/** Without the mark that keeps spreadsheets from running a cell that begins like a formula. */
const unguarded = (cell: string) => cell.replace(/^'(?=[=+\-@\t\r])/, "");

/** The first refused rows of an import, at most `most`, of the file that returns them all. */
export async function readRefused(id: string, most: number, signal?: AbortSignal): Promise<RefusedRow[]> {
  const text = await beginningOf(`/imports/${segment(id)}/refused`, ENOUGH, signal);
  // The last row may have been cut in its middle where the file goes on.
  const rows = parseTable(text, ",").slice(1, text.length < ENOUGH ? undefined : -1);
  return rows.slice(0, most).map((row) => {
    const cells = row.map(unguarded);
    return { row: cells.at(-2) ?? "", why: cells.at(-1) ?? "", cells: cells.slice(0, -2) };
  });
}

export function refusedAddress(id: string): string {
  return address(`/imports/${segment(id)}/refused`);
}
