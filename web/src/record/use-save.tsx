import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { Problem } from "@/api/problem";
import { readRecord, updateRecord } from "@/api/records";
import { cachedRow, hideRows, showRow, staleFigures } from "@/api/row-cache";
import { withValues } from "@/api/rows";
import type { EntityInfo, Row } from "@/api/types";
import { useToast } from "@/app/toast";
import { sameValue, type Value } from "@/core/value";
import { useLanguage } from "@/i18n";
import { noteRecent } from "@/personal/note-recent";
import { ConflictDialog } from "./conflict-dialog";
import { useMissing } from "./missing-dialog";

/** A change to one record, beside the record as it was when the person began to edit. */
export type Edit = { row: Row; set: Record<string, Value>; labels?: Row["labels"] };
export type Conflict = { edit: Edit; theirs: Row };

/** Whether somebody else changed one of the very fields of this edit. */
export function collides(edit: Edit, theirs: Row): boolean {
  return Object.keys(edit.set).some(
    (code) => !sameValue(edit.row.values[code], theirs.values[code]) && !sameValue(edit.set[code], theirs.values[code]),
  );
}

/** Whether the record is still there for this person: a change may hand it over to somebody else. */
async function send(cache: QueryClient, entity: string, edit: Edit, version: number): Promise<boolean> {
  const { id } = edit.row;
  const saved = await updateRecord(entity, id, version, edit.set);
  if (saved === null) {
    hideRows(cache, entity, (other) => other === id);
    await staleFigures(cache, entity);
    return false;
  }
  const shown = cachedRow(cache, entity, id) ?? edit.row;
  const labels = { ...shown.labels, ...saved.labels };
  showRow(cache, entity, { ...shown, version: saved.version, values: { ...shown.values, ...saved.values }, labels });
  await staleFigures(cache, entity, id);
  noteRecent(cache, entity, id);
  return true;
}

/**
 * Saves edits at once on the screen and then on the server, one after the other per record. When somebody else saved
 * first, edits of other fields are joined without a word; only the same field asks, with both versions shown. An edit that
 * makes other fields required asks for those, and saves all as one.
 *
 * @param gone called when an edit took the record out of what this person may see
 */
export function useSave(entity: EntityInfo, gone?: () => void) {
  const { t } = useLanguage();
  const cache = useQueryClient();
  const toast = useToast();
  const [conflict, setConflict] = useState<Conflict | null>(null);
  const missing = useMissing(entity);
  const queues = useRef(new Map<string, Promise<boolean>>());

  const attempt = async (edit: Edit, version: number): Promise<boolean> => {
    const { id } = edit.row;
    try {
      if (!(await send(cache, entity.code, edit, version))) {
        toast.done(t("record.handedOver"));
        gone?.();
      }
      return true;
    } catch (error) {
      if (!(error instanceof Problem && error.isConflict)) {
        showRow(cache, entity.code, {
          ...(cachedRow(cache, entity.code, id) ?? edit.row),
          values: edit.row.values,
          labels: edit.row.labels,
        });
        if (!missing.ask(error, edit)) toast.failed(error);
        return false;
      }
      const theirs = await readRecord(entity.code, id).catch((missing: unknown) => {
        toast.failed(missing);
        return null;
      });
      if (theirs === null) return false;
      showRow(cache, entity.code, theirs);
      if (!collides(edit, theirs) && theirs.version !== version) return attempt(edit, theirs.version);
      setConflict({ edit, theirs });
      return false;
    }
  };

  const save = (edit: Edit): Promise<boolean> => {
    const before = cachedRow(cache, entity.code, edit.row.id) ?? edit.row;
    showRow(cache, entity.code, withValues(before, edit.set, edit.labels));
    const earlier = queues.current.get(edit.row.id) ?? Promise.resolve(true);
    const next = earlier.then(() => attempt(edit, (cachedRow(cache, entity.code, edit.row.id) ?? edit.row).version));
    queues.current.set(edit.row.id, next);
    return next;
  };

  const dialog = conflict ? (
    <ConflictDialog
      entity={entity}
      conflict={conflict}
      keepTheirs={() => setConflict(null)}
      useMine={() => {
        setConflict(null);
        void save({ ...conflict.edit, row: conflict.theirs });
      }}
    />
  ) : (
    missing.dialog((edit) => void save(edit))
  );
  return { save, dialog };
}
