import type { EntityInfo, FieldInfo, Row } from "@/api/types";
import { paths } from "@/app/paths";
import type { HourItem, Landing } from "@/calendar/hour-grid";
import { clockOf, DAY_MINUTES, minuteOf } from "@/core/hours";
import { dayOf, instantAt, wallClock } from "@/core/time";
import { texts, type Value } from "@/core/value";
import { isEditable, shownAs } from "@/field/registry";
import { titleOf } from "@/field/relation";

/** How long something takes that says only when it begins, in minutes. */
const LENGTH = 30;

/** A field by which records stand in somebody's week: when they are due, or when something was done. */
export type Dated = { entity: EntityInfo; at: FieldInfo; kind: "due" | "done"; record?: FieldInfo; text?: FieldInfo };

/** The records that make a week, by what their entities declare: what one follows up, and what one did. */
export function datedEntities(entities: readonly EntityInfo[]): Dated[] {
  return entities.flatMap((entity): Dated[] => {
    const field = (code: string | undefined) => entity.fields.find((one) => one.code === code);
    if (field("owner") === undefined) return [];
    const due = field(entity.traits?.followed?.next_at);
    const { record, at, text } = entity.traits?.activity ?? {};
    const done = field(at);
    return [
      ...(due ? [{ entity, at: due, kind: "due" as const }] : []),
      ...(done ? [{ entity, at: done, kind: "done" as const, record: field(record), text: field(text) }] : []),
    ];
  });
}

const isMoment = (field: FieldInfo) => shownAs(field).type === "datetime";

/** What somebody did is called by whom it was for, and what was said. */
function nameOf({ entity, record, text }: Dated, row: Row): string {
  const label = record && row.labels[record.code];
  const said = text && texts(row.values[text.code])[0];
  return [typeof label === "string" ? label : "", said ?? ""].filter(Boolean).join(" · ") || titleOf(row, entity);
}

/** A record in the week; null without a date. */
export function itemOf(dated: Dated, row: Row, zone: string): HourItem | null {
  const { entity, at, kind, record } = dated;
  const value = row.values[at.code];
  if (typeof value !== "string" || value === "") return null;
  const timed = isMoment(at);
  const moment = new Date(value);
  if (timed && Number.isNaN(moment.getTime())) return null;
  const start = timed ? minuteOf(wallClock(moment, zone).slice(11, 16)) : null;
  const target = record && row.values[record.code];
  return {
    key: `${entity.code}/${at.code}/${row.id}`,
    day: timed ? dayOf(moment, zone) : value.slice(0, 10),
    start,
    end: start === null ? DAY_MINUTES : Math.min(start + LENGTH, DAY_MINUTES),
    name: nameOf(dated, row),
    // What was done is read where it belongs: on the timeline of its record.
    to:
      kind === "done" && record?.entity && typeof target === "string"
        ? paths.record(record.entity, target)
        : paths.record(entity.code, row.id),
    hue: kind === "due" ? "orange" : "blue",
    movable: entity.rights.update && isEditable(at),
    timed,
  };
}

/** What to save when a record was carried; null where nothing changes. On another day as a whole a moment keeps its time. */
export function landed({ at }: Dated, item: HourItem, to: Landing, zone: string): Record<string, Value> | null {
  const start = to.start ?? item.start;
  if (to.day === item.day && start === item.start) return null;
  return { [at.code]: isMoment(at) && start !== null ? instantAt(`${to.day}T${clockOf(start)}`, zone) : to.day };
}
