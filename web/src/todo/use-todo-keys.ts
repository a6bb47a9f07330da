import type { InputRef } from "antd";
import { type RefObject, useState } from "react";
import { useNavigate } from "react-router";
import type { Todo } from "@/api/todos";
import { paths } from "@/app/paths";
import { useShortcut } from "@/shortcuts/use-shortcut";
import { afterGone, beside } from "./todo";
import type { Editing } from "./todo-list";
import type { TodoActions } from "./use-todo-actions";

type Props = {
  /** In the order of the screen. */
  todos: readonly Todo[];
  actions: TodoActions;
  input: RefObject<InputRef | null>;
  setEditing: (editing: Editing | null) => void;
  /** Whether those that are listed are still to be done. */
  open: boolean;
};

const nodeOf = (id: string) => document.querySelector<HTMLElement>(`[data-todo="${CSS.escape(id)}"]`);

/** The cursor in a list of to-dos, what is chosen, and every key that works there. */
export function useTodoKeys({ todos, actions, input, setEditing, open }: Props) {
  const navigate = useNavigate();
  const [current, setCurrent] = useState<string | null>(null);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [choosing, setChoosing] = useState(false);
  const [snoozing, setSnoozing] = useState<string | null>(null);
  const ids = todos.map(({ id }) => id);
  const here = todos.find(({ id }) => id === current);
  const picked = todos.filter(({ id }) => chosen.has(id));
  const walk = (step: 1 | -1) => {
    const next = beside(ids, current, step);
    setCurrent(next);
    if (next !== null) nodeOf(next)?.scrollIntoView({ block: "nearest" });
  };
  const toggle = (id: string) => {
    setChoosing(true);
    setChosen((old) => (old.has(id) ? new Set([...old].filter((one) => one !== id)) : new Set([...old, id])));
  };
  const clear = () => {
    setChosen(new Set());
    setChoosing(false);
  };
  const finish = (which: readonly Todo[]) => {
    if (which.length === 0) return;
    setCurrent(afterGone(ids, current, new Set(which.map(({ id }) => id))));
    clear();
    void (open ? actions.finish(which) : actions.reopen(which));
  };
  useShortcut("todoNext", () => walk(1));
  useShortcut("todoPrevious", () => walk(-1));
  useShortcut("todoDone", () => finish(picked.length > 0 ? picked : here ? [here] : []));
  useShortcut("todoChoose", () => current !== null && toggle(current));
  useShortcut("todoClear", clear, choosing);
  useShortcut("todoSnooze", () => here && open && setSnoozing(here.id));
  useShortcut("todoEdit", () => here && setEditing({ todo: here, focus: "title" }));
  useShortcut("todoDelegate", () => here && open && setEditing({ todo: here, focus: "assignee" }));
  useShortcut("todoNew", () => input.current?.focus());
  useShortcut("todoOpen", () => {
    const about = here?.about;
    if (about) void navigate(paths.record(about.entity, about.record));
  });
  const line = ({ id }: Todo) => ({
    current: id === current,
    selected: chosen.has(id),
    select: choosing ? () => toggle(id) : undefined,
    reach: () => setCurrent(id),
    snoozing: snoozing === id,
    setSnoozing: (shown: boolean) => setSnoozing(shown ? id : null),
  });
  return { line, picked, choosing, setChoosing, clear, finish, chooseAll: () => setChosen(new Set(ids)) };
}
