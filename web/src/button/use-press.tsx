import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useNavigate } from "react-router";
import { type ButtonInfo, type Pressed, pressButton, previewButton } from "@/api/buttons";
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

/** What is on the screen because of a button. */
export type Open =
  | { kind: "ask"; question: Question; failure?: unknown }
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

/** Whether what the button writes is still as the person saw it, whatever rules or others changed beside it. */
function stands(button: ButtonInfo, seen: Row, now: Row): boolean {
  const { type, computed = [], ask = [] } = button.action;
  return (
    type !== "set" ||
    [...computed, ...ask.map(({ field }) => field)].every((code) => sameValue(seen.values[code], now.values[code]))
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

/** Does what buttons that write say, asking first where they ask. */
export function usePress(entity: EntityInfo, row: Row) {
  const { t } = useLanguage();
  const toast = useToast();
  const cache = useQueryClient();
  const fresh = useFresh(entity);
  const say = useSay(row);
  const [open, setOpen] = useState<Open | null>(null);
  const [busy, setBusy] = useState<string | null>(null);

  const targetOf = async (button: ButtonInfo): Promise<EntityInfo> => {
    const { entity: code } = button.action;
    const all = await cache.ensureQueryData(entitiesQuery);
    return all.find((one) => one.code === code) ?? entity;
  };
  const send = async (button: ButtonInfo, values: Record<string, Value>, seen = row): Promise<unknown> => {
    try {
      const pressed = await pressButton(button, seen, values);
      await say(button, pressed);
      await fresh(row.id);
      return null;
    } catch (failure) {
      if (failure instanceof Problem && failure.isConflict) {
        const now = await fresh(row.id);
        if (now && now.version !== seen.version && stands(button, seen, now)) return send(button, values, now);
        if (now) toast.refused(t("button.changed"));
        return null;
      }
      return failure;
    }
  };
  const question = async (button: ButtonInfo): Promise<Question> => {
    const of = await targetOf(button);
    const preview = await previewButton(button.entity, row.id, button.code);
    return { button, entity: of, before: button.action.type === "set" ? row.values : undefined, preview };
  };
  const write = async (button: ButtonInfo) => {
    if (button.confirm || button.action.ask?.length) {
      setOpen({ kind: "ask", question: await question(button) });
      return;
    }
    const failure = await send(button, {});
    if (failure === null) return;
    const mendable = issuesByField(
      failure,
      (await targetOf(button)).fields.map((field) => field.code),
    );
    if (mendable.size > 0) setOpen({ kind: "ask", question: await question(button), failure });
    else toast.failed(failure);
  };
  const create = async (button: ButtonInfo) => {
    const of = await targetOf(button);
    const { values, labels } = await previewButton(button.entity, row.id, button.code);
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
