import type { EntityInfo, FieldInfo, Row } from "@/api/types";
import type { Edit } from "@/record/use-save";
import type { Widths } from "../columns";
import type { Selected } from "../selection";

export type Density = "compact" | "normal" | "roomy";
export const ROW_HEIGHT: Record<Density, number> = { compact: 32, normal: 40, roomy: 52 };

/** A cell by the place of its row and column. */
export type Cell = { row: number; column: number };

export type GridProps = {
  entity: EntityInfo;
  columns: FieldInfo[];
  rows: Row[];
  widths: Widths;
  resize: (code: string, width: number) => void;
  density: Density;
  sort: string[];
  sortBy: (code: string, more: boolean) => void;
  selected: Selected;
  select: (next: Selected) => void;
  save: (edit: Edit) => void;
  /** Told how many pasted cells could not be taken. */
  onRefused?: (cells: number) => void;
  open: (row: Row) => void;
  /** Whether the next page is being read; `loadMore` is null at the end of the list. */
  loadingMore: boolean;
  loadMore: (() => void) | null;
  totals: Record<string, string | null> | undefined;
  /** False in the recycle bin: nothing can be edited or opened. */
  live: boolean;
};

export const CHECK_WIDTH = 44;
export const HEADER_HEIGHT = 36;
