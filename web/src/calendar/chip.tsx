import type { KeyboardEvent, PointerEvent } from "react";
import { Link } from "react-router";
import type { EntityInfo, FieldInfo, ViewInfo } from "@/api/types";
import { paths } from "@/app/paths";
import { texts } from "@/core/value";
import { titleOf } from "@/field/relation";
import type { Painter } from "@/list/painting";
import { type HueName, hueOf } from "@/theme/hues";
import type { RowSpell } from "@/views/spells";
import css from "./calendar.module.css";

export type Grab = (event: PointerEvent<HTMLElement>, spell: RowSpell, part: "whole" | "from" | "to") => void;
export type Nudge = (spell: RowSpell, days: number) => void;

export type ChipLook = {
  entity: EntityInfo;
  titleField: FieldInfo | undefined;
  colorField: FieldInfo | undefined;
  paint: Painter;
};

/** What a view says about how its records look in a calendar. */
export function lookOf(entity: EntityInfo, view: ViewInfo, paint: Painter): ChipLook {
  const find = (code: string | undefined) => entity.fields.find((field) => field.code === code);
  return { entity, titleField: find(view.title), colorField: find(view.color), paint };
}

/** A rule's colour first, else that of the option the record has. */
export function hueOfSpell({ row }: RowSpell, { colorField, paint }: ChipLook): HueName {
  const ruled = paint(row);
  if (ruled) return ruled;
  const code = texts(colorField && row.values[colorField.code])[0];
  const place = colorField?.options?.findIndex((option) => option.code === code) ?? -1;
  return place < 0 ? "blue" : hueOf(colorField?.options?.[place]?.color, place);
}

export function nameOfSpell({ row }: RowSpell, { entity, titleField }: ChipLook): string {
  const label = titleField && row.labels[titleField.code];
  const own = titleField && (typeof label === "string" ? label : texts(row.values[titleField.code])[0]);
  return own || titleOf(row, entity);
}

const NUDGES: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };

type Props = ChipLook & {
  spell: RowSpell;
  begins?: boolean;
  ends?: boolean;
  lifted?: boolean;
  grab: Grab | null;
  /** Whether its end can be pulled. */
  pulls: boolean;
  nudge: Nudge | null;
};

/** A record in a calendar: a link that can be carried by the mouse, or by Alt and the arrows. */
export function Chip(props: Props) {
  const { spell, entity, begins = true, ends = true, lifted, grab, pulls, nudge } = props;
  const hue = hueOfSpell(spell, props);
  const name = nameOfSpell(spell, props);
  const key = (event: KeyboardEvent) => {
    const days = event.altKey ? NUDGES[event.key] : undefined;
    if (days === undefined || !nudge) return;
    event.preventDefault();
    nudge(spell, days);
  };
  const classes = [css.chip, begins ? css.begins : "", ends ? css.ends : "", lifted ? css.lifted : ""];
  return (
    <span
      className={classes.join(" ")}
      style={{ background: `var(--hue-${hue}-back)`, color: `var(--hue-${hue}-text)` }}
      onPointerDown={grab ? (event) => grab(event, spell, "whole") : undefined}
    >
      <Link
        to={paths.record(entity.code, spell.id)}
        draggable={false}
        title={[spell.time, name].filter(Boolean).join(" ")}
        onKeyDown={key}
        className={css.chipLink}
      >
        {begins && spell.time !== "" && <span className="num">{spell.time} </span>}
        {name}
      </Link>
      {pulls && ends && grab && (
        <span
          className={css.pull}
          aria-hidden
          onPointerDown={(event) => {
            event.stopPropagation();
            grab(event, spell, "to");
          }}
        />
      )}
    </span>
  );
}
