import { CheckOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { Button, type InputRef, Segmented } from "antd";
import { useMemo, useRef } from "react";
import { useSearchParams } from "react-router";
import { TODO_BOXES, type TodoBox, todoCountsQuery } from "@/api/todos";
import { Empty } from "@/app/empty";
import { Failure } from "@/app/failure";
import { PageSkeleton } from "@/app/skeleton";
import { useLanguage } from "@/i18n";
import { NewTodoLine } from "./new-todo";
import { grouped } from "./todo";
import css from "./todo.module.css";
import { TodoList, useEditing } from "./todo-list";
import { useTodoActions } from "./use-todo-actions";
import { useTodoKeys } from "./use-todo-keys";
import { useNow, useTodos } from "./use-todos";

function useBox() {
  const [params, setParams] = useSearchParams();
  const asked = params.get("box");
  const box = TODO_BOXES.find((one) => one === asked) ?? "mine";
  const setBox = (next: TodoBox) => setParams(next === "mine" ? {} : { box: next }, { replace: true });
  return { box, setBox };
}

function Boxes({ box, setBox }: ReturnType<typeof useBox>) {
  const { t } = useLanguage();
  const open = useQuery(todoCountsQuery).data?.open ?? 0;
  return (
    <Segmented<TodoBox>
      aria-label={t("todo.boxes")}
      value={box}
      onChange={setBox}
      options={TODO_BOXES.map((value) => ({
        value,
        label: value === "mine" && open > 0 ? `${t("todo.box.mine")} ${open}` : t(`todo.box.${value}`),
      }))}
    />
  );
}

/** What is done with those that are chosen. */
function ChosenBar({ keys, open }: { keys: ReturnType<typeof useTodoKeys>; open: boolean }) {
  const { t } = useLanguage();
  const n = keys.picked.length;
  return (
    <div className={css.chosen} role="toolbar" aria-label={t("todo.chosen", { n: String(n) })}>
      <span className="num">{t("todo.chosen", { n: String(n) })}</span>
      <Button type="text" onClick={keys.chooseAll}>
        {t("todo.chooseAll")}
      </Button>
      <span className={css.space} />
      <Button type="text" onClick={keys.clear}>
        {t("common.cancel")}
      </Button>
      <Button type="primary" icon={<CheckOutlined />} disabled={n === 0} onClick={() => keys.finish(keys.picked)}>
        {t(open ? "todo.finish" : "todo.reopen")}
      </Button>
    </div>
  );
}

function Box({ box, setBox }: ReturnType<typeof useBox>) {
  const { t } = useLanguage();
  const now = useNow();
  const actions = useTodoActions();
  const list = useTodos(box);
  const { editing, setEditing } = useEditing();
  const input = useRef<InputRef>(null);
  const open = box !== "done";
  const inOrder = useMemo(
    () => (open ? grouped(list.todos, now).flatMap(({ todos }) => todos) : list.todos),
    [open, list.todos, now],
  );
  const keys = useTodoKeys({ todos: inOrder, actions, input, setEditing, open });
  return (
    <>
      <div className={css.bar}>
        <Boxes box={box} setBox={setBox} />
        <span className={css.space} />
        {inOrder.length > 1 && !keys.choosing && (
          <Button type="text" onClick={() => keys.setChoosing(true)}>
            {t("todo.choose")}
          </Button>
        )}
      </div>
      <div className={css.panel}>
        {open && <NewTodoLine now={now} create={actions.create} input={input} />}
        {list.isPending && <PageSkeleton />}
        {list.isError && <Failure error={list.error} retry={() => void list.refetch()} />}
        {list.isSuccess && inOrder.length === 0 && (
          <Empty title={t(`todo.empty.${box}`)} text={t(`todo.emptyText.${box}`)} />
        )}
        <TodoList
          todos={inOrder}
          now={now}
          actions={actions}
          editing={editing}
          setEditing={setEditing}
          line={keys.line}
          flat={!open}
        />
        {list.hasNextPage && (
          <Button loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            {t("todo.more")}
          </Button>
        )}
      </div>
      {keys.choosing && <ChosenBar keys={keys} open={open} />}
    </>
  );
}

/** The to-do centre: what is mine to do, what I gave to others, and what is done. */
export function Component() {
  const { t } = useLanguage();
  const { box, setBox } = useBox();
  return (
    <div className={css.page}>
      <h1>{t("todo.title")}</h1>
      <Box key={box} box={box} setBox={setBox} />
    </div>
  );
}
