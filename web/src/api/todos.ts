import { queryOptions } from "@tanstack/react-query";
import type { Page } from "@/core/keyset";
import { call, segment, withQuery } from "./client";
import { keys } from "./keys";
import { newKey } from "./new-key";
import type { NamedRef } from "./types";

export const TODO_BOXES = ["mine", "given", "done"] as const;
/** What is mine to do, what I gave to others, and what I did. */
export type TodoBox = (typeof TODO_BOXES)[number];

/** The record that something is about; without a title where the caller may not read it. */
export type AboutRecord = { entity: string; record: string; title: string | null };

/** Something that somebody is to do. All times are moments. */
export type Todo = {
  id: string;
  title: string;
  note: string | null;
  assignee: NamedRef;
  about: AboutRecord | null;
  due: string | null;
  /** When its assignee is reminded. */
  remind: string | null;
  /** Until when it is put off; null when it is not, or no more. */
  snoozed: string | null;
  overdue: boolean;
  done: { at: string; by: NamedRef | null } | null;
  /** What made it: `person`, or `rule:` and its code. */
  source: string;
  /** Null for the system. */
  madeBy: NamedRef | null;
  /** Who passed it on last. */
  givenBy: NamedRef | null;
  at: string;
  mayDelete: boolean;
};

/** `open` without those that are put off; `today` without those that are late. */
export type TodoCounts = { open: number; overdue: number; today: number };

/** Without an assignee it is for oneself; a `remind` that is left out is as `due`, null is none. */
export type NewTodo = {
  title: string;
  note?: string | null;
  assignee?: string;
  due?: string | null;
  remind?: string | null;
  entity?: string;
  record?: string;
};

/** What is left out stays; null takes it away. */
export type TodoChange = {
  done?: boolean;
  title?: string;
  note?: string | null;
  due?: string | null;
  remind?: string | null;
  snooze?: string | null;
  assignee?: string;
};

const PAGE = 100;

export function readTodos(box: TodoBox, after: string | null, signal?: AbortSignal): Promise<Page<Todo>> {
  return call<Page<Todo>>("GET", withQuery("/todos", { box, limit: PAGE, after }), { signal });
}

/** The to-dos of a box that are about one record, as many as anybody reads. */
export async function readTodosAbout(
  { entity, record }: { entity: string; record: string },
  box: TodoBox,
  signal?: AbortSignal,
): Promise<Todo[]> {
  const path = withQuery("/todos", { box, entity, record, limit: PAGE });
  return (await call<Page<Todo>>("GET", path, { signal })).items;
}

export const todoCountsQuery = queryOptions({
  queryKey: keys.todoCounts,
  queryFn: ({ signal }) => call<TodoCounts>("GET", "/todos/counts", { signal }),
  staleTime: 60_000,
});

export function addTodo(todo: NewTodo): Promise<Todo> {
  return call<Todo>("POST", "/todos", { body: todo, headers: { "Idempotency-Key": newKey() } });
}

export function changeTodo(id: string, change: TodoChange): Promise<Todo> {
  return call<Todo>("PATCH", `/todos/${segment(id)}`, { body: change });
}

export function deleteTodo(id: string): Promise<void> {
  return call<void>("DELETE", `/todos/${segment(id)}`);
}
