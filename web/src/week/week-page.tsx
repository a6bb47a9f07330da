import { useSearchParams } from "react-router";
import { useZone } from "@/app/signed-in";
import { dayOf } from "@/core/time";
import { useLanguage } from "@/i18n";
import css from "./week.module.css";
import { WeekView } from "./week-view";

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** One's own week as a page; which week stands in the address. */
export function Component() {
  const { t } = useLanguage();
  const today = dayOf(new Date(), useZone());
  const [params, setParams] = useSearchParams();
  const asked = params.get("day") ?? "";
  const day = DAY.test(asked) && !Number.isNaN(Date.parse(asked)) ? asked : today;
  return (
    <div className={css.page}>
      <h1>{t("week.title")}</h1>
      <WeekView start={day} changed={(monday) => setParams({ day: monday }, { replace: true })} />
    </div>
  );
}
