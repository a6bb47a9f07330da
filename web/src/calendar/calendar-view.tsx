import { LeftOutlined, RightOutlined } from "@ant-design/icons";
import { Button, Segmented } from "antd";
import { type PointerEvent, useCallback, useEffect, useMemo, useRef, useState } from "react";
import { Empty } from "@/app/empty";
import { Failure } from "@/app/failure";
import { useMe } from "@/app/signed-in";
import { daysBetween } from "@/core/month";
import { addDays, dayOf, formatDate, instantAt } from "@/core/time";
import { useLanguage } from "@/i18n";
import type { ViewBodyProps } from "@/list/view-body";
import { useSave } from "@/record/use-save";
import { drags, followPointer } from "@/views/drag";
import { carried, type Dates, datesOf, movable, type RowSpell, valueOn } from "@/views/spells";
import { Agenda } from "./agenda";
import css from "./calendar.module.css";
import { lookOf } from "./chip";
import { HourWeek } from "./hour-week";
import { knowsHours } from "./hours";
import { MonthGrid } from "./month-grid";
import { MODES, type Mode, stepped, useCalendarPlace, useSpells, weeksShown } from "./use-calendar";

const dayAt = (x: number, y: number) =>
  document
    .elementsFromPoint(x, y)
    .map((element) => element.closest<HTMLElement>("[data-day]")?.dataset.day)
    .find((day) => day !== undefined) ?? null;

type Carry = (spell: RowSpell, part: "whole" | "from" | "to", days: number) => void;

/** Carrying a record to another day, or pulling its end: the day below the pointer is all that has to be known. */
function useCarry(carry: Carry) {
  const [flight, setFlight] = useState<{ id: string; over: string | null } | null>(null);
  const stop = useRef<(() => void) | null>(null);
  useEffect(() => () => stop.current?.(), []);
  const grab = useCallback(
    (event: PointerEvent<HTMLElement>, spell: RowSpell, part: "whole" | "from" | "to") => {
      if (!drags(event)) return;
      const from = part === "to" ? spell.to : (dayAt(event.clientX, event.clientY) ?? spell.from);
      stop.current = followPointer(event, {
        begun: () => setFlight({ id: spell.id, over: null }),
        moved: (x, y) => setFlight({ id: spell.id, over: dayAt(x, y) }),
        ended: (landed, x, y) => {
          setFlight(null);
          const over = landed ? dayAt(x, y) : null;
          if (over !== null) carry(spell, part, daysBetween(from, over));
        },
      });
    },
    [carry],
  );
  return { flight, grab };
}

function Bar({ title, mode, today, step, go }: BarProps) {
  const { t } = useLanguage();
  return (
    <div className={css.bar}>
      <Button onClick={() => go({ day: today })}>{t("views.today")}</Button>
      <Button type="text" icon={<LeftOutlined />} aria-label={t("views.before")} onClick={() => step(-1)} />
      <Button type="text" icon={<RightOutlined />} aria-label={t("views.after")} onClick={() => step(1)} />
      <h2 className="num" aria-live="polite">
        {title}
      </h2>
      <span className={css.space} />
      <Segmented
        value={mode}
        options={MODES.map((one) => ({ value: one, label: t(`views.modes.${one}`) }))}
        onChange={(next) => go({ mode: next })}
      />
    </div>
  );
}

type BarProps = {
  title: string;
  mode: Mode;
  today: string;
  step: (by: 1 | -1) => void;
  go: (next: { day?: string; mode?: Mode }) => void;
};

/** Records on the days they have. */
export default function CalendarView(props: ViewBodyProps) {
  const { entity, view } = props;
  const { t } = useLanguage();
  const { zone } = useMe().workspace;
  const dates = useMemo(() => datesOf(entity, view, zone), [entity, view, zone]);
  if (!dates) return <Empty title={t("views.broken")} text={t("views.brokenText")} />;
  return <Calendar {...props} dates={dates} />;
}

function titleText(mode: Mode, day: string, language: "zh" | "en"): string {
  if (mode === "day") return formatDate(day, language);
  const month = new Date(`${day}T00:00:00Z`);
  return new Intl.DateTimeFormat(language === "zh" ? "zh-CN" : "en-GB", {
    year: "numeric",
    month: "long",
    timeZone: "UTC",
  }).format(month);
}

function Calendar({ entity, view, query, paint, phone, create, dates }: ViewBodyProps & { dates: Dates }) {
  const { t, language } = useLanguage();
  const today = dayOf(new Date(), dates.zone);
  const { day, mode, go } = useCalendarPlace(today);
  const weeks = weeksShown(mode, day);
  const days = weeks.flat();
  const { spells, more, isError, error, refetch } = useSpells(
    entity,
    query,
    dates,
    days[0] ?? day,
    addDays(days.at(-1) ?? day, 1),
  );
  const { save, dialog } = useSave(entity);
  const latest = useRef(save);
  latest.current = save;
  const carry = useCallback<Carry>(
    (spell, part, by) => {
      const set = carried(spell, part, by, dates);
      if (set) void latest.current({ row: spell.row, set });
    },
    [dates],
  );
  const { flight, grab } = useCarry(carry);
  if (isError) return <Failure error={error} retry={() => void refetch()} />;
  const moves = movable(entity, dates);
  const createOn = entity.rights.create
    ? (on: string) =>
        create({ [dates.from.code]: on.length > 10 ? instantAt(on, dates.zone) : valueOn(dates.from, on, dates.zone) })
    : null;
  const look = lookOf(entity, view, paint);
  const shared = { ...look, spells, today, create: createOn };
  const monthDays = mode === "month" ? days.filter((one) => one.slice(0, 7) === day.slice(0, 7)) : days;
  return (
    <div className={css.calendar}>
      <Bar
        title={titleText(mode, day, language)}
        mode={mode}
        today={today}
        step={(by) => go({ day: stepped(mode, day, by) })}
        go={go}
      />
      {more && <p className={css.notice}>{t("views.calendarMost")}</p>}
      {phone || mode === "day" ? (
        <Agenda {...shared} days={monthDays} />
      ) : mode === "week" && knowsHours(dates) ? (
        <HourWeek {...shared} look={look} days={days} dates={dates} movable={moves} save={save} />
      ) : (
        <MonthGrid
          {...shared}
          weeks={weeks}
          month={mode === "month" ? day : ""}
          over={flight?.over ?? null}
          lifted={flight?.id ?? null}
          grab={moves ? grab : null}
          pulls={moves && dates.to !== undefined}
          nudge={moves ? (spell, by) => carry(spell, "whole", by) : null}
          openDay={(on) => go({ day: on, mode: "day" })}
        />
      )}
      {dialog}
    </div>
  );
}
