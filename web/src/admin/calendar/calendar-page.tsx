import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import { AdminsOnly } from "@/admin/admins-only";
import { calendarQuery, saveCalendar, type WorkCalendar } from "@/api/calendar";
import { Failure } from "@/app/failure";
import { useToast } from "@/app/toast";
import { useLanguage } from "@/i18n";
import css from "./calendar.module.css";
import { DayList } from "./day-list";
import { readDays, writeDays } from "./special-days";
import { WeekHours } from "./week-hours";

/** When the workspace works: what rules and due dates reckon working time by. */
export function Component() {
  const { t } = useLanguage();
  const calendar = useQuery(calendarQuery);
  return (
    <AdminsOnly>
      <div className={css.page}>
        <h1>{t("calendar.title")}</h1>
        <p className="faint">{t("calendar.text")}</p>
        {calendar.isError && <Failure error={calendar.error} retry={() => void calendar.refetch()} />}
        {calendar.data && <CalendarForm saved={calendar.data} />}
      </div>
    </AdminsOnly>
  );
}

export function CalendarForm({ saved }: { saved: WorkCalendar }) {
  const { t } = useLanguage();
  const toast = useToast();
  const cache = useQueryClient();
  const [days, setDays] = useState(saved.days);
  const [holidays, setHolidays] = useState(() => writeDays(saved.holidays));
  const [workdays, setWorkdays] = useState(() => writeDays(saved.workdays));
  const save = useMutation({
    mutationFn: saveCalendar,
    onSuccess: (next) => {
      cache.setQueryData(calendarQuery.queryKey, next);
      setHolidays(writeDays(next.holidays));
      setWorkdays(writeDays(next.workdays));
      toast.done(t("calendar.saved"));
    },
    onError: toast.failed,
  });
  const free = readDays(holidays);
  const worked = readDays(workdays);
  const wrong = free.wrong.length + worked.wrong.length > 0;
  return (
    <>
      <section className={css.block} aria-labelledby="week">
        <h2 id="week">{t("calendar.week")}</h2>
        <WeekHours days={days} change={setDays} />
      </section>
      <DayList
        id="holidays"
        title={t("calendar.holidays")}
        help={t("calendar.holidaysText")}
        sample={t("calendar.holidaysSample")}
        text={holidays}
        change={setHolidays}
      />
      <DayList
        id="workdays"
        title={t("calendar.workdays")}
        help={t("calendar.workdaysText")}
        sample={t("calendar.workdaysSample")}
        text={workdays}
        change={setWorkdays}
      />
      <Button
        type="primary"
        className={css.save}
        disabled={wrong}
        loading={save.isPending}
        onClick={() => save.mutate({ days, holidays: free.days, workdays: worked.days })}
      >
        {t("common.save")}
      </Button>
    </>
  );
}
