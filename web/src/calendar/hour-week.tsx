import { clockOf } from "@/core/hours";
import { wallClock } from "@/core/time";
import type { Edit } from "@/record/use-save";
import type { Dates, RowSpell } from "@/views/spells";
import type { ChipLook } from "./chip";
import { HourGrid } from "./hour-grid";
import { hourCarried, hourItem } from "./hours";

type Props = {
  days: string[];
  spells: readonly RowSpell[];
  look: ChipLook;
  dates: Dates;
  today: string;
  movable: boolean;
  save: (edit: Edit) => unknown;
  /** A day, or a moment of the wall clock. */
  create: ((on: string) => void) | null;
};

/** The week of a calendar whose records have hours. */
export function HourWeek({ days, spells, look, dates, today, movable, save, create }: Props) {
  return (
    <HourGrid
      days={days}
      items={spells.map((spell) => hourItem(spell, look, dates, movable))}
      today={today}
      now={wallClock(new Date(), dates.zone).slice(11, 16)}
      move={(item, to) => {
        const spell = spells.find((one) => one.id === item.key);
        const set = spell && hourCarried(spell, to, dates);
        if (spell && set) save({ row: spell.row, set });
      }}
      create={create && (({ day, start }) => create(start === null ? day : `${day}T${clockOf(start)}`))}
    />
  );
}
