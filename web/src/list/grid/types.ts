import type { ReactNode } from "react";
import type { EntityInfo, FieldInfo, Row, Total } from "@/api/types";
import type { OpenRowMenu } from "@/button/use-row-menu";
import type { Edit } from "@/record/use-save";
import type { Widths } from "../columns";
import type { Painter } from "../painting";
import type { Selected } from "../selection";
import type { GridLine } from "../use-grouped";

export type Density = "compact" | "normal" | "roomy";
export const ROW_HEIGHT: Record<Density, number> = { compact: 32, normal: 40, roomy: 52 };

/** A cell by the place of its row and column. */
export type Cell = { row: number; column: number };

/** A figure over many records. */
export type Totalled = { field: FieldInfo; fn: Total; value: string | number | null };

export type Grouping = {
  fields: FieldInfo[];
  lines: GridLine[];
  toggle: (key: string) => void;
  /** Told which lines are in sight, so that those that wait are read. */
  reach: (lines: readonly GridLine[]) => void;
};

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
  /** Opens the menu of a row's buttons; undefined where there are none. */
  menu?: OpenRowMenu;
  /** Whether the next page is being read; `loadMore` is null at the end of the list. */
  loadingMore: boolean;
  loadMore: (() => void) | null;
  /** The figures below the columns; undefined where there is no footer. */
  totals: Totalled[] | undefined;
  chooseTotal?: (code: string, fn: Total | "none") => void;
  /** The lines of a grouped list; without them, each row is a line. */
  grouping?: Grouping;
  paint?: Painter;
  /** Whether somebody else changed a record since this person was here before. */
  unread?: (row: Row) => boolean;
  /** Stands after the last row. */
  after?: ReactNode;
  /** False in the recycle bin: nothing can be edited or opened. */
  live: boolean;
};

export const CHECK_WIDTH = 44;
export const HEADER_HEIGHT = 36;
