import type { FieldInfo, Row } from "@/api/types";
import { sameValue, type Value } from "@/core/value";
import { isEditable, kindOf } from "@/field/registry";
import type { Edit } from "@/record/use-save";
import type { Cell } from "./types";

/** What a pasted block changes, and how many of its cells could not be read or may not be changed. */
export type Pasted = { edits: Edit[]; refused: number };

/** At most this many rows at a time; more is an import. */
export const PASTE_LIMIT = 200;

/** A block of cells laid over the list from the active cell on. Cells beyond the last column or row are left out. */
export function pasteOver(block: string[][], rows: Row[], columns: FieldInfo[], at: Cell): Pasted {
  let refused = 0;
  const edits: Edit[] = [];
  for (const [down, cells] of block.slice(0, PASTE_LIMIT).entries()) {
    const row = rows[at.row + down];
    if (!row) break;
    const set: Record<string, Value> = {};
    for (const [right, text] of cells.entries()) {
      const field = columns[at.column + right];
      if (!field) break;
      const value = isEditable(field) ? kindOf(field).read(text, field) : undefined;
      if (value === undefined) refused += 1;
      else if (!sameValue(row.values[field.code], value)) set[field.code] = value;
    }
    if (Object.keys(set).length > 0) edits.push({ row, set });
  }
  return { edits, refused };
}
