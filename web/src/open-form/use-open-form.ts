import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useMemo, useRef, useState } from "react";
import { useSearchParams } from "react-router";
import { keys } from "@/api/keys";
import { askedOf, type OpenForm, openFormQuery, submitForm } from "@/api/open-form";
import type { Label } from "@/api/types";
import { useOutside } from "@/record/surroundings";
import { useFilling } from "@/record/use-filling";
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
  const filling = useFilling(
    useMemo(() => askedOf(form), [form]),
    useOutside(),
  );
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const [done, setDone] = useState<{ thanks?: Label } | null>(null);
  const answer = useAnswer(form.task);
  const link = Object.fromEntries(form.fromLink.flatMap((code) => search.getAll(code).map((text) => [code, text])));

  const submit = async () => {
    setBusy(true);
    setError(null);
    filling.refuse(null);
    try {
      const sent = { values: filling.sent(), link, task: form.task.text, answer: await answer() };
      setDone(await submitForm(workspace, form.code, sent));
    } catch (failure) {
      setError(failure);
      filling.refuse(failure);
    } finally {
      setBusy(false);
    }
  };

  /** The same form, empty and with a new task. */
  const again = async () => {
    await cache.fetchQuery({ ...openFormQuery(workspace, form.code), staleTime: 0 });
    await cache.invalidateQueries({ queryKey: keys.publicForms });
    filling.clear();
    setDone(null);
  };
  return { filling, error, busy, done, submit, again };
}
