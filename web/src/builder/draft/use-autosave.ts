import { useQuery, useQueryClient } from "@tanstack/react-query";
import { type RefObject, useCallback, useEffect, useRef, useState } from "react";
import { type DefinitionInfo, definitionsQuery } from "@/api/definitions";
import { type InputIssue, Problem } from "@/api/problem";
import type { Ways } from "./ways";

export type Saving = "saved" | "waiting" | "saving" | "refused" | "failed";

const WAIT = 700;
const LOOK = 4000;
const ATTEMPTS = 5;
/** After how long a save that did not get through is tried again. */
const AGAIN = 5000;

type Options<State, Copy> = {
  app: string;
  /** What is built, as `ways` finds it among the definitions of the app. */
  code: string;
  ways: Ways<State, Copy>;
  first: Copy;
  design: State;
  /** The design of this very moment, which may be ahead of what is drawn. */
  latest: () => State;
  /** Takes in what somebody else made of the server's copy meanwhile. */
  join: (was: Copy, is: Copy, by: string | undefined) => void;
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
function useServerCopy<State, Copy>({ app, code, ways, first, latest, join }: Omit<Options<State, Copy>, "design">) {
  const cache = useQueryClient();
  const known = useRef(first);
  const [kept, setKept] = useState(0);
  const [issues, setIssues] = useState<InputIssue[]>([]);
  const given = useRef({ latest, join });
  given.current = { latest, join };
  const keep = useCallback((copy: Copy) => {
    known.current = copy;
    setKept((times) => times + 1);
  }, []);
  const meet = useCallback(
    (items: DefinitionInfo[]): boolean => {
      const theirs = ways.copyOf(items, code);
      if (theirs === null) return false;
      if (!ways.says(known.current, theirs)) given.current.join(known.current, theirs, ways.lastBy(items, code));
      keep(theirs);
      return true;
    },
    [code, ways, keep],
  );
  const bringUp = useCallback(async (): Promise<void> => {
    for (let attempt = 1; ; ) {
      try {
        const found = await ways.put(known.current, given.current.latest(), keep);
        if (found === null) return;
        setIssues(found);
      } catch (failure) {
        const again = isConflict(failure) && attempt++ < ATTEMPTS;
        if (again && meet(await cache.fetchQuery(definitionsQuery(app)))) continue;
        if (failure instanceof Problem && failure.code === "invalid-definition") setIssues(failure.issues);
        throw failure;
      }
    }
  }, [app, cache, keep, meet, ways]);
  return { known, kept, issues, meet, bringUp };
}

/** Looks every few seconds whether somebody else has saved. */
function useOthers<State, Copy>(
  { app, code, ways }: Pick<Options<State, Copy>, "app" | "code" | "ways">,
  known: RefObject<Copy>,
  busy: () => boolean,
  meet: (items: DefinitionInfo[]) => boolean,
) {
  const items = useQuery({ ...definitionsQuery(app), refetchInterval: LOOK }).data;
  const asked = useRef(busy);
  asked.current = busy;
  useEffect(() => {
    const theirs = items && ways.copyOf(items, code);
    if (items && theirs && !asked.current() && ways.isNewer(theirs, known.current)) meet(items);
  }, [items, code, known, meet, ways]);
}

/** Saves the design as a draft by itself, a moment after the last step. */
export function useAutosave<State, Copy>(options: Options<State, Copy>) {
  const { design, ways } = options;
  const { known, kept, issues, meet, bringUp } = useServerCopy(options);
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
    if (ways.holds(known.current, design)) return;
    setSaving("waiting");
    const timer = setTimeout(() => void save(), WAIT);
    return () => clearTimeout(timer);
  }, [design, known, save, ways]);
  useEffect(() => {
    if (saving !== "failed") return;
    const timer = setTimeout(() => void save(), AGAIN);
    return () => clearTimeout(timer);
  }, [saving, save]);
  useWarning(saving);
  useOthers(options, known, () => running.current !== null, meet);
  return {
    saving,
    error,
    issues,
    save,
    /** How often the server's copy was another one: what is made of it is read again by that. */
    kept,
  };
}
