import { PlusOutlined } from "@ant-design/icons";
import { type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from "react";
import { Link } from "react-router";
import { clockOf, DAY_MINUTES, minuteOf, quarter, sideBySide } from "@/core/hours";
import { addDays, formatDate, weekday } from "@/core/time";
import { useLanguage } from "@/i18n";
import type { HueName } from "@/theme/hues";
import { drags, followPointer } from "@/views/drag";
import css from "./hour-grid.module.css";

/** Something in a week: at an hour, or on a day as a whole. */
export type HourItem = {
  key: string;
  day: string;
  /** The last day of what lasts longer than one. */
  until?: string;
  /** Minutes after midnight; null for the whole day. */
  start: number | null;
  end: number;
  name: string;
  to: string;
  hue: HueName;
  /** Whether it can be carried; to an hour only where its field knows hours. */
  movable: boolean;
  timed: boolean;
};

/** Where something was carried: to a day, and to a minute of it or to the day as a whole. */
export type Landing = { day: string; start: number | null };

type Props = {
  days: string[];
  items: readonly HourItem[];
  today: string;
  /** The time of day in the workspace's zone, "HH:mm". */
  now: string;
  move: (item: HourItem, to: Landing) => void;
  /** Makes a record on a day, or at a minute of it. */
  create?: ((at: Landing) => void) | null;
  /** Lower than the window, for a card. */
  low?: boolean;
};

/** The height of an hour in pixels; the same stands in the style sheet. */
const HOUR = 44;
const FIRST_SHOWN = 8 * 60;
const HOURS = Array.from({ length: 24 }, (_, hour) => hour);

/** What lies below the pointer, less what lies between the pointer and the top of the item. */
function landingAt(x: number, y: number, above: number): Landing | null {
  for (const element of document.elementsFromPoint(x, y)) {
    const place = element.closest<HTMLElement>("[data-week-day]");
    if (!place?.dataset.weekDay) continue;
    const day = place.dataset.weekDay;
    if (place.dataset.hours === undefined) return { day, start: null };
    const minute = ((y - place.getBoundingClientRect().top) / HOUR) * 60;
    return { day, start: quarter(minute - above) };
  }
  return null;
}

function useCarry(move: Props["move"]) {
  const [flight, setFlight] = useState<{ key: string; over: Landing | null } | null>(null);
  const stop = useRef<(() => void) | null>(null);
  useEffect(() => () => stop.current?.(), []);
  const grab = (event: PointerEvent<HTMLElement>, item: HourItem) => {
    if (!item.movable || !drags(event)) return;
    const inside = event.clientY - event.currentTarget.getBoundingClientRect().top;
    const above = item.start === null ? 0 : (inside / HOUR) * 60;
    stop.current = followPointer(event, {
      begun: () => setFlight({ key: item.key, over: null }),
      moved: (x, y) => setFlight({ key: item.key, over: landingAt(x, y, above) }),
      ended: (landed, x, y) => {
        setFlight(null);
        const to = landed ? landingAt(x, y, above) : null;
        if (to !== null) move(item, item.timed ? to : { ...to, start: null });
      },
    });
  };
  return { flight, grab };
}

/** Where Alt and an arrow carry an item: by days sideways, by quarters of an hour up and down. */
export function nudged(item: HourItem, key: string): Landing | null {
  if (key === "ArrowLeft" || key === "ArrowRight") {
    return { day: addDays(item.day, key === "ArrowLeft" ? -1 : 1), start: item.start };
  }
  if ((key !== "ArrowUp" && key !== "ArrowDown") || item.start === null) return null;
  return { day: item.day, start: quarter(item.start + (key === "ArrowUp" ? -15 : 15)) };
}

type ChipProps = {
  item: HourItem;
  lifted: boolean;
  grab: (event: PointerEvent<HTMLElement>, item: HourItem) => void;
  move: Props["move"];
};

function Chip({ item, lifted, grab, move }: ChipProps) {
  const time = item.start === null ? "" : clockOf(item.start);
  const key = (event: KeyboardEvent) => {
    const to = event.altKey && item.movable ? nudged(item, event.key) : null;
    if (to === null) return;
    event.preventDefault();
    move(item, to);
  };
  return (
    <Link
      to={item.to}
      draggable={false}
      className={`${css.chip} ${lifted ? css.lifted : ""} ${item.movable ? css.movable : ""}`}
      style={{ background: `var(--hue-${item.hue}-back)`, color: `var(--hue-${item.hue}-text)` }}
      title={[time, item.name].filter(Boolean).join(" ")}
      onPointerDown={(event) => grab(event, item)}
      onKeyDown={key}
    >
      {time !== "" && <span className="num">{time} </span>}
      {item.name}
    </Link>
  );
}

function Head({ days, today, create }: Pick<Props, "days" | "today" | "create">) {
  const { t, language } = useLanguage();
  const names = t("views.weekdays").split(" ");
  return (
    <>
      <span />
      {days.map((day) => (
        <span
          key={day}
          className={day === today ? `${css.dayName} ${css.today}` : css.dayName}
          title={formatDate(day, language)}
          aria-current={day === today ? "date" : undefined}
        >
          {names[weekday(day) - 1]} <b className="num">{Number(day.slice(8))}</b>
          {create && (
            <button
              type="button"
              className={`plain ${css.plus}`}
              aria-label={t("views.newOn", { day: formatDate(day, language) })}
              onClick={() => create({ day, start: null })}
            >
              <PlusOutlined />
            </button>
          )}
        </span>
      ))}
    </>
  );
}

/** A week by the hour, with a row for what belongs to a day as a whole. */
export function HourGrid({ days, items, today, now, move, create, low }: Props) {
  const { t } = useLanguage();
  const { flight, grab } = useCarry(move);
  const scroller = useRef<HTMLDivElement>(null);
  const earliest = Math.min(FIRST_SHOWN, ...items.flatMap(({ start }) => (start === null ? [] : [start])));
  const top = (Math.floor(earliest / 60) * HOUR).toString();
  useEffect(() => {
    if (scroller.current) scroller.current.scrollTop = Number(top);
  }, [top]);
  const shared = { grab, move };
  const lifted = (item: HourItem) => flight?.key === item.key;
  const onDay = (day: string, item: HourItem) => item.day <= day && (item.until ?? item.day) >= day;
  const columns = { gridTemplateColumns: `48px repeat(${days.length}, minmax(0, 1fr))` };
  return (
    <div className={low ? `${css.week} ${css.low}` : css.week}>
      <div className={css.head} style={columns}>
        <Head days={days} today={today} create={create} />
        <span className={css.allDay}>{t("week.allDay")}</span>
        {days.map((day) => (
          <div
            key={day}
            data-week-day={day}
            className={flight?.over?.day === day && flight.over.start === null ? `${css.whole} ${css.over}` : css.whole}
          >
            {items
              .filter((item) => item.start === null && onDay(day, item))
              .map((item) => (
                <Chip key={item.key} item={item} lifted={lifted(item)} {...shared} />
              ))}
          </div>
        ))}
      </div>
      <div ref={scroller} className={css.scroll}>
        <div className={css.hours} style={columns}>
          <div className={css.clock} aria-hidden>
            {HOURS.map((hour) => (
              <span key={hour} className="num">
                {hour > 0 && clockOf(hour * 60)}
              </span>
            ))}
          </div>
          {days.map((day) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the button in the head of the day does the same for the keyboard
            // biome-ignore lint/a11y/noStaticElementInteractions: the whole column is a larger target of that button
            <div
              key={day}
              data-week-day={day}
              data-hours=""
              className={css.column}
              onClick={(event) => {
                const at = event.target === event.currentTarget ? landingAt(event.clientX, event.clientY, 15) : null;
                if (at) create?.(at);
              }}
            >
              {sideBySide(
                items.flatMap((item) =>
                  item.day === day && item.start !== null ? [{ ...item, start: item.start }] : [],
                ),
              ).map(({ item, column, columns: of }) => (
                <div
                  key={item.key}
                  className={css.piece}
                  style={{
                    top: (item.start / 60) * HOUR,
                    height: Math.max(((Math.min(item.end, DAY_MINUTES) - item.start) / 60) * HOUR, 22),
                    left: `${(column / of) * 100}%`,
                    width: `${100 / of}%`,
                  }}
                >
                  <Chip item={item} lifted={lifted(item)} {...shared} />
                </div>
              ))}
              {flight?.over?.day === day && flight.over.start !== null && (
                <div className={css.mark} style={{ top: (flight.over.start / 60) * HOUR }}>
                  <span className="num">{clockOf(flight.over.start)}</span>
                </div>
              )}
              {day === today && <div className={css.now} style={{ top: (minuteOf(now) / 60) * HOUR }} />}
            </div>
          ))}
        </div>
      </div>
    </div>
  );
}
