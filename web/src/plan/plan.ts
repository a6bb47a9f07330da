import type { EntityInfo, FieldInfo, Row } from "@/api/types";
import { daysBetween, mondayOf } from "@/core/month";
import { addDays, dayOf, wallClock } from "@/core/time";
import type { Value } from "@/core/value";
import { isEditable, shownAs } from "@/field/registry";
import { valueOn } from "@/views/spells";

/** How far ahead a plan looks, in days after today. */
export const AHEAD_DAYS = 7;

/** An entity whose records are followed up, and the fields that play its roles. */
export type Followed = { entity: EntityInfo; at: FieldInfo; step?: FieldInfo; phones: FieldInfo[] };

/** What this person can follow up: entities that say so, of which the date and the owner can be read. */
export function followedEntities(entities: readonly EntityInfo[]): Followed[] {
  return entities.flatMap((entity) => {
    const roles = entity.traits?.followed;
    const field = (code: string | undefined) => entity.fields.find((one) => one.code === code);
    const at = field(roles?.next_at);
    if (at === undefined || field("owner") === undefined) return [];
    return [{ entity, at, step: field(roles?.next_step), phones: entity.fields.filter((one) => one.type === "phone") }];
  });
}

/** A record that is due. `day` is in the workspace's zone; `time` is "" where only the day counts. */
export type Due = { followed: Followed; row: Row; day: string; time: string };

export function dueOf(followed: Followed, row: Row, zone: string): Due | null {
  const value = row.values[followed.at.code];
  if (typeof value !== "string" || value === "") return null;
  if (shownAs(followed.at).type !== "datetime") return { followed, row, day: value.slice(0, 10), time: "" };
  const moment = new Date(value);
  if (Number.isNaN(moment.getTime())) return null;
  return { followed, row, day: dayOf(moment, zone), time: wallClock(moment, zone).slice(11, 16) };
}

export type Bucket = { key: "overdue" | "today" | "later"; dues: Due[] };

/** Overdue, today and the days to come: the oldest first, within a day those with a time before the others. */
export function bucketsOf(dues: readonly Due[], today: string): Bucket[] {
  const last = addDays(today, AHEAD_DAYS);
  const order = (due: Due) => `${due.day} ${due.time || "~"}`;
  const sorted = [...dues].filter(({ day }) => day <= last).sort((a, b) => (order(a) < order(b) ? -1 : 1));
  return [
    { key: "overdue", dues: sorted.filter(({ day }) => day < today) },
    { key: "today", dues: sorted.filter(({ day }) => day === today) },
    { key: "later", dues: sorted.filter(({ day }) => day > today) },
  ];
}

/** How many days a record is late; negative for the days to come. */
export const daysLate = (due: Due, today: string) => daysBetween(due.day, today);

/** The days to which one step postpones. */
export function postponements(today: string): { key: "tomorrow" | "nextWeek"; day: string }[] {
  return [
    { key: "tomorrow", day: addDays(today, 1) },
    { key: "nextWeek", day: addDays(mondayOf(today), 7) },
  ];
}

/** What to save so that a record is due on another day, at the same time of day; null takes it off the plan. */
export function postponed({ followed: { at }, row }: Due, day: string | null, zone: string): Record<string, Value> {
  return { [at.code]: day === null ? null : valueOn(at, day, zone, row.values[at.code]) };
}

/** Whether this person may move the date. */
export const movable = ({ entity, at }: Followed) => entity.rights.update && isEditable(at);
