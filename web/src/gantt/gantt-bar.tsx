import { type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from "react";
import { Link } from "react-router";
import { paths } from "@/app/paths";
import { shifted } from "@/core/month";
import { formatDate } from "@/core/time";
import { barAt, daysOf, type Scale, type Stretch } from "@/core/time-axis";
import { useLanguage } from "@/i18n";
import type { HueName } from "@/theme/hues";
import { drags, followPointer } from "@/views/drag";
import type { RowSpell } from "@/views/spells";
import css from "./gantt.module.css";

type Part = "whole" | "from" | "to";

type Props = {
  entity: string;
  spell: RowSpell;
  name: string;
  hue: HueName;
  /** How much is done, from 0 to 1; null where nothing is known of it. */
  progress: number | null;
  stretch: Stretch;
  scale: Scale;
  carry: ((spell: RowSpell, part: Part, days: number) => void) | null;
};

/** The days by which a bar is being carried, or pulled at an end. */
function useCarrying({ spell, scale, carry }: Props) {
  const [flight, setFlight] = useState<{ part: Part; days: number } | null>(null);
  const stop = useRef<(() => void) | null>(null);
  useEffect(() => () => stop.current?.(), []);
  const grab = (event: PointerEvent<HTMLElement>, part: Part) => {
    event.stopPropagation();
    if (!carry || !drags(event)) return;
    const start = event.clientX;
    stop.current = followPointer(event, {
      begun: () => setFlight({ part, days: 0 }),
      moved: (x) => setFlight({ part, days: daysOf(x - start, scale) }),
      ended: (landed, x) => {
        setFlight(null);
        if (landed) carry(spell, part, daysOf(x - start, scale));
      },
    });
  };
  return { flight, grab };
}

/** A record on a timeline: carried and pulled by the mouse, or by Alt and the arrows, with Shift its end. */
export function GanttBar(props: Props) {
  const { entity, spell, name, hue, progress, stretch, scale, carry } = props;
  const { language } = useLanguage();
  const { flight, grab } = useCarrying(props);
  const now = flight ? shifted(spell, flight.part, flight.days) : spell;
  const key = (event: KeyboardEvent) => {
    const days = event.key === "ArrowLeft" ? -1 : event.key === "ArrowRight" ? 1 : 0;
    if (!event.altKey || days === 0 || !carry) return;
    event.preventDefault();
    carry(spell, event.shiftKey ? "to" : "whole", days);
  };
  const days = `${formatDate(now.from, language)} – ${formatDate(now.to, language)}`;
  const done = progress === null ? "" : ` · ${Math.round(progress * 100)}%`;
  return (
    <span
      className={`${css.bar} ${carry ? css.carries : ""}`}
      style={{ ...barAt(now, stretch, scale), background: `var(--hue-${hue}-back)`, color: `var(--hue-${hue}-text)` }}
      onPointerDown={(event) => grab(event, "whole")}
    >
      {progress !== null && (
        <i
          className={css.progress}
          style={{ width: `${Math.max(0, Math.min(1, progress)) * 100}%`, background: `var(--hue-${hue}-dot)` }}
        />
      )}
      <Link
        to={paths.record(entity, spell.id)}
        draggable={false}
        className={css.barLink}
        title={`${name} · ${days}${done}`}
        onKeyDown={key}
      >
        {flight ? days : name}
      </Link>
      {carry && (
        <>
          <span className={css.left} aria-hidden onPointerDown={(event) => grab(event, "from")} />
          <span className={css.right} aria-hidden onPointerDown={(event) => grab(event, "to")} />
        </>
      )}
    </span>
  );
}
