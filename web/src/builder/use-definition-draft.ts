import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { type DefinitionInfo, type Document, definitionsQuery, putDefinition } from "@/api/definitions";
import { keys } from "@/api/keys";
import { type InputIssue, Problem } from "@/api/problem";
import { useToast } from "@/app/toast";
import { merge } from "@/core/merge";

const PAUSE = 600;

/**
 * A definition being built: changes show at once and are saved as a draft when one pauses. Where somebody else was quicker,
 * both are joined, and `joined` counts how often: what keeps a copy of its own takes the document anew.
 */
export function useDefinitionDraft<D extends Document>(app: string, info: DefinitionInfo, tidy: (doc: D) => D) {
  const cache = useQueryClient();
  const toast = useToast();
  const [doc, setDoc] = useState<D>(() => info.definition as D);
  const [issues, setIssues] = useState<InputIssue[]>(info.issues ?? []);
  const [saved, setSaved] = useState(true);
  const [joined, setJoined] = useState(0);
  const version = useRef(info.version);
  const base = useRef(info.definition as D);
  const latest = useRef(doc);
  latest.current = doc;

  useEffect(() => {
    if (saved) return;
    const timer = setTimeout(async () => {
      const sent = tidy(doc);
      try {
        const answer = await putDefinition(sent, version.current);
        version.current = answer.version;
        base.current = sent;
        setIssues(answer.issues ?? []);
        if (latest.current === doc) setSaved(true);
      } catch (error) {
        const conflict = error instanceof Problem && error.status === 409;
        const all = conflict ? await cache.fetchQuery({ ...definitionsQuery(app), staleTime: 0 }) : [];
        const theirs = all.find((one) => one.kind === info.kind && one.code === info.code);
        toast.failed(error);
        if (theirs === undefined) {
          setSaved(true);
        } else {
          version.current = theirs.version;
          setDoc(merge(base.current, latest.current, theirs.definition as D));
          base.current = theirs.definition as D;
          setJoined((times) => times + 1);
        }
      }
      await cache.invalidateQueries({ queryKey: keys.allDefinitions });
    }, PAUSE);
    return () => clearTimeout(timer);
  }, [app, cache, saved, doc, toast, tidy, info.kind, info.code]);

  const change = (next: D | ((now: D) => D)) => {
    setDoc(next);
    setSaved(false);
  };
  return { doc, change, issues, saved, joined };
}
