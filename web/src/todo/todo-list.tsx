import { lazy, Suspense, useState } from "react";
import type { Todo } from "@/api/todos";
import { useLanguage } from "@/i18n";
import { grouped, type Now } from "./todo";
import css from "./todo.module.css";
import { type EditFocus, type LineState, TodoLine } from "./todo-line";
import type { TodoActions } from "./use-todo-actions";

const TodoDialog = lazy(async () => ({ default: (await import("./todo-dialog")).TodoDialog }));

export type Editing = { todo: Todo; focus: EditFocus };

type Props = {
  todos: readonly Todo[];
  now: Now;
  actions: TodoActions;
  /** What is being edited, where the place around decides it too: by keys. */
  editing: Editing | null;
  setEditing: (editing: Editing | null) => void;
  line?: (todo: Todo) => LineState;
  /** Where all are about one thing, which the page says already. */
  bare?: boolean;
  /** One below the other as they come, such as those that are done. */
  flat?: boolean;
};

/** To-dos grouped by when they fall due. */
export function TodoList({ todos, now, actions, editing, setEditing, line, bare, flat }: Props) {
  const { t } = useLanguage();
  const edit = (todo: Todo, focus: EditFocus) => setEditing({ todo, focus });
  const lines = (items: readonly Todo[]) => (
    <ul className={css.lines}>
      {items.map((todo) => (
        <TodoLine key={todo.id} todo={todo} now={now} actions={actions} edit={edit} bare={bare} {...line?.(todo)} />
      ))}
    </ul>
  );
  return (
    <>
      {flat
        ? lines(todos)
        : grouped(todos, now).map(({ group, todos: items }) => (
            <section key={group} aria-label={t(`todo.group.${group}`)}>
              <h3 className={group === "overdue" ? `${css.group} ${css.lateGroup}` : css.group}>
                {t(`todo.group.${group}`)} <span className="num">{items.length}</span>
              </h3>
              {lines(items)}
            </section>
          ))}
      {editing && (
        <Suspense fallback={null}>
          <TodoDialog
            key={editing.todo.id}
            todo={editing.todo}
            focus={editing.focus}
            now={now}
            save={(change) => actions.change(editing.todo, change)}
            close={() => setEditing(null)}
          />
        </Suspense>
      )}
    </>
  );
}

/** What is being edited, for places that let nothing but the list itself decide it. */
export function useEditing() {
  const [editing, setEditing] = useState<Editing | null>(null);
  return { editing, setEditing };
}
