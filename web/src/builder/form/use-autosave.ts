import { useQuery, useQueryClient } from "@tanstack/react-query";
import { type RefObject, useCallback, useEffect, useRef, useState } from "react";
import { type DefinitionInfo, definitionsQuery } from "@/api/definitions";
import { type InputIssue, Problem } from "@/api/problem";
import type { Design } from "../model/design";
import { copyOf, holds, isNewer, lastBy, put, type ServerCopy, says } from "./server-copy";

export type Saving = "saved" | "waiting" | "saving" | "refused" | "failed";

const WAIT = 700;
const LOOK = 4000;
const ATTEMPTS = 5;
/** After how long a save that did not get through is tried again. */
const AGAIN = 5000;

type Options = {
  app: string;
  code: string;
  first: ServerCopy;
  design: Design;
  /** The design of this very moment, which may be ahead of what is drawn. */
  latest: () => Design;
  /** Takes in what somebody else made of the server's copy meanwhile. */
  join: (was: ServerCopy, is: ServerCopy, by: string | undefined) => void;
};

const wasRefused = (failure: unknown) => failure instanceof Problem && failure.issues.length > 0;
const isConflict = (failure: unknown) => failure instanceof Problem && failure.code === "draft-conflict";

function useWarning(saving: Saving) {
  useEffect(() => {
    if (saving === "saved") return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", warn);
    return () => window.removeEventListener("beforeunload", warn);
  }, [saving]);
}

/** The server's copy, and what brings it up to the design: again where somebody else was quicker, with their work joined in. */
function useServerCopy({ app, code, first, latest, join }: Omit<Options, "design">) {
  const cache = useQueryClient();
  const known = useRef(first);
  const [issues, setIssues] = useState<InputIssue[]>([]);
  const given = useRef({ latest, join });
  given.current = { latest, join };
  const meet = useCallback(
    (items: DefinitionInfo[]): boolean => {
      const theirs = copyOf(items, code);
      if (theirs === null) return false;
      if (!says(known.current, theirs)) given.current.join(known.current, theirs, lastBy(items, code));
      known.current = theirs;
      return true;
    },
    [code],
  );
  const bringUp = useCallback(async (): Promise<void> => {
    const keep = (copy: ServerCopy) => {
      known.current = copy;
    };
    for (let attempt = 1; ; ) {
      try {
        const found = await put(known.current, given.current.latest(), keep);
        if (found === null) return;
        setIssues(found);
      } catch (failure) {
        const again = isConflict(failure) && attempt++ < ATTEMPTS;
        if (again && meet(await cache.fetchQuery(definitionsQuery(app)))) continue;
        if (failure instanceof Problem && failure.code === "invalid-definition") setIssues(failure.issues);
        throw failure;
      }
    }
  }, [app, cache, meet]);
  return { known, issues, meet, bringUp };
}

/** Looks every few seconds whether somebody else has saved. */
function useOthers(
  { app, code }: Pick<Options, "app" | "code">,
  known: RefObject<ServerCopy>,
  busy: () => boolean,
  meet: (items: DefinitionInfo[]) => boolean,
) {
  const items = useQuery({ ...definitionsQuery(app), refetchInterval: LOOK }).data;
  const asked = useRef(busy);
  asked.current = busy;
  useEffect(() => {
    const theirs = items && copyOf(items, code);
    if (items && theirs && !asked.current() && isNewer(theirs, known.current)) meet(items);
  }, [items, code, known, meet]);
}

/** Saves the design as a draft by itself, a moment after the last step. */
export function useAutosave(options: Options) {
  const { design } = options;
  const { known, issues, meet, bringUp } = useServerCopy(options);
  const [saving, setSaving] = useState<Saving>("saved");
  const [error, setError] = useState<unknown>(null);
  const running = useRef<Promise<boolean> | null>(null);
  const run = useCallback(async (): Promise<boolean> => {
    setSaving("saving");
    setError(null);
    try {
      await bringUp();
      setSaving("saved");
      return true;
    } catch (failure) {
      setError(failure);
      setSaving(wasRefused(failure) ? "refused" : "failed");
      return false;
    }
  }, [bringUp]);
  const save = useCallback(async (): Promise<boolean> => {
    while (running.current) await running.current;
    running.current = run().finally(() => {
      running.current = null;
    });
    return running.current;
  }, [run]);
  useEffect(() => {
    if (holds(known.current, design)) return;
    setSaving("waiting");
    const timer = setTimeout(() => void save(), WAIT);
    return () => clearTimeout(timer);
  }, [design, known, save]);
  useEffect(() => {
    if (saving !== "failed") return;
    const timer = setTimeout(() => void save(), AGAIN);
    return () => clearTimeout(timer);
  }, [saving, save]);
  useWarning(saving);
  useOthers(options, known, () => running.current !== null, meet);
  return { saving, error, issues, save };
}
