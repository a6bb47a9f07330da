import { Failure } from "@/app/failure";
import { NewTodoLine } from "./new-todo";
import css from "./todo.module.css";
import { TodoList, useEditing } from "./todo-list";
import { useTodoActions } from "./use-todo-actions";
import { useNow, useTodosAbout } from "./use-todos";

/** What is to be done about a record, and a line to add to it. */
export function RecordTodos({ entity, record }: { entity: string; record: string }) {
  const now = useNow();
  const actions = useTodoActions();
  const todos = useTodosAbout(entity, record);
  const editing = useEditing();
  if (todos.isError) return <Failure error={todos.error} retry={() => void todos.refetch()} />;
  return (
    <div className={css.card}>
      <TodoList todos={todos.data ?? []} now={now} actions={actions} {...editing} bare flat />
      <NewTodoLine now={now} create={actions.create} about={{ entity, record }} />
    </div>
  );
}
