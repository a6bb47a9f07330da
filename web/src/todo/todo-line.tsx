import { CheckOutlined, FileTextOutlined, UndoOutlined } from "@ant-design/icons";
import { Button, Checkbox } from "antd";
import { useState } from "react";
import { Link } from "react-router";
import type { Todo } from "@/api/todos";
import { paths } from "@/app/paths";
import { useMe } from "@/app/signed-in";
import { Person } from "@/field/people";
import { useFormats } from "@/field/use-formats";
import { useLanguage } from "@/i18n";
import type { Now } from "./todo";
import css from "./todo.module.css";
import { MoreMenu, SnoozeMenu } from "./todo-menu";
import type { TodoActions } from "./use-todo-actions";
import { When } from "./when";

export type EditFocus = "title" | "assignee" | "due";

/** What a list knows of a line: where the cursor is, and what is selected. */
export type LineState = {
  current?: boolean;
  selected?: boolean;
  /** Chooses the to-do, where several are being chosen. */
  select?: () => void;
  reach?: () => void;
  snoozing?: boolean;
  setSnoozing?: (open: boolean) => void;
};

type Props = LineState & {
  todo: Todo;
  now: Now;
  actions: TodoActions;
  edit: (todo: Todo, focus: EditFocus) => void;
  /** Where the page says already what all of these are about. */
  bare?: boolean;
};

function About({ todo, bare }: Pick<Props, "todo" | "bare">) {
  const { t } = useLanguage();
  const me = useMe().member.id;
  const { about, assignee, note } = todo;
  const by = todo.givenBy ?? todo.madeBy;
  return (
    <>
      {note && <FileTextOutlined className="faint" title={note} aria-label={note} />}
      {about && !bare && (
        <Link to={paths.record(about.entity, about.record)} className={`${css.about} ellipsis`}>
          {about.title ?? t("todo.record")}
        </Link>
      )}
      {assignee.id !== me ? (
        <span className={css.person}>
          <Person id={assignee.id} name={assignee.name} />
        </span>
      ) : (
        by !== null && by.id !== me && <span className={css.from}>{t("todo.from", { name: by.name })}</span>
      )}
      {todo.source.startsWith("rule:") && <span className={css.from}>{t("todo.byRule")}</span>}
    </>
  );
}

function Mark({ todo, actions }: Pick<Props, "todo" | "actions">) {
  const { t } = useLanguage();
  const [pressed, setPressed] = useState(false);
  const done = todo.done !== null || pressed;
  const press = () => {
    if (todo.done !== null) return void actions.reopen([todo]);
    setPressed(true);
    void actions.finish([todo]).then(() => setPressed(false));
  };
  return (
    <button
      type="button"
      className={`plain ${css.mark}`}
      aria-label={t(todo.done === null ? "todo.finishNamed" : "todo.reopenNamed", { title: todo.title })}
      title={t(todo.done === null ? "todo.finish" : "todo.reopen")}
      data-done={done || undefined}
      onClick={press}
    >
      <span className={css.ring} aria-hidden>
        <CheckOutlined />
      </span>
    </button>
  );
}

/** One to-do, with the steps that one takes there and then. */
export function TodoLine(props: Props) {
  const { todo, now, actions, edit, bare, current, selected, select, reach } = props;
  const { t } = useLanguage();
  const formats = useFormats();
  const me = useMe().member.id;
  const [own, setOwn] = useState(false);
  const done = todo.done?.at ?? null;
  return (
    <li
      className={css.line}
      data-todo={todo.id}
      data-current={current || undefined}
      data-done={done !== null || undefined}
      onFocusCapture={reach}
    >
      {select && (
        <Checkbox checked={selected} aria-label={t("todo.selectNamed", { title: todo.title })} onChange={select} />
      )}
      <Mark todo={todo} actions={actions} />
      <div className={css.body}>
        <button type="button" className={`plain ${css.title}`} onClick={() => edit(todo, "title")}>
          {todo.title}
        </button>
        <div className={css.facts}>
          <About todo={todo} bare={bare} />
        </div>
      </div>
      {done === null ? (
        <When todo={todo} now={now} />
      ) : (
        <time className={`${css.when} num`} dateTime={done} title={formats.moment(done)}>
          {formats.relative(done)}
        </time>
      )}
      <div className={css.actions}>
        {done === null ? (
          <>
            {todo.assignee.id === me && (
              <SnoozeMenu
                todo={todo}
                now={now}
                actions={actions}
                open={props.snoozing ?? own}
                setOpen={props.setSnoozing ?? setOwn}
              />
            )}
            <MoreMenu todo={todo} edit={(focus) => edit(todo, focus)} remove={() => void actions.remove(todo)} />
          </>
        ) : (
          <Button
            size="small"
            type="text"
            icon={<UndoOutlined />}
            title={t("todo.reopen")}
            aria-label={t("todo.reopenNamed", { title: todo.title })}
            onClick={() => void actions.reopen([todo])}
          />
        )}
      </div>
    </li>
  );
}
