import { type InfiniteData, type QueryClient, useQueryClient } from "@tanstack/react-query";
import { useMemo } from "react";
import { keys } from "@/api/keys";
import { addTodo, changeTodo, deleteTodo, type NewTodo, type Todo, type TodoChange } from "@/api/todos";
import { useToast } from "@/app/toast";
import type { Page } from "@/core/keyset";
import { useLanguage } from "@/i18n";

type Listed = InfiniteData<Page<Todo>> | Todo[];

/** Changes the to-dos of every list on the screen, before the server has answered or without asking it. */
function inLists(cache: QueryClient, change: (items: Todo[]) => Todo[]): void {
  cache.setQueriesData<Listed>({ queryKey: keys.todos }, (data) => {
    if (data === undefined || Array.isArray(data)) return data && change(data);
    return { ...data, pages: data.pages.map((page) => ({ ...page, items: change(page.items) })) };
  });
}

async function refresh(cache: QueryClient): Promise<void> {
  await Promise.all([
    cache.invalidateQueries({ queryKey: keys.todos }),
    cache.invalidateQueries({ queryKey: keys.todoCounts }),
  ]);
}

/** All at once; where one is refused the others are kept all the same, and its reason is thrown. */
async function each(todos: readonly Todo[], step: (todo: Todo) => Promise<unknown>): Promise<void> {
  const results = await Promise.allSettled(todos.map(step));
  const refused = results.find((result) => result.status === "rejected");
  if (refused) throw refused.reason;
}

/** What can be done with to-dos. Each step shows at once; what is finished can be taken back. Each says whether it was kept. */
export function useTodoActions() {
  const { t } = useLanguage();
  const toast = useToast();
  const cache = useQueryClient();
  return useMemo(() => {
    const attempt = async (step: () => Promise<void>) => {
      try {
        await step();
        return true;
      } catch (error) {
        toast.failed(error);
        return false;
      } finally {
        await refresh(cache);
      }
    };
    const leave = (todos: readonly Todo[]) => {
      const gone = new Set(todos.map(({ id }) => id));
      inLists(cache, (items) => items.filter(({ id }) => !gone.has(id)));
    };
    const reopen = (todos: readonly Todo[]) => {
      leave(todos);
      return attempt(() => each(todos, ({ id }) => changeTodo(id, { done: false })));
    };
    const finish = (todos: readonly Todo[]) => {
      leave(todos);
      return attempt(async () => {
        await each(todos, ({ id }) => changeTodo(id, { done: true }));
        const [first] = todos;
        const alone = todos.length === 1 && first !== undefined;
        const text = alone
          ? t("todo.finished", { title: first.title })
          : t("todo.finishedMany", { n: String(todos.length) });
        toast.done(text, undefined, { text: t("common.undo"), act: () => void reopen(todos) });
      });
    };
    const change = (todo: Todo, wanted: TodoChange, said?: string) =>
      attempt(async () => {
        const next = await changeTodo(todo.id, wanted);
        inLists(cache, (items) => items.map((one) => (one.id === next.id ? next : one)));
        if (said !== undefined) toast.done(said);
      });
    const create = (wanted: NewTodo) => attempt(async () => void (await addTodo(wanted)));
    const remove = (todo: Todo) => {
      leave([todo]);
      return attempt(() => deleteTodo(todo.id));
    };
    return { finish, reopen, change, create, remove };
  }, [cache, t, toast]);
}

export type TodoActions = ReturnType<typeof useTodoActions>;
