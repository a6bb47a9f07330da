import type { Todo } from "@/api/todos";
import { useFormats } from "@/field/use-formats";
import { useLanguage } from "@/i18n";
import { groupOf, type Now, whenOf } from "./todo";
import css from "./todo.module.css";

/** When a to-do falls due, or until when it is put off, in few words; what is late says so in words as well. */
export function When({ todo, now }: { todo: Todo; now: Now }) {
  const { t } = useLanguage();
  const formats = useFormats();
  const group = groupOf(todo, now);
  if (group === "snoozed" && todo.snoozed !== null) {
    return <span className={`${css.when} num`}>{t("todo.until", { when: formats.moment(todo.snoozed) })}</span>;
  }
  const when = whenOf(todo.due, now.zone);
  if (when === null) return null;
  const day = group === "today" ? t("todo.day.today") : formats.date(when.day);
  const state = group === "overdue" ? css.late : group === "today" ? css.now : "";
  return (
    <span className={`${css.when} ${state} num`}>
      {group === "overdue" && `${t("todo.late")} `}
      {day} {when.time}
    </span>
  );
}
