import { ClockCircleOutlined, MoreOutlined } from "@ant-design/icons";
import { App, Button, DatePicker, Dropdown, type MenuProps } from "antd";
import dayjs from "dayjs";
import { useState } from "react";
import type { Todo } from "@/api/todos";
import { dayOf } from "@/core/time";
import { useFormats } from "@/field/use-formats";
import { useLanguage } from "@/i18n";
import { groupOf, morningOf, type Now, pauses } from "./todo";
import css from "./todo.module.css";
import type { TodoActions } from "./use-todo-actions";

type Props = {
  todo: Todo;
  now: Now;
  actions: TodoActions;
  open: boolean;
  setOpen: (open: boolean) => void;
};

function useItems({ todo, now, actions }: Props, pick: () => void): NonNullable<MenuProps["items"]> {
  const { t } = useLanguage();
  const formats = useFormats();
  const off = (until: string) =>
    void actions.change(todo, { snooze: until }, t("todo.snoozed", { when: formats.moment(until) }));
  const asleep = groupOf(todo, now) === "snoozed";
  return [
    ...pauses(now).map(({ key, until }) => ({
      key,
      label: (
        <span className={css.option}>
          {t(`todo.pause.${key}`)} <span className="faint num">{formats.moment(until)}</span>
        </span>
      ),
      onClick: () => off(until),
    })),
    { key: "pick", label: t("todo.pickDay"), onClick: pick },
    ...(asleep
      ? [
          { type: "divider" as const },
          { key: "wake", label: t("todo.wake"), onClick: () => void actions.change(todo, { snooze: null }) },
        ]
      : []),
  ];
}

/** Puts a to-do off: until this afternoon, tomorrow, next week, or the morning of any day. */
export function SnoozeMenu(props: Props) {
  const { todo, now, actions, open, setOpen } = props;
  const { t } = useLanguage();
  const [picking, setPicking] = useState(false);
  const items = useItems(props, () => setPicking(true));
  if (picking) {
    return (
      <DatePicker
        size="small"
        autoFocus
        open
        aria-label={t("todo.pickDay")}
        minDate={dayjs(dayOf(now.moment, now.zone)).add(1, "day")}
        onOpenChange={(shown) => !shown && setPicking(false)}
        onChange={(day) => {
          setPicking(false);
          if (day) void actions.change(todo, { snooze: morningOf(day.format("YYYY-MM-DD"), now.zone) });
        }}
      />
    );
  }
  return (
    <Dropdown autoFocus menu={{ items }} trigger={["click"]} open={open} onOpenChange={setOpen}>
      <Button
        size="small"
        type="text"
        icon={<ClockCircleOutlined />}
        title={t("todo.snooze")}
        aria-label={t("todo.snoozeNamed", { title: todo.title })}
      />
    </Dropdown>
  );
}

type MoreProps = { todo: Todo; edit: (focus: "title" | "assignee" | "due") => void; remove: () => void };

/** Everything else that can be done with a to-do. */
export function MoreMenu({ todo, edit, remove }: MoreProps) {
  const { t } = useLanguage();
  const { modal } = App.useApp();
  const ask = () =>
    void modal.confirm({
      title: t("todo.deleteTitle", { title: todo.title }),
      content: t("todo.deleteText"),
      okText: t("common.delete"),
      okButtonProps: { danger: true },
      cancelText: t("common.cancel"),
      onOk: remove,
    });
  const items = [
    { key: "edit", label: t("common.edit"), onClick: () => edit("title") },
    { key: "due", label: t("todo.setDue"), onClick: () => edit("due") },
    { key: "delegate", label: t("todo.delegate"), onClick: () => edit("assignee") },
    ...(todo.mayDelete
      ? [{ type: "divider" as const }, { key: "delete", label: t("common.delete"), danger: true, onClick: ask }]
      : []),
  ];
  return (
    <Dropdown menu={{ items }} trigger={["click"]} placement="bottomRight">
      <Button
        size="small"
        type="text"
        icon={<MoreOutlined />}
        title={t("common.more")}
        aria-label={t("todo.moreOf", { title: todo.title })}
      />
    </Dropdown>
  );
}
