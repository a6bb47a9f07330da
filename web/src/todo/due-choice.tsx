import { CalendarOutlined } from "@ant-design/icons";
import { Button, DatePicker, Dropdown } from "antd";
import dayjs from "dayjs";
import { useState } from "react";
import { dayOf } from "@/core/time";
import { useFormats } from "@/field/use-formats";
import { useLanguage } from "@/i18n";
import { dueDays, type Now } from "./todo";
import css from "./todo.module.css";

type Props = { day: string | null; now: Now; change: (day: string | null) => void };

/** The day something is due on, by one press: today, tomorrow, Monday, or any other. */
export function DueChoice({ day: chosen, now, change }: Props) {
  const { t } = useLanguage();
  const formats = useFormats();
  const [picking, setPicking] = useState(false);
  const today = dayOf(now.moment, now.zone);
  if (picking) {
    return (
      <DatePicker
        autoFocus
        open
        aria-label={t("todo.pickDay")}
        minDate={dayjs(today)}
        onOpenChange={(open) => !open && setPicking(false)}
        onChange={(day) => {
          setPicking(false);
          if (day) change(day.format("YYYY-MM-DD"));
        }}
      />
    );
  }
  const items = [
    ...dueDays(today).map(({ key, day }) => ({
      key,
      label: (
        <span className={css.option}>
          {t(`todo.day.${key}`)} <span className="faint num">{formats.date(day)}</span>
        </span>
      ),
      onClick: () => change(day),
    })),
    { key: "pick", label: t("todo.pickDay"), onClick: () => setPicking(true) },
    ...(chosen === null ? [] : [{ key: "none", label: t("todo.noDue"), onClick: () => change(null) }]),
  ];
  const text = chosen === null ? t("todo.due") : chosen === today ? t("todo.day.today") : formats.date(chosen);
  return (
    <Dropdown menu={{ items }} trigger={["click"]}>
      <Button icon={<CalendarOutlined />} className="num">
        {text}
      </Button>
    </Dropdown>
  );
}
