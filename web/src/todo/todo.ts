import type { Todo, TodoChange } from "@/api/todos";
import { mondayOf } from "@/core/month";
import { addDays, dayOf, instantAt, wallClock } from "@/core/time";

export const GROUPS = ["overdue", "today", "week", "later", "someday", "snoozed"] as const;
export type Group = (typeof GROUPS)[number];

/** When a to-do falls due in the workspace's zone; `time` is "" where only the day counts. */
export type When = { day: string; time: string };

/** Now, as the workspace's clock shows it. */
export type Now = { moment: Date; zone: string };

/** The last minute of a day stands for the day as a whole: the server keeps moments. */
const DAY_END = "23:59";
const MORNING = "09:00";
const AFTERNOON = "14:00";
const EVENING = "18:00";
/** After this the afternoon is too near to put something off to it. */
const NOON = "13:00";
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** What a to-do's due says; null where it says nothing that can be read. */
export function whenOf(due: string | null, zone: string): When | null {
  const moment = new Date(due ?? "");
  if (Number.isNaN(moment.getTime())) return null;
  const wall = wallClock(moment, zone);
  const time = wall.slice(11, 16);
  return { day: wall.slice(0, 10), time: time === DAY_END ? "" : time };
}

/** The moment at which something falls due on a day, at a time or with its end. */
export const momentOf = ({ day, time }: When, zone: string): string => instantAt(`${day}T${time || DAY_END}`, zone);

const past = (moment: string | null, now: Now) => moment !== null && Date.parse(moment) < now.moment.getTime();

export function groupOf({ due, snoozed }: Pick<Todo, "due" | "snoozed">, now: Now): Group {
  if (snoozed !== null && Date.parse(snoozed) > now.moment.getTime()) return "snoozed";
  if (past(due, now)) return "overdue";
  const when = whenOf(due, now.zone);
  if (when === null) return "someday";
  const today = dayOf(now.moment, now.zone);
  if (when.day === today) return "today";
  return when.day <= addDays(mondayOf(today), 6) ? "week" : "later";
}

/** To-dos by when they fall due, each group with the earliest first; groups in which there are none are left out. */
export function grouped(todos: readonly Todo[], now: Now): { group: Group; todos: Todo[] }[] {
  const at = (todo: Todo) => Date.parse((groupOf(todo, now) === "snoozed" ? todo.snoozed : todo.due) ?? "");
  return GROUPS.flatMap((group) => {
    const here = todos.filter((todo) => groupOf(todo, now) === group);
    if (group !== "someday") here.sort((a, b) => at(a) - at(b));
    return here.length === 0 ? [] : [{ group, todos: here }];
  });
}

export type Pause = { key: "hour" | "afternoon" | "tomorrow" | "nextWeek"; until: string };

/** When a day of the workspace's calendar begins to be worked on. */
export const morningOf = (day: string, zone: string): string => instantAt(`${day}T${MORNING}`, zone);

/** The moments to which one step puts something off, the nearest first. */
export function pauses({ moment, zone }: Now): Pause[] {
  const today = dayOf(moment, zone);
  const early = wallClock(moment, zone).slice(11, 16) < NOON;
  return [
    { key: "hour", until: new Date(moment.getTime() + HOUR).toISOString() },
    ...(early ? [{ key: "afternoon" as const, until: instantAt(`${today}T${AFTERNOON}`, zone) }] : []),
    { key: "tomorrow", until: morningOf(addDays(today, 1), zone) },
    { key: "nextWeek", until: morningOf(addDays(mondayOf(today), 7), zone) },
  ];
}

/** The days that one press makes something due on. */
export function dueDays(today: string): { key: "today" | "tomorrow" | "nextWeek"; day: string }[] {
  return [
    { key: "today", day: today },
    { key: "tomorrow", day: addDays(today, 1) },
    { key: "nextWeek", day: addDays(mondayOf(today), 7) },
  ];
}

export const REMINDERS = ["none", "due", "minutes10", "hour", "dayBefore", "morning", "eveningBefore"] as const;
export type ReminderKey = (typeof REMINDERS)[number];
/** A moment to be reminded at; null for not at all. */
export type Reminder = { key: ReminderKey; at: string | null };

/** When one can be reminded of what falls due: before its time, or on a day as a whole in the morning. */
export function reminders(when: When | null, zone: string): Reminder[] {
  const none: Reminder = { key: "none", at: null };
  if (when === null) return [none];
  if (when.time === "") {
    const evening = instantAt(`${addDays(when.day, -1)}T${EVENING}`, zone);
    return [none, { key: "morning", at: morningOf(when.day, zone) }, { key: "eveningBefore", at: evening }];
  }
  const due = Date.parse(momentOf(when, zone));
  const before = (key: ReminderKey, span: number): Reminder => ({ key, at: new Date(due - span).toISOString() });
  return [
    none,
    before("due", 0),
    before("minutes10", 10 * MINUTE),
    before("hour", HOUR),
    before("dayBefore", 24 * HOUR),
  ];
}

/** What a reminder is where nobody chose one: at the time, or in the morning of a day; none where that has passed. */
export function usualReminder(when: When | null, { moment, zone }: Now): string | null {
  const [, usual] = reminders(when, zone);
  const at = usual?.at ?? null;
  return at !== null && Date.parse(at) > moment.getTime() ? at : null;
}

/** A to-do while it is edited: blank texts for what it has not. `remind` is a moment; null is none. */
export type Draft = When & { title: string; note: string; assignee: string; remind: string | null };

export function draftOf(todo: Todo, zone: string): Draft {
  const { title, note, assignee, remind } = todo;
  const when = whenOf(todo.due, zone) ?? { day: "", time: "" };
  return { title, note: note ?? "", assignee: assignee.id, remind: remind && new Date(remind).toISOString(), ...when };
}

export const dueOf = ({ day, time }: When): When | null => (day === "" ? null : { day, time });

/** The draft at another time, reminded as is usual there; a reminder goes with its due. */
export function moved(draft: Draft, to: When, now: Now): Draft {
  return { ...draft, ...to, remind: usualReminder(dueOf(to), now) };
}

/** What of a to-do is to be changed so that it is as the draft; null where nothing is. */
export function changeOf(todo: Todo, draft: Draft, zone: string): TodoChange | null {
  const before = draftOf(todo, zone);
  const [title, note] = [draft.title.trim(), draft.note.trim()];
  const when = dueOf(draft);
  const elsewhen = draft.day !== before.day || draft.time !== before.time;
  const change: TodoChange = {
    ...(title === before.title ? {} : { title }),
    ...(note === before.note ? {} : { note: note === "" ? null : note }),
    ...(elsewhen ? { due: when && momentOf(when, zone) } : {}),
    ...(elsewhen || draft.remind !== before.remind ? { remind: draft.remind } : {}),
    ...(draft.assignee === before.assignee ? {} : { assignee: draft.assignee }),
  };
  return Object.keys(change).length === 0 ? null : change;
}

/** The to-do before or after one in the order of the screen; the first or last one where there is none to begin from. */
export function beside(ids: readonly string[], from: string | null, step: 1 | -1): string | null {
  if (ids.length === 0) return null;
  const at = from === null ? -1 : ids.indexOf(from);
  if (at < 0) return (step > 0 ? ids[0] : ids.at(-1)) ?? null;
  return ids[Math.max(0, Math.min(ids.length - 1, at + step))] ?? null;
}

/** Where the cursor goes when some are gone from the list: to the next that stays, else to the one before. */
export function afterGone(ids: readonly string[], current: string | null, gone: ReadonlySet<string>): string | null {
  if (current === null || !gone.has(current)) return current;
  const at = ids.indexOf(current);
  const next = ids.slice(at + 1).find((id) => !gone.has(id));
  return next ?? ids.slice(0, Math.max(at, 0)).findLast((id) => !gone.has(id)) ?? null;
}
