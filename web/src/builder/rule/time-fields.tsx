import { Checkbox, Input, Select } from "antd";
import { labelText, useLanguage } from "@/i18n";
import { FieldChoice } from "./field-values";
import { Labelled } from "./labelled";
import { type Scheduled, SPANS } from "./model";
import css from "./rule.module.css";
import { useRule } from "./rule-context";
import { SpanInput } from "./span-input";
import { datedFields, WEEKDAYS } from "./triggers";
import { useSaid } from "./use-said";

function TimeInput({ value, set, label }: { value: string | undefined; set: (at: string) => void; label: string }) {
  return (
    <Input
      type="time"
      aria-label={label}
      style={{ width: 120 }}
      value={value ?? "09:00"}
      onChange={(event) => event.target.value !== "" && set(event.target.value)}
    />
  );
}

const OFFSETS = ["minutes", "hours", "days"] as const;

export function DateFields() {
  const { t } = useLanguage();
  const { scope } = useRule();
  const { said, set } = useSaid("date");
  const offset = said.offset ?? {};
  const unit = SPANS.find((one) => offset[one] !== undefined);
  const amount = unit === undefined ? 0 : (offset[unit] ?? 0);
  const way = amount === 0 ? "on" : amount < 0 ? "before" : "after";
  const put = (next: "on" | "before" | "after", span = { [unit ?? "days"]: Math.abs(amount) || 1 }) => {
    const [[name, number] = ["days", 1]] = Object.entries(span);
    set({ offset: next === "on" ? undefined : { [name]: next === "before" ? -number : number } }, "offset");
  };
  return (
    <>
      <Labelled label={t("rule.field")}>
        {(id) => (
          <FieldChoice
            id={id}
            fields={datedFields(scope.target.fields)}
            value={said.field}
            set={(code = "") => set({ field: code })}
          />
        )}
      </Labelled>
      <fieldset className={css.inline}>
        <legend>{t("rule.trigger")}</legend>
        <Select<"on" | "before" | "after">
          aria-label={t("rule.trigger")}
          value={way}
          style={{ width: 110 }}
          options={(["before", "on", "after"] as const).map((one) => ({ value: one, label: t(`rule.${one}`) }))}
          onChange={(next) => put(next)}
        />
        {way !== "on" && (
          <SpanInput
            label={t(`rule.${way}`)}
            units={OFFSETS}
            span={offset}
            set={(span) => put(way, span as Record<string, number>)}
          />
        )}
        <TimeInput label={t("rule.moment")} value={said.at} set={(at) => set({ at }, "at")} />
      </fieldset>
      <div className={css.inline}>
        <Checkbox
          checked={said.each_year === true}
          onChange={(event) =>
            set(event.target.checked ? { each_year: true } : { each_year: undefined, lunar: undefined })
          }
        >
          {t("rule.eachYear")}
        </Checkbox>
        {said.each_year && (
          <Checkbox
            checked={said.lunar === true}
            onChange={(event) => set({ lunar: event.target.checked || undefined })}
          >
            {t("rule.lunar")}
          </Checkbox>
        )}
      </div>
    </>
  );
}

export function IdleFields() {
  const { t, language } = useLanguage();
  const { scope } = useRule();
  const { said, set } = useSaid("idle");
  const dated = datedFields(scope.target.fields).filter(({ code }) => code !== "updated_at");
  return (
    <>
      <Labelled label={t("rule.since")}>
        {(id) => (
          <Select<string>
            id={id}
            showSearch={{ optionFilterProp: "label" }}
            value={said.since ?? "change"}
            options={[
              { value: "change", label: t("rule.sinceChange") },
              { value: "follow_up", label: t("rule.sinceFollowUp") },
              ...dated.map(({ code, label }) => ({ value: code, label: labelText(label, language) })),
            ]}
            onChange={(since) => set({ since })}
          />
        )}
      </Labelled>
      <Labelled label={t("rule.amount")}>
        {(id) => (
          <SpanInput
            id={id}
            label={t("rule.amount")}
            units={["days", "hours", "working_days", "working_hours"]}
            span={said.for}
            set={(span) => set({ for: span }, "for")}
          />
        )}
      </Labelled>
    </>
  );
}

const LONGEST_MONTH = 31;
const MONTH_DAYS = [...Array.from({ length: LONGEST_MONTH }, (_, at) => at + 1), -1];
const EVERY = ["hour", "day", "week", "month"] as const;
const FIRST_DAYS: Partial<Record<Scheduled["every"], (string | number)[]>> = { week: ["mon"], month: [1] };

export function ScheduleFields() {
  const { t } = useLanguage();
  const { said, set } = useSaid("schedule");
  const dayName = (day: number) => (day === -1 ? t("rule.saying.lastDay") : t("rule.saying.dayOfMonth", { day }));
  const days =
    said.every === "week"
      ? WEEKDAYS.map((day) => ({ value: day as string | number, label: t(`rule.weekday.${day}`) }))
      : MONTH_DAYS.map((day) => ({ value: day as string | number, label: dayName(day) }));
  return (
    <>
      <fieldset className={css.inline}>
        <legend>{t("rule.every")}</legend>
        <Select<Scheduled["every"]>
          aria-label={t("rule.every")}
          value={said.every}
          style={{ width: 120 }}
          options={EVERY.map((every) => ({ value: every, label: t(`rule.everyOf.${every}`) }))}
          onChange={(every) => set({ every, on: FIRST_DAYS[every] })}
        />
        <TimeInput label={t("rule.moment")} value={said.at} set={(at) => set({ at }, "at")} />
        <Checkbox
          checked={said.working_days === true}
          onChange={(event) => set({ working_days: event.target.checked || undefined })}
        >
          {t("rule.workingDays")}
        </Checkbox>
      </fieldset>
      {(said.every === "week" || said.every === "month") && (
        <Labelled label={t("rule.onDays")}>
          {(id) => (
            <Select<(string | number)[]>
              id={id}
              mode="multiple"
              showSearch={{ optionFilterProp: "label" }}
              value={said.on ?? []}
              options={days}
              onChange={(on) => set({ on })}
            />
          )}
        </Labelled>
      )}
    </>
  );
}
