import { useQueryClient } from "@tanstack/react-query";
import { Button, Input, Segmented } from "antd";
import { useId, useState } from "react";
import { keys } from "@/api/keys";
import { createRecord, updateRecord } from "@/api/records";
import type { EntityInfo, FieldInfo, Row } from "@/api/types";
import { useZone } from "@/app/signed-in";
import { useToast } from "@/app/toast";
import { addDays, dayOf, instantAt } from "@/core/time";
import { kindOf } from "@/field/registry";
import { labelText, useLanguage } from "@/i18n";
import { type ActivityLog, activityValues, followedValues, type Logged } from "./activities";
import css from "./timeline.module.css";

/** A working day begins; what is due on a day is due then where a moment is asked for. */
const MORNING = "09:00";
const AHEAD = [
  { days: 1, text: "tomorrow" },
  { days: 3, text: "inThreeDays" },
  { days: 7, text: "inAWeek" },
] as const;

const blank = (log: ActivityLog): Logged => ({
  kind: log.kind?.options?.[0]?.code ?? null,
  text: "",
  nextStep: "",
  nextAt: null,
});

type Props = {
  log: ActivityLog;
  entity: EntityInfo;
  target: Row;
  /** Called once it is logged. */
  done?: () => void;
  autoFocus?: boolean;
};

function useLog({ log, entity, target, done }: Props) {
  const { t } = useLanguage();
  const toast = useToast();
  const cache = useQueryClient();
  const [logged, setLogged] = useState(() => blank(log));
  const [busy, setBusy] = useState(false);
  const submit = async () => {
    if (logged.text.trim() === "" || busy) return;
    setBusy(true);
    try {
      await createRecord(log.entity.code, activityValues(log, target, logged, new Date().toISOString()));
      setLogged({ ...blank(log), kind: logged.kind });
      const follow = followedValues(entity, logged);
      if (Object.keys(follow).length > 0) await updateRecord(entity.code, target.id, target.version, follow);
      toast.done(t("timeline.logged"));
      done?.();
    } catch (error) {
      toast.failed(error);
    } finally {
      setBusy(false);
      await Promise.all(
        [log.entity.code, entity.code].map((code) => cache.invalidateQueries({ queryKey: keys.records(code) })),
      );
    }
  };
  return { logged, change: (part: Partial<Logged>) => setLogged((old) => ({ ...old, ...part })), busy, submit };
}

type NextProps = { field: FieldInfo; value: string | null; change: (value: string | null) => void };

/** When to come back: a day by one click, or any. */
function NextAt({ field, value, change }: NextProps) {
  const { t, language } = useLanguage();
  const zone = useZone();
  const id = useId();
  const { Input: DateInput } = kindOf(field);
  const today = dayOf(new Date(), zone);
  const after = (days: number) => {
    const day = addDays(today, days);
    return field.type === "datetime" ? instantAt(`${day}T${MORNING}`, zone) : day;
  };
  return (
    <div className={css.next}>
      <label htmlFor={id} className="muted">
        {labelText(field.label, language)}
      </label>
      {DateInput && (
        <DateInput
          id={id}
          field={{ ...field, required: false }}
          value={value}
          onChange={(picked) => change(typeof picked === "string" ? picked : null)}
        />
      )}
      <span className={css.ahead}>
        {AHEAD.map(({ days, text }) => (
          <Button key={days} size="small" type="text" onClick={() => change(after(days))}>
            {t(`timeline.${text}`)}
          </Button>
        ))}
      </span>
    </div>
  );
}

/** Logs what was done and what comes next, in one step. */
export function ActivityInput(props: Props) {
  const { log } = props;
  const { t, language } = useLanguage();
  const { logged, change, busy, submit } = useLog(props);
  const kinds = log.kind?.options ?? [];
  return (
    <div className={css.activity}>
      {kinds.length > 0 && (
        <Segmented
          size="small"
          aria-label={log.kind && labelText(log.kind.label, language)}
          value={logged.kind ?? ""}
          options={kinds.map((one) => ({ value: one.code, label: labelText(one.label, language) }))}
          onChange={(kind) => change({ kind: String(kind) })}
        />
      )}
      <Input.TextArea
        aria-label={labelText(log.text.label, language)}
        placeholder={t("timeline.textHint")}
        autoSize={{ minRows: 2, maxRows: 10 }}
        autoFocus={props.autoFocus}
        value={logged.text}
        onChange={(event) => change({ text: event.target.value })}
        onKeyDown={(event) => {
          if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) void submit();
        }}
      />
      {logged.text !== "" && (
        <>
          {log.nextStep && (
            <Input
              aria-label={labelText(log.nextStep.label, language)}
              placeholder={labelText(log.nextStep.label, language)}
              value={logged.nextStep}
              onChange={(event) => change({ nextStep: event.target.value })}
            />
          )}
          {log.nextAt && <NextAt field={log.nextAt} value={logged.nextAt} change={(nextAt) => change({ nextAt })} />}
        </>
      )}
      <div className={css.buttons}>
        <Button
          type="primary"
          size="small"
          disabled={logged.text.trim() === ""}
          loading={busy}
          onClick={() => void submit()}
        >
          {t("timeline.log")}
        </Button>
      </div>
    </div>
  );
}
