import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useRef, useState } from "react";
import { useSearchParams } from "react-router";
import { keys } from "@/api/keys";
import { type OpenForm, openFormQuery, submitForm } from "@/api/open-form";
import type { Label } from "@/api/types";
import { type Draft, EMPTY_DRAFT, withValue } from "@/record/draft";
import type { SetValue } from "@/record/form-field";
import { issuesByField } from "@/record/issues";
import { solve } from "./task";

/** Works on the task of a form while somebody fills it in, so that nobody waits for it when sending. */
function useAnswer({ text, bits }: OpenForm["task"]): () => Promise<string> {
  const answer = useRef<Promise<string>>(Promise.resolve(""));
  useEffect(() => {
    const stop = new AbortController();
    answer.current = solve(text, bits, stop.signal);
    answer.current.catch(() => {
      // The page was left, or has another task by now.
    });
    return () => stop.abort();
  }, [text, bits]);
  return () => answer.current;
}

/** Filling in a public form: what was typed, what is wrong with it, and sending it. */
export function useOpenForm(workspace: string, form: OpenForm) {
  const cache = useQueryClient();
  const [search] = useSearchParams();
  const [draft, setDraft] = useState<Draft>(EMPTY_DRAFT);
  const [issues, setIssues] = useState(new Map<string, string>());
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const [done, setDone] = useState<{ thanks?: Label } | null>(null);
  const answer = useAnswer(form.task);
  const set: SetValue = useCallback((code, value, label) => setDraft((old) => withValue(old, code, value, label)), []);
  const link = Object.fromEntries(form.fromLink.flatMap((code) => search.getAll(code).map((text) => [code, text])));

  const submit = async () => {
    setBusy(true);
    setError(null);
    setIssues(new Map());
    try {
      const sent = { values: draft.values, link, task: form.task.text, answer: await answer() };
      setDone(await submitForm(workspace, form.code, sent));
    } catch (failure) {
      setError(failure);
      const codes = form.fields.map((field) => field.code);
      setIssues(issuesByField(failure, codes));
    } finally {
      setBusy(false);
    }
  };

  /** The same form, empty and with a new task. */
  const again = async () => {
    await cache.fetchQuery({ ...openFormQuery(workspace, form.code), staleTime: 0 });
    await cache.invalidateQueries({ queryKey: keys.publicForms });
    setDraft(EMPTY_DRAFT);
    setDone(null);
  };
  return { draft, set, issues, error, busy, done, submit, again };
}
