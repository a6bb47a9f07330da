import { Skeleton } from "antd";
import { Link } from "react-router";
import { Failure } from "@/app/failure";
import { paths } from "@/app/paths";
import { Later } from "@/app/skeleton";
import { useLanguage } from "@/i18n";
import { NewTodoLine } from "./new-todo";
import { grouped, groupOf } from "./todo";
import css from "./todo.module.css";
import { TodoList, useEditing } from "./todo-list";
import { useTodoActions } from "./use-todo-actions";
import { useNow, useTodos } from "./use-todos";

const SHORT = 6;

/** What is mine to do, the most pressing first, for the home. */
export function TodoCard() {
  const { t } = useLanguage();
  const now = useNow();
  const actions = useTodoActions();
  const list = useTodos("mine");
  const editing = useEditing();
  if (list.isPending) {
    return (
      <Later>
        <Skeleton active title={false} paragraph={{ rows: 3 }} />
      </Later>
    );
  }
  if (list.isError) return <Failure error={list.error} retry={() => void list.refetch()} />;
  const awake = list.todos.filter((todo) => groupOf(todo, now) !== "snoozed");
  const first = grouped(awake, now)
    .flatMap(({ todos }) => todos)
    .slice(0, SHORT);
  const more = awake.length > SHORT || list.hasNextPage;
  return (
    <div className={css.card}>
      {awake.length === 0 && <p className={css.quiet}>{t("todo.empty.mine")}</p>}
      <TodoList todos={first} now={now} actions={actions} {...editing} />
      <NewTodoLine now={now} create={actions.create} />
      {more && (
        <Link to={paths.todos} className={css.all}>
          {t("todo.all")}
        </Link>
      )}
    </div>
  );
}
