import { useQuery, useQueryClient } from "@tanstack/react-query";
import { type RefObject, useCallback, useEffect, useRef, useState } from "react";
import { type DefinitionInfo, definitionsQuery } from "@/api/definitions";
import { type InputIssue, Problem } from "@/api/problem";

export type Saving = "saved" | "waiting" | "saving" | "refused" | "failed";

const WAIT = 700;
const LOOK = 4000;
const ATTEMPTS = 5;
/** After how long a save that did not get through is tried again. */
const AGAIN = 5000;

/** How the server keeps what is built: `Copy` is what it has, the documents and the versions they bear. */
export type Keeping<Copy, Design> = {
  /** The server's copy among the definitions of an app; null where it is not there or is to go. */
  copyOf: (items: DefinitionInfo[]) => Copy | null;
  /** Who changed it last; undefined where it is as it was published. */
  lastBy: (items: DefinitionInfo[]) => string | undefined;
  isNewer: (one: Copy, than: Copy) => boolean;
  /** Whether the server has what the design says. */
  holds: (copy: Copy, design: Design) => boolean;
  /** Whether two copies are the same design. */
  says: (copy: Copy, other: Copy) => boolean;
  /** Saves what differs, and hands over what the server has then; null issues where there was nothing to save. */
  put: (copy: Copy, design: Design, keep: (copy: Copy) => void) => Promise<InputIssue[] | null>;
};

type Options<Copy, Design> = {
  app: string;
  /** Must stay the same object. */
  keeping: Keeping<Copy, Design>;
  first: Copy;
  design: Design;
  /** The design of this very moment, which may be ahead of what is drawn. */
  latest: () => Design;
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
function useServerCopy<Copy, Design>({ app, keeping, first, latest, join }: Omit<Options<Copy, Design>, "design">) {
  const cache = useQueryClient();
  const known = useRef(first);
  const [issues, setIssues] = useState<InputIssue[]>([]);
  const given = useRef({ latest, join });
  given.current = { latest, join };
  const meet = useCallback(
    (items: DefinitionInfo[]): boolean => {
      const theirs = keeping.copyOf(items);
      if (theirs === null) return false;
      if (!keeping.says(known.current, theirs)) given.current.join(known.current, theirs, keeping.lastBy(items));
      known.current = theirs;
      return true;
    },
    [keeping],
  );
  const bringUp = useCallback(async (): Promise<void> => {
    const keep = (copy: Copy) => {
      known.current = copy;
    };
    for (let attempt = 1; ; ) {
      try {
        const found = await keeping.put(known.current, given.current.latest(), keep);
        if (found === null) return;
        setIssues(found);
      } catch (failure) {
        const again = isConflict(failure) && attempt++ < ATTEMPTS;
        if (again && meet(await cache.fetchQuery(definitionsQuery(app)))) continue;
        if (failure instanceof Problem && failure.code === "invalid-definition") setIssues(failure.issues);
        throw failure;
      }
    }
  }, [app, cache, keeping, meet]);
  return { known, issues, meet, bringUp };
}

/** Looks every few seconds whether somebody else has saved. */
function useOthers<Copy, Design>(
  { app, keeping }: Pick<Options<Copy, Design>, "app" | "keeping">,
  known: RefObject<Copy>,
  busy: () => boolean,
  meet: (items: DefinitionInfo[]) => boolean,
) {
  const items = useQuery({ ...definitionsQuery(app), refetchInterval: LOOK }).data;
  const asked = useRef(busy);
  asked.current = busy;
  useEffect(() => {
    const theirs = items && keeping.copyOf(items);
    if (items && theirs && !asked.current() && keeping.isNewer(theirs, known.current)) meet(items);
  }, [items, keeping, known, meet]);
}

/** Saves the design as a draft by itself, a moment after the last step. */
export function useAutosave<Copy, Design>(options: Options<Copy, Design>) {
  const { design, keeping } = options;
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
    if (keeping.holds(known.current, design)) return;
    setSaving("waiting");
    const timer = setTimeout(() => void save(), WAIT);
    return () => clearTimeout(timer);
  }, [design, keeping, known, save]);
  useEffect(() => {
    if (saving !== "failed") return;
    const timer = setTimeout(() => void save(), AGAIN);
    return () => clearTimeout(timer);
  }, [saving, save]);
  useWarning(saving);
  useOthers(options, known, () => running.current !== null, meet);
  return { saving, error, issues, save };
}
