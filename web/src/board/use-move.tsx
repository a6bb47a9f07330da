import { useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { keys } from "@/api/keys";
import { Problem } from "@/api/problem";
import { readRecord, updateRecord } from "@/api/records";
import { staleFigures } from "@/api/row-cache";
import { withValues } from "@/api/rows";
import type { EntityInfo, FieldInfo, Row } from "@/api/types";
import { useToast } from "@/app/toast";
import { sameValue, type Value } from "@/core/value";
import { isEditable } from "@/field/registry";
import { useLanguage } from "@/i18n";
import { issuesByField } from "@/record/issues";
import { type BoardColumn, columnOf } from "./columns";
import { MissingForm } from "./missing-form";

/** A card on its way: where it came from, and the record as it will be. */
export type Move = { row: Row; from: string; to: string };

/** What the server wants to know before a record may stand in that column. */
type Missing = { row: Row; column: BoardColumn; fields: FieldInfo[]; issues: Map<string, string> };

/** The fields that a refusal names and that a person can fill in, without the one that is being set. */
export function refusedFields(error: unknown, entity: EntityInfo, by: string): Map<string, string> {
  const open = entity.fields.filter((field) => field.code !== by && isEditable(field)).map((field) => field.code);
  return issuesByField(error, open);
}

/**
 * Saves a change of one field beside the version it was made from. Where somebody else saved first and left that field
 * alone, it is said again over the newer version; else the conflict is thrown.
 */
async function saveOver(entity: string, row: Row, by: string, set: Record<string, Value>): Promise<void> {
  try {
    await updateRecord(entity, row.id, row.version, set);
  } catch (error) {
    if (!(error instanceof Problem && error.isConflict)) throw error;
    const theirs = await readRecord(entity, row.id);
    if (!sameValue(theirs.values[by], row.values[by]) || theirs.version === row.version) throw error;
    await updateRecord(entity, row.id, theirs.version, set);
  }
}

/** Moves cards at once on the screen and then on the server; what is refused goes back, with the server's words. */
export function useMove(entity: EntityInfo, by: FieldInfo, columns: BoardColumn[]) {
  const { t } = useLanguage();
  const toast = useToast();
  const cache = useQueryClient();
  const [moves, setMoves] = useState<ReadonlyMap<string, Move>>(new Map());
  const [missing, setMissing] = useState<Missing | null>(null);
  const busy = useRef(new Set<string>());
  const forget = (id: string) => {
    busy.current.delete(id);
    setMoves((old) => new Map([...old].filter(([key]) => key !== id)));
  };
  const refresh = async () => {
    await Promise.all([
      cache.invalidateQueries({ queryKey: [...keys.records(entity.code), "list"] }),
      staleFigures(cache, entity.code),
    ]);
  };

  /** Whether it was saved. */
  const save = async (row: Row, column: BoardColumn, more: Record<string, Value>): Promise<boolean> => {
    const from = columnOf(columns, row.values[by.code])?.key ?? "";
    busy.current.add(row.id);
    const moved = withValues(row, { [by.code]: column.value, ...more });
    setMoves((old) => new Map(old).set(row.id, { row: moved, from, to: column.key }));
    try {
      await saveOver(entity.code, row, by.code, { [by.code]: column.value, ...more });
      await refresh();
      return true;
    } catch (error) {
      const issues = refusedFields(error, entity, by.code);
      if (issues.size === 0) toast.failed(error);
      else {
        const fields = entity.fields.filter((field) => issues.has(field.code));
        const whole = await readRecord(entity.code, row.id).catch(() => row);
        setMissing({ row: whole, column, fields, issues });
      }
      if (error instanceof Problem && (error.isConflict || error.isMissing)) await refresh();
      return false;
    } finally {
      forget(row.id);
    }
  };

  const move = (row: Row, column: BoardColumn) => {
    const same = columnOf(columns, row.values[by.code])?.key === column.key;
    if (!same && !busy.current.has(row.id)) void save(row, column, {});
  };

  const dialog = missing && (
    <MissingForm
      title={t("views.missingTitle", { name: missing.column.label })}
      row={missing.row}
      fields={missing.fields}
      issues={missing.issues}
      close={() => setMissing(null)}
      save={async (values) => {
        setMissing(null);
        await save(missing.row, missing.column, values);
      }}
    />
  );
  return { moves, move, dialog };
}
