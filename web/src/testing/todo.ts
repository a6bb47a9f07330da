import type { Todo } from "@/api/todos";

/** A to-do of the signed-in member that nobody has done, for tests. */
export const someTodo = (id: string, part: Partial<Todo> = {}): Todo => ({
  id,
  title: id,
  note: null,
  assignee: { id: "m1", name: "林晓彤" },
  about: null,
  due: null,
  remind: null,
  snoozed: null,
  overdue: false,
  done: null,
  source: "person",
  madeBy: { id: "m1", name: "林晓彤" },
  givenBy: null,
  at: "2026-11-20T01:00:00Z",
  mayDelete: true,
  ...part,
});
