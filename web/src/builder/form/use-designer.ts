import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { type DefinitionInfo, definitionsQuery, putDefinition } from "@/api/definitions";
import { type InputIssue, Problem } from "@/api/problem";
import { same } from "@/core/merge";
import { again, back, begin, step, through, type Undo } from "@/core/undo";
import { type Design, type Documents, type EntityDoc, type FormDoc, toDesign, toDocuments } from "../model/design";
import { clashesOf, mergeDesign } from "../model/merge-design";

/** What the server has: the documents and the versions they bear. */
type Known = Documents & { entityVersion: number; formVersion: number };
export type Saving = "saved" | "waiting" | "saving" | "refused" | "failed";
/** Somebody else's work that came in, and how many of its values mine stand against. */
export type Met = { by: string | undefined; clashes: number };

const WAIT = 700;
const LOOK = 4000;
const ATTEMPTS = 5;

export function knownOf(items: DefinitionInfo[], code: string): Known | null {
  const find = (kind: string) => items.find((one) => one.kind === kind && one.code === code);
  const entity = find("entity");
  const form = find("form");
  if (!entity?.definition || entity.state === "deleted") return null;
  const laidOut = form?.definition && form.state !== "deleted" ? (form.definition as FormDoc) : null;
  return {
    entity: entity.definition as EntityDoc,
    form: laidOut,
    entityVersion: entity.version,
    formVersion: form?.version ?? 0,
  };
}

type Options = { app: string; code: string; first: Known; met: (met: Met) => void };

/** The work on one form: every step can be taken back, is saved as a draft by itself, and joins what others do meanwhile. */
export function useDesigner({ app, code, first, met }: Options) {
  const cache = useQueryClient();
  const [undo, setUndo] = useState<Undo<Design>>(() => begin(toDesign(first)));
  const [saving, setSaving] = useState<Saving>("saved");
  const [error, setError] = useState<unknown>(null);
  const [issues, setIssues] = useState<InputIssue[]>([]);
  const known = useRef(first);
  const latest = useRef(undo);
  latest.current = undo;
  const running = useRef<Promise<boolean> | null>(null);
  const told = useRef(met);
  told.current = met;

  const change = useCallback((to: (undo: Undo<Design>) => Undo<Design>) => {
    latest.current = to(latest.current);
    setUndo(latest.current);
  }, []);

  /** Lays my steps over what somebody else has saved meanwhile. */
  const join = useCallback(
    (items: DefinitionInfo[]) => {
      const theirs = knownOf(items, code);
      if (theirs === null) return false;
      const [was, is] = [toDesign(known.current), toDesign(theirs)];
      if (!same(was, is)) {
        const by = items
          .filter((one) => one.code === code && (one.kind === "entity" || one.kind === "form"))
          .sort((a, b) => (b.changedAt ?? "").localeCompare(a.changedAt ?? ""))[0]?.changedBy;
        told.current({ by, clashes: clashesOf(was, latest.current.now, is) });
        change((all) => through(all, (state) => mergeDesign(was, state, is)));
      }
      known.current = theirs;
      return true;
    },
    [code, change],
  );

  const put = useCallback(async (): Promise<boolean> => {
    const next = toDocuments(latest.current.now, known.current.form);
    let found: InputIssue[] | null = null;
    if (next.form !== null && !same(next.form, known.current.form)) {
      const saved = await putDefinition(next.form, known.current.formVersion);
      known.current = { ...known.current, form: next.form, formVersion: saved.version };
      found = (saved.issues ?? []).map((one) => ({ ...one, path: `form/${code}.${one.path}` }));
    }
    if (!same(next.entity, known.current.entity)) {
      const saved = await putDefinition(next.entity, known.current.entityVersion);
      known.current = { ...known.current, entity: next.entity, entityVersion: saved.version };
      found = saved.issues ?? [];
    }
    if (found !== null) setIssues(found);
    return found !== null;
  }, [code]);

  const saveAll = useCallback(async (): Promise<boolean> => {
    setSaving("saving");
    setError(null);
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      try {
        while (await put());
        setSaving("saved");
        return true;
      } catch (failure) {
        const conflict = failure instanceof Problem && failure.code === "draft-conflict";
        if (conflict && join(await cache.fetchQuery(definitionsQuery(app)))) continue;
        if (failure instanceof Problem && failure.code === "invalid-definition") setIssues(failure.issues);
        setError(failure);
        setSaving(failure instanceof Problem && failure.issues.length > 0 ? "refused" : "failed");
        return false;
      }
    }
    setSaving("failed");
    return false;
  }, [app, cache, join, put]);

  /** Saves what is not saved yet; false where the server refuses it. */
  const save = useCallback(async (): Promise<boolean> => {
    while (running.current) await running.current;
    running.current = saveAll().finally(() => {
      running.current = null;
    });
    return running.current;
  }, [saveAll]);

  const design = undo.now;
  useEffect(() => {
    const next = toDocuments(design, known.current.form);
    if (same(next.entity, known.current.entity) && same(next.form, known.current.form)) return;
    setSaving("waiting");
    const timer = setTimeout(() => void save(), WAIT);
    return () => clearTimeout(timer);
  }, [design, save]);

  useEffect(() => {
    if (saving === "saved") return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", warn);
    return () => window.removeEventListener("beforeunload", warn);
  }, [saving]);

  const items = useQuery({ ...definitionsQuery(app), refetchInterval: LOOK }).data;
  useEffect(() => {
    const theirs = items && knownOf(items, code);
    if (!items || !theirs || running.current) return;
    const newer = theirs.entityVersion > known.current.entityVersion || theirs.formVersion > known.current.formVersion;
    if (newer) join(items);
  }, [items, code, join]);

  const edit = useCallback(
    (to: (design: Design) => Design, tag?: string) => change((all) => step(all, to(all.now), tag)),
    [change],
  );
  /** Changes what is there without a step of its own: what follows by itself from the last one. */
  const follow = useCallback(
    (to: (design: Design) => Design) => change((all) => ({ ...all, now: to(all.now) })),
    [change],
  );
  return useMemo(
    () => ({
      design,
      edit,
      follow,
      undo: () => change(back),
      redo: () => change(again),
      canUndo: undo.past.length > 0,
      canRedo: undo.future.length > 0,
      saving,
      error,
      issues,
      save,
    }),
    [design, edit, follow, change, undo, saving, error, issues, save],
  );
}

export type Designer = ReturnType<typeof useDesigner>;
