import type { EntityInfo, FieldInfo, Row, ViewInfo } from "@/api/types";
import { type Spell, shifted } from "@/core/month";
import { dayOf, instantAt, wallClock } from "@/core/time";
import type { Value } from "@/core/value";
import type { Where } from "@/core/where";
import { isEditable, shownAs } from "@/field/registry";

/** A record as something that lasts; a day alone where it has no end. */
export type RowSpell = Spell & {
  row: Row /** When it begins on its day, such as 09:30; "" for a plain day. */;
  time: string;
};

/** The two fields that a calendar or a gantt goes by. */
export type Dates = { from: FieldInfo; to: FieldInfo | undefined; zone: string };

export function datesOf(entity: EntityInfo, view: ViewInfo, zone: string): Dates | null {
  const find = (code: string | undefined) => entity.fields.find((field) => field.code === code);
  const from = find(view.from);
  return from ? { from, to: find(view.to), zone } : null;
}

const isMoment = (field: FieldInfo) => shownAs(field).type === "datetime";

function dayIn(field: FieldInfo, value: Value | undefined, zone: string): string | null {
  if (typeof value !== "string" || value === "") return null;
  if (!isMoment(field)) return value.slice(0, 10);
  const moment = new Date(value);
  return Number.isNaN(moment.getTime()) ? null : dayOf(moment, zone);
}

/** Null for a record without a beginning. An end before the beginning counts as none. */
export function spellOf(row: Row, { from, to, zone }: Dates): RowSpell | null {
  const begins = dayIn(from, row.values[from.code], zone);
  if (begins === null) return null;
  const ends = to ? dayIn(to, row.values[to.code], zone) : null;
  const moment = isMoment(from) ? wallClock(new Date(String(row.values[from.code])), zone).slice(11, 16) : "";
  return { id: row.id, from: begins, to: ends !== null && ends > begins ? ends : begins, row, time: moment };
}

/** The condition that what lasts at any time between two days fulfils, the second excluded. */
export function spanWhere({ from, to, zone }: Dates, first: string, until: string): Where {
  const at = (field: FieldInfo, day: string) => (isMoment(field) ? instantAt(day, zone) : day);
  const begun: Where = { field: from.code, op: "<", value: at(from, until) };
  const later: Where = { field: from.code, op: ">=", value: at(from, first) };
  if (!to) return { all: [later, begun] };
  return { all: [begun, { any: [later, { field: to.code, op: ">=", value: at(to, first) }] }] };
}

/** A day as a field holds it: a moment keeps its time of day, a new one is at nine. */
export function valueOn(field: FieldInfo, day: string, zone: string, old?: Value): Value {
  if (!isMoment(field)) return day;
  const time = typeof old === "string" ? wallClock(new Date(old), zone).slice(10) : "T09:00:00";
  return instantAt(day + time, zone);
}

/** What to save when a spell is carried, or pulled at one end; null where that cannot be. */
export function carried(
  spell: RowSpell,
  part: "whole" | "from" | "to",
  days: number,
  { from, to, zone }: Dates,
): Record<string, Value> | null {
  if (days === 0 || (part === "to" && !to)) return null;
  const next = shifted(spell, part, days);
  const set: Record<string, Value> = {};
  if (next.from !== spell.from) set[from.code] = valueOn(from, next.from, zone, spell.row.values[from.code]);
  const ended = to && (spell.row.values[to.code] ?? null) !== null;
  if (to && next.to !== spell.to && (ended || part === "to")) {
    set[to.code] = valueOn(to, next.to, zone, spell.row.values[to.code]);
  }
  return Object.keys(set).length === 0 ? null : set;
}

/** Whether this person can carry records along. */
export function movable(entity: EntityInfo, { from, to }: Dates): boolean {
  return entity.rights.update && isEditable(from) && (to === undefined || isEditable(to));
}
