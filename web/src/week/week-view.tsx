import { LeftOutlined, RightOutlined } from "@ant-design/icons";
import { Button, Skeleton } from "antd";
import { useState } from "react";
import { Link } from "react-router";
import { Empty } from "@/app/empty";
import { Failure } from "@/app/failure";
import { useZone } from "@/app/signed-in";
import { Later } from "@/app/skeleton";
import { usePhone } from "@/app/use-phone";
import { HourGrid, type HourItem } from "@/calendar/hour-grid";
import { clockOf } from "@/core/hours";
import { mondayOf, weekFrom } from "@/core/month";
import { addDays, dayOf, formatDate, wallClock, weekday } from "@/core/time";
import { useLanguage } from "@/i18n";
import { useReschedule, useWeek } from "./use-week";
import css from "./week.module.css";

function Bar({ monday, go, today }: { monday: string; go: (monday: string) => void; today: string }) {
  const { t, language } = useLanguage();
  return (
    <div className={css.bar}>
      <Button onClick={() => go(mondayOf(today))}>{t("week.thisWeek")}</Button>
      <Button
        type="text"
        icon={<LeftOutlined />}
        aria-label={t("week.before")}
        onClick={() => go(addDays(monday, -7))}
      />
      <Button
        type="text"
        icon={<RightOutlined />}
        aria-label={t("week.after")}
        onClick={() => go(addDays(monday, 7))}
      />
      <span className="num">
        {formatDate(monday, language)} – {formatDate(addDays(monday, 6), language)}
      </span>
      <span className={css.space} />
      <span className={css.legend}>
        <i style={{ background: "var(--hue-orange-dot)" }} /> {t("week.due")}
      </span>
      <span className={css.legend}>
        <i style={{ background: "var(--hue-blue-dot)" }} /> {t("week.done")}
      </span>
    </div>
  );
}

/** The week of a phone: day after day, what there is. */
function DayList({ days, items, today }: { days: string[]; items: readonly HourItem[]; today: string }) {
  const { t, language } = useLanguage();
  const names = t("views.weekdays").split(" ");
  const order = (item: HourItem) => item.start ?? -1;
  return (
    <div className={css.days}>
      {days.map((day) => {
        const here = items.filter((item) => item.day === day).sort((a, b) => order(a) - order(b));
        return (
          <section key={day} aria-label={formatDate(day, language)}>
            <h3 className={day === today ? css.today : undefined}>
              {names[weekday(day) - 1]} <span className="num">{formatDate(day, language)}</span>
            </h3>
            {here.length === 0 && <p className="faint">{t("views.emptyDay")}</p>}
            {here.map((item) => (
              <Link
                key={item.key}
                to={item.to}
                className={css.entry}
                style={{ background: `var(--hue-${item.hue}-back)`, color: `var(--hue-${item.hue}-text)` }}
              >
                <span className="num">{item.start === null ? t("week.allDay") : clockOf(item.start)}</span>
                <span className="ellipsis">{item.name}</span>
              </Link>
            ))}
          </section>
        );
      })}
    </div>
  );
}

/**
 * One's own week: what is due and what was done, across entities.
 *
 * @param low for a card: as high as a card may be, always the present week at first
 */
export function WeekView({
  low,
  start,
  changed,
}: {
  low?: boolean;
  start?: string;
  changed?: (monday: string) => void;
}) {
  const { t } = useLanguage();
  const phone = usePhone();
  const zone = useZone();
  const today = dayOf(new Date(), zone);
  const [shown, show] = useState(today);
  const monday = mondayOf(start ?? shown);
  const week = useWeek(monday);
  const move = useReschedule(week);
  const go = (next: string) => {
    show(next);
    changed?.(next);
  };
  if (week.pending) {
    return (
      <Later>
        <Skeleton active title={false} paragraph={{ rows: 6 }} />
      </Later>
    );
  }
  if (week.error) return <Failure error={week.error} retry={week.retry} />;
  if (week.dated.length === 0) return <Empty title={t("week.none")} text={t("week.noneText")} />;
  const days = weekFrom(monday);
  const items = week.found.map((one) => one.item);
  return (
    <div className={low ? css.lowWeek : css.wholeWeek}>
      <Bar monday={monday} go={go} today={today} />
      {week.more && <p className={css.notice}>{t("views.calendarMost")}</p>}
      {phone ? (
        <DayList days={days} items={items} today={today} />
      ) : (
        <HourGrid
          days={days}
          items={items}
          today={today}
          now={wallClock(new Date(), zone).slice(11, 16)}
          move={(item, to) => void move(item, to)}
          low={low}
        />
      )}
    </div>
  );
}
