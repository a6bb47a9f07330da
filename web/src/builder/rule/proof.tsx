import { useMutation, useQuery } from "@tanstack/react-query";
import { Alert, Button, Segmented, Select } from "antd";
import { useState } from "react";
import { entitiesQuery } from "@/api/catalogue";
import { type Outgoing, type Replay, replayRule, type Trial, tryRule } from "@/api/rules";
import { Failure } from "@/app/failure";
import type { Language } from "@/core/time";
import { useRecords } from "@/expression/expression-input";
import { useFormats } from "@/field/use-formats";
import { useLanguage } from "@/i18n";
import { Outcomes, RecordLink } from "@/rules/outcomes";
import { bars, everyMonth } from "./bars";
import { type RuleDoc, tidy } from "./model";
import drawn from "./proof.module.css";
import css from "./rule.module.css";

type Props = {
  doc: RuleDoc;
  /** Saves what was typed last: what is proved is what is kept. */
  save: () => Promise<boolean>;
};

/** What would have left the house. */
function Sends({ of }: { of: readonly Outgoing[] }) {
  const { t } = useLanguage();
  if (of.length === 0) return null;
  return (
    <section className={drawn.sends} aria-label={t("rules.try.sends")}>
      <h3 className={css.name}>{t("rules.try.sends")}</h3>
      {of.map((one, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: they have no name, and never change
        <article key={at} className={drawn.sent}>
          <div className={drawn.to}>
            {t(`notice.channel.${one.channel}`)} · {one.subject} · {one.to}
          </div>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by the keyboard */}
          <pre className={drawn.text} tabIndex={0}>
            {one.text}
          </pre>
        </article>
      ))}
    </section>
  );
}

function Tried({ trial }: { trial: Trial }) {
  const { t } = useLanguage();
  return (
    <>
      <Alert
        type={trial.fires ? "success" : "info"}
        showIcon
        title={trial.fires ? t("rules.try.fires") : t("rules.try.not")}
      />
      {trial.fires && trial.steps.length === 0 && <p className="faint">{t("rules.try.nothing")}</p>}
      {!trial.fires && trial.steps.length > 0 && <h3 className={css.name}>{t("rules.try.wouldDo")}</h3>}
      <Outcomes steps={trial.steps} would />
      <Sends of={trial.sends} />
    </>
  );
}

/** What the rule would do to a record; it does nothing. */
function TryIt({ doc, save }: Props) {
  const { t } = useLanguage();
  const [search, setSearch] = useState("");
  const [chosen, setChosen] = useState<string | null>(null);
  const records = useRecords(doc.entity, search);
  const record = chosen ?? records.data?.[0]?.value ?? null;
  const trial = useMutation({
    mutationFn: async (id: string) => {
      await save();
      return tryRule(tidy(doc), id);
    },
  });
  return (
    <>
      <p className={css.hint}>{t("rules.try.hint")}</p>
      <Select
        aria-label={t("rules.try.on")}
        placeholder={t("rules.try.on")}
        value={record}
        options={records.data ?? []}
        showSearch={{ filterOption: false, onSearch: setSearch }}
        style={{ width: "100%" }}
        onChange={setChosen}
      />
      <Button
        type="primary"
        ghost
        disabled={record === null}
        loading={trial.isPending}
        onClick={() => record && trial.mutate(record)}
      >
        {t("rules.try.do")}
      </Button>
      {trial.isError && <Failure error={trial.error} />}
      {trial.data && <Tried trial={trial.data} />}
    </>
  );
}

/** "11月", "Nov"; what is longer has no room below a bar. */
const monthText = (month: string, language: Language) =>
  new Intl.DateTimeFormat(language === "zh" ? "zh-CN" : "en-GB", { month: "short", timeZone: "UTC" }).format(
    new Date(`${month}-01T00:00:00Z`),
  );

function Bars({ months }: { months: Replay["byMonth"] }) {
  const { t, language } = useLanguage();
  return (
    <figure className={drawn.figure}>
      <figcaption className={css.hint}>{t("rules.replay.byMonth")}</figcaption>
      <ul className={drawn.bars}>
        {bars(everyMonth(months)).map(({ month, fired, share }) => (
          <li key={month} title={t("rules.replay.bar", { month, n: fired })}>
            <span className="num">{fired}</span>
            <span className={drawn.bar} style={{ height: `${share}%` }} />
            <span className={drawn.month}>{monthText(month, language)}</span>
          </li>
        ))}
      </ul>
    </figure>
  );
}

function Replayed({ replay, entity }: { replay: Replay; entity: string }) {
  const { t } = useLanguage();
  const formats = useFormats();
  return (
    <>
      <Alert
        type={replay.fired > 0 ? "success" : "info"}
        showIcon
        title={replay.fired > 0 ? t("rules.replay.fired", { n: replay.fired }) : t("rules.replay.none")}
      />
      {!replay.whole && <Alert type="warning" showIcon title={t("rules.replay.part")} />}
      {replay.fired > 0 && <Bars months={replay.byMonth} />}
      {replay.records.length > 0 && (
        <>
          <h3 className={css.name}>{t("rules.replay.records")}</h3>
          <ul className={drawn.replayed}>
            {replay.records.map((one) => (
              <li key={`${one.id} ${one.at}`}>
                <RecordLink record={{ entity, id: one.id, title: one.title }} />
                <time className="faint num" dateTime={one.at}>
                  {formats.moment(one.at)}
                </time>
              </li>
            ))}
          </ul>
          {replay.records.length < replay.fired && (
            <p className={css.hint}>{t("rules.replay.more", { n: replay.records.length })}</p>
          )}
        </>
      )}
    </>
  );
}

const MONTHS = [1, 3, 6, 12];

/** How often it would have fired, by what happened; it does nothing. */
function ReplayIt({ doc, save }: Props) {
  const { t } = useLanguage();
  const [months, setMonths] = useState(3);
  const replay = useMutation({
    mutationFn: async () => {
      await save();
      return replayRule(tidy(doc), months);
    },
  });
  if (doc.when.button || doc.when.webhook) return <p className={css.hint}>{t("rules.replay.noPast")}</p>;
  return (
    <>
      <p className={css.hint}>{t("rules.replay.hint")}</p>
      <Select<number>
        aria-label={t("rules.replay.months")}
        value={months}
        options={MONTHS.map((n) => ({ value: n, label: t("rules.replay.monthsOf", { n }) }))}
        onChange={setMonths}
      />
      <Button type="primary" ghost loading={replay.isPending} onClick={() => replay.mutate()}>
        {t("rules.replay.do")}
      </Button>
      {replay.isError && <Failure error={replay.error} />}
      {replay.data && <Replayed replay={replay.data} entity={doc.entity} />}
    </>
  );
}

/** Proves a rule before it is published: on a record, and on what happened. */
export function Proof(props: Props) {
  const { t } = useLanguage();
  const [way, setWay] = useState<"try" | "replay">("try");
  const published = useQuery(entitiesQuery).data?.some((one) => one.code === props.doc.entity) ?? false;
  return (
    <aside className={css.proof} aria-label={t("rules.tool")}>
      <Segmented<"try" | "replay">
        block
        aria-label={t("rules.tool")}
        value={way}
        options={(["try", "replay"] as const).map((value) => ({ value, label: t(`rules.tabs.${value}`) }))}
        onChange={setWay}
      />
      {!published && <p className={css.hint}>{t("rules.try.publish")}</p>}
      {published && (way === "try" ? <TryIt key={props.doc.entity} {...props} /> : <ReplayIt {...props} />)}
    </aside>
  );
}
