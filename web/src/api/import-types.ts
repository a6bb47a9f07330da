import type { FieldType } from "./types";

export type SheetColumn = {
  name: string;
  code: string;
  type: FieldType;
  required?: boolean;
  unique?: boolean;
  options?: string[];
  samples: string[];
};
export type Sheet = { name: string; rows: number | null; headerRow?: number; columns: SheetColumn[] };
export type Upload = {
  id: string;
  name: string;
  size: number;
  format: string;
  encoding?: string | null;
  delimiter?: string | null;
  sheets: Sheet[];
};

export type ImportState =
  | "queued"
  | "running"
  | "paused"
  | "done"
  | "failed"
  | "undoing"
  | "undone"
  | "undo_failed"
  | "cancelled";
export type ImportInfo = {
  id: string;
  entity: string;
  file: string;
  state: ImportState;
  total: number | null;
  read: number;
  created: number;
  updated: number;
  refused: number;
  /** How many records an undo took back, and how many it left as they are. */
  undone?: number;
  kept?: number;
  message: string | null;
  startedAt: string | null;
  finishedAt: string | null;
};
