import { Checkbox, InputNumber, Radio, Select } from "antd";
import type { ReactNode } from "react";
import type { Demand, SecuritySettings } from "@/api/security";
import { useLanguage } from "@/i18n";
import css from "./security.module.css";

type Part<T> = { value: T; change: (next: T) => void };

function Line({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className={css.line}>
      <span className={css.label}>{label}</span>
      {children}
    </div>
  );
}

/** A number with its bounds; what is emptied stays as it was. */
function Count({ label, value, min, max, change }: Part<number> & { label: string; min: number; max: number }) {
  return (
    <InputNumber
      aria-label={label}
      value={value}
      min={min}
      max={max}
      precision={0}
      style={{ width: 88 }}
      onChange={(next) => next !== null && change(next)}
    />
  );
}

const DEMANDS: Demand[] = ["none", "admins", "all"];

/** Of whom a second factor is demanded. */
export function FactorDemand({ value, change }: Part<Demand>) {
  const { t } = useLanguage();
  return (
    <section className={css.section} aria-label={t("security.factor.title")}>
      <h2>{t("security.factor.title")}</h2>
      <p className="muted">{t("security.factor.lead")}</p>
      <Radio.Group
        vertical
        aria-label={t("security.factor.title")}
        value={value}
        onChange={(event) => change(event.target.value as Demand)}
        options={DEMANDS.map((each) => ({ value: each, label: t(`security.factor.${each}`) }))}
      />
    </section>
  );
}

const USUAL_EXPIRY = 180;

/** What passwords must be like. */
export function Passwords({ value, change }: Part<SecuritySettings["password"]>) {
  const { t } = useLanguage();
  const expires = value.expireDays !== null;
  return (
    <section className={css.section} aria-label={t("security.password.title")}>
      <h2>{t("security.password.title")}</h2>
      <p className="muted">{t("security.password.lead")}</p>
      <Line label={t("security.password.shortest")}>
        <Count
          label={t("security.password.shortest")}
          min={8}
          max={16}
          value={value.shortest}
          change={(shortest) => change({ ...value, shortest })}
        />
        {t("security.password.signs")}
      </Line>
      <Line label={t("security.password.history")}>
        <Count
          label={t("security.password.history")}
          min={0}
          max={10}
          value={value.history}
          change={(history) => change({ ...value, history })}
        />
        {t("security.password.passwords")}
      </Line>
      <Line label="">
        <Checkbox
          checked={expires}
          onChange={(event) => change({ ...value, expireDays: event.target.checked ? USUAL_EXPIRY : null })}
        >
          {t("security.password.expires")}
        </Checkbox>
        {value.expireDays !== null && (
          <>
            {t("security.password.every")}
            <Count
              label={t("security.password.days")}
              min={7}
              max={730}
              value={value.expireDays}
              change={(expireDays) => change({ ...value, expireDays })}
            />
            {t("security.password.days")}
          </>
        )}
      </Line>
      {expires && <p className="faint">{t("security.password.expireHint")}</p>}
    </section>
  );
}

const HOUR = 60;
const DAY = 24 * HOUR;
const IDLE = {
  15: "minutes15",
  [HOUR]: "hour",
  [8 * HOUR]: "hours8",
  [DAY]: "day",
  [7 * DAY]: "days7",
  [30 * DAY]: "days30",
} as const;
const USUAL_LIMIT = 90;

/** How long somebody stays signed in. */
export function SessionLife({ value, change }: Part<SecuritySettings["sessions"]>) {
  const { t } = useLanguage();
  const choices = [...new Set([...Object.keys(IDLE).map(Number), value.idleMinutes])].sort((a, b) => a - b);
  const named = (minutes: number) => {
    const name = (IDLE as Record<number, (typeof IDLE)[keyof typeof IDLE]>)[minutes];
    return name ? t(`security.sessions.${name}`) : t("security.sessions.other", { n: String(minutes) });
  };
  return (
    <section className={css.section} aria-label={t("security.sessions.title")}>
      <h2>{t("security.sessions.title")}</h2>
      <p className="muted">{t("security.sessions.lead")}</p>
      <Line label={t("security.sessions.idle")}>
        <Select
          aria-label={t("security.sessions.idle")}
          style={{ width: 140 }}
          value={value.idleMinutes}
          onChange={(idleMinutes) => change({ ...value, idleMinutes })}
          options={choices.map((each) => ({ value: each, label: named(each) }))}
        />
      </Line>
      <Line label={t("security.sessions.limit")}>
        <Checkbox
          aria-label={t("security.sessions.limitOn")}
          checked={value.longestDays !== null}
          onChange={(event) => change({ ...value, longestDays: event.target.checked ? USUAL_LIMIT : null })}
        />
        {value.longestDays !== null && (
          <>
            <Count
              label={t("security.sessions.limit")}
              min={1}
              max={365}
              value={value.longestDays}
              change={(longestDays) => change({ ...value, longestDays })}
            />
            {t("security.sessions.days")}
          </>
        )}
      </Line>
    </section>
  );
}
