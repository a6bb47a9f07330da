import { DeleteOutlined, PlusOutlined } from "@ant-design/icons";
import { Button, Checkbox, Input } from "antd";
import { WEEKDAYS, type Weekday, type WorkCalendar } from "@/api/calendar";
import { useLanguage } from "@/i18n";
import css from "./calendar.module.css";
import { shown, withDay, withEnd, withMore, without } from "./week";

type Props = { days: WorkCalendar["days"]; change: (days: WorkCalendar["days"]) => void };

/** The hours of each day of the week. */
export function WeekHours({ days, change }: Props) {
  const { t } = useLanguage();
  return (
    <ul className={css.week} aria-label={t("calendar.week")}>
      {WEEKDAYS.map((day) => (
        <li key={day}>
          <Checkbox
            checked={(days[day] ?? []).length > 0}
            onChange={(event) => change(withDay(days, day, event.target.checked))}
          >
            {t(`calendar.${day}`)}
          </Checkbox>
          <Hours day={day} days={days} change={change} />
        </li>
      ))}
    </ul>
  );
}

function Hours({ day, days, change }: Props & { day: Weekday }) {
  const { t } = useLanguage();
  const stretches = days[day] ?? [];
  const called = t(`calendar.${day}`);
  if (stretches.length === 0) return <span className="faint">{t("calendar.free")}</span>;
  return (
    <div className={css.hours}>
      {stretches.map(([from, to], at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a stretch is its place in the day
        <span key={at} className={css.stretch}>
          <Input
            type="time"
            aria-label={t("calendar.from", { day: called })}
            value={from}
            onChange={(event) => change(withEnd(days, day, at, 0, event.target.value))}
          />
          –
          <Input
            type="time"
            aria-label={t("calendar.to", { day: called })}
            value={shown(to)}
            onChange={(event) => change(withEnd(days, day, at, 1, event.target.value))}
          />
          {stretches.length > 1 && (
            <Button
              type="text"
              icon={<DeleteOutlined />}
              aria-label={t("calendar.drop", { day: called })}
              onClick={() => change(without(days, day, at))}
            />
          )}
        </span>
      ))}
      {stretches.length < 6 && (
        <Button
          type="text"
          icon={<PlusOutlined />}
          aria-label={t("calendar.more", { day: called })}
          title={t("calendar.more", { day: called })}
          onClick={() => change(withMore(days, day))}
        />
      )}
    </div>
  );
}
