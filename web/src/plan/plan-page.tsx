import { useZone } from "@/app/signed-in";
import { dayOf } from "@/core/time";
import { useFormats } from "@/field/use-formats";
import { useLanguage } from "@/i18n";
import css from "./plan.module.css";
import { PlanList } from "./plan-list";

/** The follow-up plan as a page of its own. */
export function Component() {
  const { t } = useLanguage();
  const formats = useFormats();
  const today = dayOf(new Date(), useZone());
  return (
    <div className={css.page}>
      <div className={css.head}>
        <h1>{t("plan.title")}</h1>
        <span className="muted num">{formats.date(today)}</span>
      </div>
      <div className={css.panel}>
        <PlanList />
      </div>
    </div>
  );
}
