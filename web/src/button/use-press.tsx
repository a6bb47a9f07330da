import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useNavigate } from "react-router";
import { type ButtonInfo, type ButtonPreview, type Pressed, pressButton, previewButton } from "@/api/buttons";
import { entitiesQuery } from "@/api/catalogue";
import { keys } from "@/api/keys";
import { Problem } from "@/api/problem";
import { readRecord } from "@/api/records";
import { hideRows, showRow } from "@/api/row-cache";
import type { EntityInfo, Row } from "@/api/types";
import { paths } from "@/app/paths";
import { useToast } from "@/app/toast";
import { sameValue, type Value } from "@/core/value";
import { labelText, useLanguage } from "@/i18n";
import type { Draft } from "@/record/draft";
import { issuesByField } from "@/record/issues";
import type { Question } from "./press-dialog";

/** What somebody answers who presses: the record, and what a dialog said that the press would fill in. */
type Seen = { row: Row; preview?: ButtonPreview };

/** What is on the screen because of a button. */
export type Open =
  | { kind: "ask"; question: Question; seen: Seen; failure?: unknown }
  | { kind: "create"; entity: EntityInfo; start: Draft }
  | { kind: "call"; button: ButtonInfo };

/** Shows a record as it is by now and gives it; null where it is not there any more: a press may have handed it over. */
function useFresh(entity: EntityInfo) {
  const { t } = useLanguage();
  const cache = useQueryClient();
  const navigate = useNavigate();
  const toast = useToast();
  return async (id: string): Promise<Row | null> => {
    const found = await readRecord(entity.code, id).catch((error: unknown) => {
      if (error instanceof Problem && error.isMissing) return null;
      throw error;
    });
    if (found) showRow(cache, entity.code, found);
    else {
      hideRows(cache, entity.code, (other) => other === id);
      toast.done(t("record.handedOver"));
      await navigate(paths.list(entity.code));
    }
    await cache.invalidateQueries({ queryKey: keys.records(entity.code) });
    return found;
  };
}

const versionOf = ({ row, preview }: Seen) => preview?.version ?? row.version;

/** Whether what the button writes is still as the person saw it, whatever rules or others changed beside it. */
function stands({ action }: ButtonInfo, seen: Seen, now: Seen): boolean {
  const { type, computed = [], ask = [] } = action;
  const writes = [...computed, ...ask.map(({ field }) => field)];
  const same = (was?: Record<string, Value>, is?: Record<string, Value>) =>
    writes.every((code) => sameValue(was?.[code], is?.[code]));
  return (
    versionOf(now) !== versionOf(seen) &&
    (type !== "set" || same(seen.row.values, now.row.values)) &&
    (now.preview === undefined || (now.preview.shown && same(seen.preview?.values, now.preview.values)))
  );
}

/** Says what came of a press, with what one may want next. */
function useSay(row: Row) {
  const { t, language } = useLanguage();
  const toast = useToast();
  const navigate = useNavigate();
  const cache = useQueryClient();
  return async (button: ButtonInfo, pressed: Pressed) => {
    const name = labelText(button.label, language);
    const text = t(button.action.type === "run" ? "button.begun" : "button.done", { name });
    const made = pressed.id !== row.id;
    const open = { text: t("button.open"), act: () => void navigate(paths.record(pressed.entity, pressed.id)) };
    toast.done(text, pressed.batch, made ? open : undefined);
    if (made) await cache.invalidateQueries({ queryKey: keys.records(pressed.entity) });
  };
}

/** Sends a press, and sends it again where all that it is about still stands; says what came of it. */
function useSend(entity: EntityInfo, row: Row) {
  const { t } = useLanguage();
  const toast = useToast();
  const fresh = useFresh(entity);
  const say = useSay(row);
  const previewOf = (button: ButtonInfo) => previewButton(button.entity, row.id, button.code);
  /** The same anew; null where the record is not there any more. */
  const seenNow = async (button: ButtonInfo, { preview }: Seen): Promise<Seen | null> => {
    const now = await fresh(row.id);
    return now && { row: now, preview: preview && (await previewOf(button)) };
  };
  const attempt = async (button: ButtonInfo, values: Record<string, Value>, seen: Seen): Promise<void> => {
    try {
      await say(button, await pressButton(button, { id: row.id, version: versionOf(seen) }, values));
      await fresh(row.id);
    } catch (failure) {
      if (!(failure instanceof Problem && failure.isConflict)) throw failure;
      const now = await seenNow(button, seen);
      if (now && stands(button, seen, now)) await attempt(button, values, now);
      else if (now) toast.refused(t("button.changed"));
    }
  };
  /** Gives what keeps it from being done; null where it is done, or where the record has changed, which is said. */
  const send = (button: ButtonInfo, values: Record<string, Value>, seen: Seen): Promise<unknown> =>
    attempt(button, values, seen).then(
      () => null,
      (failure: unknown) => failure,
    );
  return { send, previewOf, fresh };
}

/** Does what buttons that write say, asking first where they ask. */
export function usePress(entity: EntityInfo, row: Row) {
  const toast = useToast();
  const cache = useQueryClient();
  const { send, previewOf, fresh } = useSend(entity, row);
  const [open, setOpen] = useState<Open | null>(null);
  const [busy, setBusy] = useState<string | null>(null);

  const targetOf = async (button: ButtonInfo): Promise<EntityInfo> => {
    const { entity: code } = button.action;
    const all = await cache.ensureQueryData(entitiesQuery);
    return all.find((one) => one.code === code) ?? entity;
  };
  const ask = async (button: ButtonInfo, failure?: unknown) => {
    const of = await targetOf(button);
    const preview = await previewOf(button);
    const now = preview.version === row.version ? row : await fresh(row.id);
    if (now === null) return;
    const before = button.action.type === "set" ? now.values : undefined;
    setOpen({ kind: "ask", question: { button, entity: of, before, preview }, seen: { row: now, preview }, failure });
  };
  const write = async (button: ButtonInfo) => {
    if (button.confirm || button.action.ask?.length) return ask(button);
    const failure = await send(button, {}, { row });
    if (failure === null) return;
    const mendable = issuesByField(
      failure,
      (await targetOf(button)).fields.map((field) => field.code),
    );
    if (mendable.size > 0) await ask(button, failure);
    else toast.failed(failure);
  };
  const create = async (button: ButtonInfo) => {
    const of = await targetOf(button);
    const { values, labels } = await previewOf(button);
    setOpen({ kind: "create", entity: of, start: { values, labels: named(of, labels, values, entity, row) } });
  };
  /** Begins what pressing the button leads to. */
  const press = async (button: ButtonInfo) => {
    setBusy(button.code);
    try {
      if (button.action.type === "call") setOpen({ kind: "call", button });
      else if (button.action.type === "create" && !button.action.atOnce) await create(button);
      else await write(button);
    } catch (failure) {
      toast.failed(failure);
    } finally {
      setBusy(null);
    }
  };
  return { open, close: () => setOpen(null), busy, press, send };
}

/** The labels of what is filled in; the record that the button stands at is called by its title. */
function named(
  of: EntityInfo,
  labels: Row["labels"],
  values: Record<string, Value>,
  entity: EntityInfo,
  row: Row,
): Draft["labels"] {
  const title = String(row.values[entity.titleField ?? ""] ?? row.number ?? "");
  const own: Draft["labels"] = {};
  for (const { code } of of.fields.filter((field) => field.entity === entity.code)) {
    const value = values[code];
    if (value === row.id) own[code] = title;
    else if (Array.isArray(value) && value.length === 1 && value[0] === row.id) own[code] = [title];
  }
  return { ...labels, ...own };
}
