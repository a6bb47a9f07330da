import { PlusOutlined } from "@ant-design/icons";
import { Button, Input, type InputRef } from "antd";
import { type Ref, useState } from "react";
import type { NewTodo } from "@/api/todos";
import { useMe } from "@/app/signed-in";
import { useLanguage } from "@/i18n";
import { AssigneeChoice } from "./assignee-choice";
import { DueChoice } from "./due-choice";
import { momentOf, type Now, usualReminder } from "./todo";
import css from "./todo.module.css";

/** The longest title that the server takes. */
export const LONGEST_TITLE = 200;

type Props = {
  now: Now;
  create: (todo: NewTodo) => Promise<boolean>;
  /** The record it is about. */
  about?: { entity: string; record: string };
  input?: Ref<InputRef>;
};

/** A new to-do in one line: what, until when, who. Enter keeps it, and the line is there for the next. */
export function NewTodoLine({ now, create, about, input }: Props) {
  const { t } = useLanguage();
  const me = useMe().member.id;
  const [title, setTitle] = useState("");
  const [day, setDay] = useState<string | null>(null);
  const [assignee, setAssignee] = useState(me);
  const [busy, setBusy] = useState(false);
  const submit = async () => {
    const what = title.trim();
    if (what === "" || busy) return;
    const when = day === null ? null : { day, time: "" };
    const due = when && { due: momentOf(when, now.zone), remind: usualReminder(when, now) };
    setBusy(true);
    const kept = await create({ title: what, assignee, ...due, ...about });
    setBusy(false);
    if (!kept) return;
    setTitle("");
    setDay(null);
    setAssignee(me);
  };
  return (
    <div className={css.new}>
      <Input
        ref={input}
        className={css.what}
        prefix={<PlusOutlined aria-hidden />}
        value={title}
        maxLength={LONGEST_TITLE}
        placeholder={t("todo.newHint")}
        aria-label={t("todo.new")}
        onChange={(event) => setTitle(event.target.value)}
        onPressEnter={(event) => !event.nativeEvent.isComposing && void submit()}
      />
      {title.trim() !== "" && (
        <div className={css.newMore}>
          <DueChoice day={day} now={now} change={setDay} />
          <AssigneeChoice className={css.who} value={assignee} change={setAssignee} />
          <Button type="primary" loading={busy} onClick={() => void submit()}>
            {t("common.add")}
          </Button>
        </div>
      )}
    </div>
  );
}
