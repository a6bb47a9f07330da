import { DatePicker, Input, Modal, Select, TimePicker } from "antd";
import dayjs from "dayjs";
import { type ReactNode, useId, useState } from "react";
import type { Todo, TodoChange } from "@/api/todos";
import { useFormats } from "@/field/use-formats";
import { useLanguage } from "@/i18n";
import { AssigneeChoice } from "./assignee-choice";
import { LONGEST_TITLE } from "./new-todo";
import { changeOf, type Draft, draftOf, dueOf, moved, type Now, reminders } from "./todo";
import css from "./todo.module.css";
import type { EditFocus } from "./todo-line";

const LONGEST_NOTE = 5000;

type Props = {
  todo: Todo;
  now: Now;
  focus: EditFocus;
  save: (change: TodoChange) => Promise<boolean>;
  close: () => void;
};

function Part({ label, children }: { label: string; children: (id: string) => ReactNode }) {
  const id = useId();
  return (
    <div className={css.part}>
      <label htmlFor={id}>{label}</label>
      {children(id)}
    </div>
  );
}

type DraftProps = { draft: Draft; now: Now; set: (draft: Draft) => void };

function Due({ draft, now, set, focus }: DraftProps & { focus: EditFocus }) {
  const { t } = useLanguage();
  const { day, time } = draft;
  return (
    <Part label={t("todo.due")}>
      {(id) => (
        <div className={css.pickers}>
          <DatePicker
            id={id}
            autoFocus={focus === "due"}
            value={day === "" ? null : dayjs(day)}
            onChange={(to) =>
              set(moved(draft, to ? { day: to.format("YYYY-MM-DD"), time } : { day: "", time: "" }, now))
            }
          />
          <TimePicker
            aria-label={t("todo.time")}
            placeholder={t("todo.allDay")}
            format="HH:mm"
            minuteStep={5}
            needConfirm={false}
            disabled={day === ""}
            value={time === "" ? null : dayjs(`2000-01-01T${time}`)}
            onChange={(to) => set(moved(draft, { day, time: to ? to.format("HH:mm") : "" }, now))}
          />
        </div>
      )}
    </Part>
  );
}

/** Moments are chosen to the minute. */
const minute = (moment: string | null) => moment?.slice(0, 16);

/** When one is reminded. A moment that none of the choices names stays as it is until another is chosen. */
function Remind({ draft, now, set }: DraftProps) {
  const { t } = useLanguage();
  const formats = useFormats();
  const choices = reminders(dueOf(draft), now.zone);
  const known = choices.find(({ at }) => minute(at) === minute(draft.remind));
  const other = known || draft.remind === null ? [] : [{ value: "other", label: formats.moment(draft.remind) }];
  return (
    <Part label={t("todo.remind")}>
      {(id) => (
        <Select
          id={id}
          value={known?.key ?? (draft.remind === null ? "none" : "other")}
          options={[...choices.map(({ key }) => ({ value: key, label: t(`todo.reminder.${key}`) })), ...other]}
          onChange={(key: string) => {
            const chosen = choices.find((one) => one.key === key);
            if (chosen) set({ ...draft, remind: chosen.at });
          }}
        />
      )}
    </Part>
  );
}

/** All of a to-do: what, details, until when, who. */
export function TodoDialog({ todo, now, focus, save, close }: Props) {
  const { t } = useLanguage();
  const [draft, set] = useState(() => draftOf(todo, now.zone));
  const [busy, setBusy] = useState(false);
  const submit = async () => {
    const change = changeOf(todo, draft, now.zone);
    if (change === null) return close();
    setBusy(true);
    const kept = await save(change);
    setBusy(false);
    if (kept) close();
  };
  return (
    <Modal
      open
      title={t("todo.editTitle")}
      okText={t("common.save")}
      cancelText={t("common.cancel")}
      okButtonProps={{ disabled: draft.title.trim() === "", loading: busy }}
      onOk={() => void submit()}
      onCancel={close}
      width={480}
    >
      <div className={css.form}>
        <Part label={t("todo.what")}>
          {(id) => (
            <Input
              id={id}
              autoFocus={focus === "title"}
              maxLength={LONGEST_TITLE}
              value={draft.title}
              onChange={(event) => set({ ...draft, title: event.target.value })}
              onPressEnter={(event) => !event.nativeEvent.isComposing && void submit()}
            />
          )}
        </Part>
        <Part label={t("todo.note")}>
          {(id) => (
            <Input.TextArea
              id={id}
              autoSize={{ minRows: 2, maxRows: 8 }}
              maxLength={LONGEST_NOTE}
              value={draft.note}
              onChange={(event) => set({ ...draft, note: event.target.value })}
            />
          )}
        </Part>
        <Due draft={draft} now={now} set={set} focus={focus} />
        <Remind draft={draft} now={now} set={set} />
        <Part label={t("todo.assignee")}>
          {(id) => (
            <AssigneeChoice
              id={id}
              autoFocus={focus === "assignee"}
              value={draft.assignee}
              change={(assignee) => set({ ...draft, assignee })}
            />
          )}
        </Part>
      </div>
    </Modal>
  );
}
