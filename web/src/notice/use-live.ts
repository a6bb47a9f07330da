import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { keys } from "@/api/keys";
import { type LiveNotice, livePath, type Notice } from "@/api/notices";
import type { TodoCounts } from "@/api/todos";
import { listen } from "./live";

/** Keeps what is unread and what is to be done as the server has it, without asking. `told` is given what has just come. */
export function useLive(told: (notice: Notice) => void): void {
  const cache = useQueryClient();
  const latest = useRef(told);
  latest.current = told;
  useEffect(() => {
    if (typeof EventSource === "undefined") return;
    const begun = new Set<string>();
    /** What the first line begins with is what the page has just asked for. */
    const isNews = (what: string) => {
      const first = !begun.has(what);
      begun.add(what);
      return !first;
    };
    return listen(livePath, {
      notice: (data) => {
        const { unread, latest: newest } = data as LiveNotice;
        cache.setQueryData(keys.noticeCount, { unread });
        if (isNews("notice")) void cache.invalidateQueries({ queryKey: keys.notices });
        if (newest?.topic === "mentions") void cache.invalidateQueries({ queryKey: keys.mentions });
        if (newest) latest.current(newest);
      },
      todo: (data) => {
        cache.setQueryData(keys.todoCounts, data as TodoCounts);
        if (isNews("todo")) void cache.invalidateQueries({ queryKey: keys.todos });
      },
    });
  }, [cache]);
}
