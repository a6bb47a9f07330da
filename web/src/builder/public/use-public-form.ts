import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { type DefinitionInfo, definitionsQuery, putDefinition } from "@/api/definitions";
import { keys } from "@/api/keys";
import { type InputIssue, Problem } from "@/api/problem";
import { useToast } from "@/app/toast";
import { docOf, type PublicFormDoc, tidy } from "./model";

const PAUSE = 600;

/**
 * A public form being built: changes show at once and are saved as a draft when one pauses. Where somebody else was
 * quicker, theirs is loaded and said, so that neither is lost unseen.
 */
export function usePublicForm(app: string, info: DefinitionInfo) {
  const cache = useQueryClient();
  const toast = useToast();
  const [doc, setDoc] = useState<PublicFormDoc>(() => docOf(info) as PublicFormDoc);
  const [issues, setIssues] = useState<InputIssue[]>(info.issues ?? []);
  const [saved, setSaved] = useState(true);
  const version = useRef(info.version);
  const latest = useRef(doc);
  latest.current = doc;

  useEffect(() => {
    if (saved) return;
    const timer = setTimeout(async () => {
      const sent = doc;
      try {
        const answer = await putDefinition(tidy(sent), version.current);
        version.current = answer.version;
        setIssues(answer.issues ?? []);
        if (latest.current === sent) setSaved(true);
      } catch (error) {
        toast.failed(error);
        setSaved(true);
        if (error instanceof Problem && error.status === 409) {
          const all = await cache.fetchQuery({ ...definitionsQuery(app), staleTime: 0 });
          const theirs = all.find((one) => one.kind === "public_form" && one.code === sent.code);
          if (theirs) {
            version.current = theirs.version;
            setDoc(docOf(theirs) as PublicFormDoc);
          }
        }
      }
      await cache.invalidateQueries({ queryKey: keys.allDefinitions });
    }, PAUSE);
    return () => clearTimeout(timer);
  }, [app, cache, saved, doc, toast]);

  const change = (next: PublicFormDoc) => {
    setDoc(next);
    setSaved(false);
  };
  return { doc, change, issues, saved };
}
