import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { appsQuery, entitiesQuery } from "@/api/catalogue";
import { keys } from "@/api/keys";
import { arrangeHome, forgetHome, type Home, type HomeCard, homeQuery } from "@/api/personal";
import { Problem } from "@/api/problem";
import { offeredEntities } from "@/app/shell/menu";
import { useToast } from "@/app/toast";
import { again, back, begin, step, type Undo } from "@/core/undo";
import { useLanguage } from "@/i18n";
import { usualCards } from "./model";

/** How long a change waits for the next one before it is saved, in milliseconds. */
const QUIET = 500;

/** Saves what is arranged, one save after the other, the last state at last. */
function useSaving(failed: (error: unknown) => void) {
  const cache = useQueryClient();
  const waiting = useRef<readonly HomeCard[] | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const running = useRef<Promise<void>>(Promise.resolve());
  const latest = useRef(failed);
  latest.current = failed;
  const flush = () => {
    clearTimeout(timer.current);
    running.current = running.current.then(async () => {
      const cards = waiting.current;
      if (cards === null) return;
      waiting.current = null;
      const version = cache.getQueryData<Home>(keys.home)?.version ?? 0;
      try {
        cache.setQueryData(keys.home, await arrangeHome(version, cards));
      } catch (error) {
        waiting.current = null;
        latest.current(error);
      }
    });
    return running.current;
  };
  const save = (cards: readonly HomeCard[]) => {
    waiting.current = cards;
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void flush(), QUIET);
  };
  const last = useRef(flush);
  last.current = flush;
  // Who leaves at once after a change keeps it all the same.
  useEffect(() => () => void last.current(), []);
  return { save, flush };
}

/** This person's home, and how it is arranged: every change can be undone, and is saved by itself. */
export function useHome() {
  const { t } = useLanguage();
  const toast = useToast();
  const cache = useQueryClient();
  const home = useQuery(homeQuery);
  const entities = useQuery(entitiesQuery);
  const apps = useQuery(appsQuery);
  const [draft, setDraft] = useState<Undo<readonly HomeCard[]> | null>(null);
  const saving = useSaving((error) => {
    setDraft(null);
    if (error instanceof Problem && error.status === 409) toast.refused(t("home.changedElsewhere"));
    else toast.failed(error);
    void cache.invalidateQueries({ queryKey: keys.home });
  });
  const kept = home.data?.cards ?? usualCards(offeredEntities(entities.data ?? [], apps.data ?? []));
  const cards = draft?.now ?? kept;
  const go = (next: Undo<readonly HomeCard[]>) => {
    if (next.now === cards) return;
    setDraft(next);
    saving.save(next.now);
  };
  return {
    cards,
    pending: home.isPending || entities.isPending || apps.isPending,
    error: home.error ?? entities.error ?? apps.error,
    retry: () => {
      void home.refetch();
      void entities.refetch();
      void apps.refetch();
    },
    /** Steps in a row with the same tag are one step back. */
    change: (next: readonly HomeCard[], tag?: string) => go(step(draft ?? begin(kept), next, tag)),
    undo: draft && draft.past.length > 0 ? () => go(back(draft)) : null,
    redo: draft && draft.future.length > 0 ? () => go(again(draft)) : null,
    reset: async () => {
      await saving.flush();
      try {
        await forgetHome();
        setDraft(null);
      } catch (error) {
        toast.failed(error);
      }
      await cache.invalidateQueries({ queryKey: keys.home });
    },
    finish: () => {
      setDraft(null);
      void saving.flush();
    },
    own: home.data?.cards != null || draft !== null,
  };
}
