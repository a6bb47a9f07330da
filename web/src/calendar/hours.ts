import { paths } from "@/app/paths";
import { clockOf, DAY_MINUTES, minuteOf } from "@/core/hours";
import { daysBetween } from "@/core/month";
import { instantAt, wallClock } from "@/core/time";
import type { Value } from "@/core/value";
import { shownAs } from "@/field/registry";
import { carried, type Dates, type RowSpell } from "@/views/spells";
import { type ChipLook, hueOfSpell, nameOfSpell } from "./chip";
import type { HourItem, Landing } from "./hour-grid";

/** How long something takes that says only when it begins, in minutes. */
const LENGTH = 30;

/** Whether a calendar knows hours: its records begin at moments. */
export const knowsHours = ({ from }: Dates) => shownAs(from).type === "datetime";

/** When a record of one day ends; as long as is usual where it does not say, or says nothing sensible. */
function endOf(spell: RowSpell, start: number, { to, zone }: Dates): number {
  const value = to && spell.row.values[to.code];
  const moment = to && shownAs(to).type === "datetime" && typeof value === "string" ? new Date(value) : null;
  const wall = moment && !Number.isNaN(moment.getTime()) ? wallClock(moment, zone) : "";
  const end = wall.slice(0, 10) === spell.from ? minuteOf(wall.slice(11, 16)) : 0;
  return end > start ? end : Math.min(start + LENGTH, DAY_MINUTES);
}

/** A record of a calendar in its week by the hour; what lasts over several days stands above the hours. */
export function hourItem(spell: RowSpell, look: ChipLook, dates: Dates, movable: boolean): HourItem {
  const start = spell.time !== "" && spell.from === spell.to ? minuteOf(spell.time) : null;
  return {
    key: spell.id,
    day: spell.from,
    until: spell.to,
    start,
    end: start === null ? DAY_MINUTES : endOf(spell, start, dates),
    name: nameOfSpell(spell, look),
    to: paths.record(look.entity.code, spell.id),
    hue: hueOfSpell(spell, look),
    movable,
    timed: start !== null,
  };
}

/** What to save when a record was carried to another day or hour: its end goes with it. Null where nothing changes. */
export function hourCarried(spell: RowSpell, landing: Landing, dates: Dates): Record<string, Value> | null {
  const days = daysBetween(spell.from, landing.day);
  const before = minuteOf(spell.time || "00:00");
  if (landing.start === null || spell.time === "" || landing.start === before)
    return carried(spell, "whole", days, dates);
  const { from, to, zone } = dates;
  const begins = instantAt(`${landing.day}T${clockOf(landing.start)}`, zone);
  const set: Record<string, Value> = { [from.code]: begins };
  const ended = to && spell.row.values[to.code];
  if (to && typeof ended === "string" && shownAs(to).type === "datetime") {
    const lasts = Date.parse(ended) - Date.parse(String(spell.row.values[from.code]));
    set[to.code] = new Date(Date.parse(begins) + lasts).toISOString();
  } else if (to && typeof ended === "string" && days !== 0) {
    Object.assign(set, { [to.code]: carried(spell, "whole", days, dates)?.[to.code] ?? ended });
  }
  return set;
}
