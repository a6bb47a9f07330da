import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Button, Checkbox, Input, Select, TimePicker } from "antd";
import dayjs from "dayjs";
import { useId, useState } from "react";
import { keys } from "@/api/keys";
import { type NoticePreferences, noticePreferencesQuery, type Pace, setNoticePreferences, TOPICS } from "@/api/notices";
import { Failure } from "@/app/failure";
import { PageSkeleton } from "@/app/skeleton";
import { useToast } from "@/app/toast";
import { useLanguage } from "@/i18n";
import security from "@/security/security.module.css";
import css from "./notice.module.css";
import { gathers, paceOf, pacesOf, wantedOf, withPace } from "./preferences";

type Part = { wanted: NoticePreferences; change: (part: Partial<NoticePreferences>) => void };

const USUAL_QUIET = { from: "22:00", to: "08:00" };

/** Of what one is told, and by which ways. */
function Topics({ wanted, change }: Part) {
  const { t } = useLanguage();
  const { topics, channels } = wanted;
  return (
    <section className={security.section} aria-label={t("notice.own.topics")}>
      <h2>{t("notice.own.topics")}</h2>
      <table className={css.matrix}>
        <thead>
          <tr>
            <th scope="col">
              <span className="visually-hidden">{t("notice.own.what")}</span>
            </th>
            {channels.map((channel) => (
              <th key={channel} scope="col">
                {t(`notice.channel.${channel}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {TOPICS.map((topic) => (
            <tr key={topic}>
              <th scope="row">
                {t(`notice.topic.${topic}`)}
                <div className="faint">{t(`notice.topicHint.${topic}`)}</div>
              </th>
              {channels.map((channel) => (
                <td key={channel}>
                  <span className={css.way}>{t(`notice.channel.${channel}`)}</span>
                  <Select<Pace>
                    className={css.pace}
                    aria-label={`${t(`notice.topic.${topic}`)} ${t(`notice.channel.${channel}`)}`}
                    value={paceOf(topics, topic, channel)}
                    options={pacesOf(channel).map((value) => ({ value, label: t(`notice.pace.${value}`) }))}
                    onChange={(pace) => change({ topics: withPace(topics, topic, channel, pace) })}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Clock({ label, value, change }: { label: string; value: string; change: (time: string) => void }) {
  return (
    <TimePicker
      aria-label={label}
      allowClear={false}
      needConfirm={false}
      format="HH:mm"
      minuteStep={15}
      style={{ width: 96 }}
      value={dayjs(`2000-01-01T${value}`)}
      onChange={(time) => time && change(time.format("HH:mm"))}
    />
  );
}

/** When nothing is sent, and when that which is gathered is. */
function Times({ wanted, change }: Part) {
  const { t } = useLanguage();
  const { quiet } = wanted;
  return (
    <section className={security.section} aria-label={t("notice.own.times")}>
      <h2>{t("notice.own.times")}</h2>
      <p className="muted">{t("notice.own.quietHint")}</p>
      <div className={security.line}>
        <Checkbox
          checked={quiet !== null}
          onChange={(event) => change({ quiet: event.target.checked ? USUAL_QUIET : null })}
        >
          {t("notice.own.quiet")}
        </Checkbox>
        {quiet && (
          <>
            <Clock
              label={t("notice.own.quietFrom")}
              value={quiet.from}
              change={(from) => change({ quiet: { ...quiet, from } })}
            />
            {t("notice.own.until")}
            <Clock
              label={t("notice.own.quietTo")}
              value={quiet.to}
              change={(to) => change({ quiet: { ...quiet, to } })}
            />
          </>
        )}
      </div>
      {gathers(wanted) && (
        <div className={security.line}>
          {t("notice.own.digestAt")}
          <Clock
            label={t("notice.own.digestAt")}
            value={wanted.digest_at}
            change={(digest_at) => change({ digest_at })}
          />
        </div>
      )}
    </section>
  );
}

function Address({ wanted, change }: Part) {
  const { t } = useLanguage();
  const id = useId();
  const { address, usualAddress } = wanted;
  return (
    <section className={security.section} aria-label={t("notice.own.address")}>
      <h2>
        <label htmlFor={id}>{t("notice.own.address")}</label>
      </h2>
      <p className="muted">
        {usualAddress === null ? t("notice.own.noAddress") : t("notice.own.addressHint", { address: usualAddress })}
      </p>
      <Input
        id={id}
        type="email"
        autoComplete="email"
        style={{ maxWidth: 360 }}
        placeholder={usualAddress ?? "name@example.com"}
        value={address ?? ""}
        onChange={(event) => change({ address: event.target.value })}
      />
    </section>
  );
}

function Preferences({ kept }: { kept: NoticePreferences }) {
  const { t } = useLanguage();
  const toast = useToast();
  const cache = useQueryClient();
  const [wanted, setWanted] = useState(kept);
  const change = (part: Partial<NoticePreferences>) => setWanted((old) => ({ ...old, ...part }));
  const save = useMutation({
    mutationFn: () => setNoticePreferences(wantedOf(wanted)),
    onError: toast.failed,
    onSuccess: (next) => {
      cache.setQueryData(keys.noticePreferences, next);
      setWanted(next);
      toast.done(t("notice.own.saved"));
    },
  });
  const unchanged = JSON.stringify(wantedOf(wanted)) === JSON.stringify(wantedOf(kept));
  return (
    <>
      <Topics wanted={wanted} change={change} />
      <Times wanted={wanted} change={change} />
      {wanted.channels.includes("mail") && <Address wanted={wanted} change={change} />}
      <div className={security.foot}>
        <Button type="primary" disabled={unchanged} loading={save.isPending} onClick={() => save.mutate()}>
          {t("common.save")}
        </Button>
      </div>
    </>
  );
}

/** Of what this person is told, how and when. */
export function Component() {
  const { t } = useLanguage();
  const kept = useQuery(noticePreferencesQuery);
  if (kept.isPending) return <PageSkeleton />;
  if (kept.isError) return <Failure error={kept.error} retry={() => void kept.refetch()} />;
  return (
    <div className={security.page}>
      <header>
        <h1>{t("notice.own.title")}</h1>
        <p className="muted">{t("notice.own.lead")}</p>
      </header>
      <Preferences kept={kept.data} />
    </div>
  );
}
