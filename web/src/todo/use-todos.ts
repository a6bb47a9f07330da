import { keepPreviousData, useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useEffect, useMemo, useState } from "react";
import { keys } from "@/api/keys";
import { readTodos, readTodosAbout, type TodoBox } from "@/api/todos";
import { useZone } from "@/app/signed-in";
import { joinPages } from "@/core/keyset";
import type { Now } from "./todo";

const MINUTE = 60_000;

/** Now to the minute: what is late turns late while one looks at it. */
export function useNow(): Now {
  const zone = useZone();
  const [moment, setMoment] = useState(() => new Date());
  useEffect(() => {
    const timer = setInterval(() => setMoment(new Date()), MINUTE);
    return () => clearInterval(timer);
  }, []);
  return useMemo(() => ({ moment, zone }), [moment, zone]);
}

/** The to-dos of a box, page by page. */
export function useTodos(box: TodoBox) {
  const pages = useInfiniteQuery({
    queryKey: keys.todoBox(box),
    queryFn: ({ pageParam, signal }) => readTodos(box, pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
    placeholderData: keepPreviousData,
    refetchOnMount: "always",
  });
  const todos = useMemo(() => joinPages(pages.data?.pages ?? []), [pages.data]);
  return { ...pages, todos };
}

/** What is still to be done about a record: by this person, and by those whom they gave it to. */
export function useTodosAbout(entity: string, record: string) {
  return useQuery({
    queryKey: keys.todosAbout(entity, record),
    queryFn: async ({ signal }) => {
      const about = { entity, record };
      const [mine, given] = await Promise.all([
        readTodosAbout(about, "mine", signal),
        readTodosAbout(about, "given", signal),
      ]);
      return joinPages([{ items: [...mine, ...given], next: null }]);
    },
    refetchOnMount: "always",
  });
}
