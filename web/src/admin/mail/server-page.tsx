import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Alert, Button, Input } from "antd";
import { useId, useState } from "react";
import { keys } from "@/api/keys";
import { type MailServer, mailServerQuery, setMailServer, testMail } from "@/api/mail";
import { Failure } from "@/app/failure";
import { PageSkeleton } from "@/app/skeleton";
import { useToast } from "@/app/toast";
import { useLanguage } from "@/i18n";
import { Bounces } from "./bounces";
import { Line } from "./line";
import { LoginLines } from "./login-lines";
import css from "./mail.module.css";
import { MailFrame } from "./places";
import { draftOf, needsPassword, SENDING, type ServerDraft, wantedOf } from "./server";
import { SiteAddress } from "./site-address";

/** After which time it is asked again how the reading of bounces goes. */
const LOOK_AGAIN = 15_000;

type FormProps = { draft: ServerDraft; set: (draft: ServerDraft) => void; kept: MailServer };

function Form({ draft, set, kept }: FormProps) {
  const { t } = useLanguage();
  return (
    <>
      <LoginLines
        draft={draft}
        set={set}
        ports={SENDING}
        hostHint={t("mail.hostHint")}
        example="smtp.example.com"
        kept={kept.hasPassword}
        again={needsPassword(kept, draft, SENDING)}
      />
      <Line label={t("mail.from")} hint={t("mail.fromHint")}>
        {(id) => (
          <Input
            id={id}
            value={draft.from}
            placeholder="crm@example.com"
            onChange={(event) => set({ ...draft, from: event.target.value })}
          />
        )}
      </Line>
    </>
  );
}

/** Sends a mail by what is kept, and tells what the server said. */
function Trial({ changed, none }: { changed: boolean; none: boolean }) {
  const { t } = useLanguage();
  const toast = useToast();
  const id = useId();
  const [to, setTo] = useState("");
  const trial = useMutation({ mutationFn: () => testMail(to.trim()), onError: toast.failed });
  const result = trial.data;
  return (
    <section className={css.section} aria-label={t("mail.test")}>
      <h2>
        <label htmlFor={id}>{t("mail.test")}</label>
      </h2>
      <p className="muted">{t(changed ? "mail.testSaveFirst" : "mail.testHint")}</p>
      <div className={css.two}>
        <Input
          id={id}
          type="email"
          value={to}
          placeholder="name@example.com"
          onChange={(event) => setTo(event.target.value)}
          onPressEnter={() => to.trim() !== "" && !changed && trial.mutate()}
        />
        <Button disabled={changed || to.trim() === ""} loading={trial.isPending} onClick={() => trial.mutate()}>
          {t("mail.testSend")}
        </Button>
      </div>
      {result && (
        <Alert
          role="status"
          showIcon
          type={result.sent ? "success" : none ? "info" : "error"}
          title={result.sent ? t("mail.testSent") : t("mail.testFailed")}
          description={result.error}
        />
      )}
    </section>
  );
}

function Server({ kept }: { kept: MailServer }) {
  const { t } = useLanguage();
  const toast = useToast();
  const cache = useQueryClient();
  const [draft, set] = useState(() => draftOf(kept));
  const save = useMutation({
    mutationFn: () => setMailServer(wantedOf(draft)),
    onError: toast.failed,
    onSuccess: (next) => {
      cache.setQueryData(keys.mailServer, next);
      set(draftOf(next));
      toast.done(t(next.host === null ? "mail.savedNone" : "mail.saved"));
    },
  });
  const changed = JSON.stringify(draft) !== JSON.stringify(draftOf(kept));
  return (
    <>
      {kept.host === null && <Alert showIcon type="info" title={t("mail.none")} description={t("mail.noneText")} />}
      <section className={css.section} aria-label={t("mail.place.server")}>
        <h2>{t("mail.place.server")}</h2>
        <Form draft={draft} set={set} kept={kept} />
      </section>
      {draft.host.trim() !== "" && <Bounces draft={draft} set={set} kept={kept.bounces} changed={changed} />}
      <div className={css.foot}>
        <Button type="primary" disabled={!changed} loading={save.isPending} onClick={() => save.mutate()}>
          {t("common.save")}
        </Button>
      </div>
      <Trial changed={changed} none={kept.host === null} />
      <SiteAddress />
    </>
  );
}

function Loaded() {
  const kept = useQuery({
    ...mailServerQuery,
    refetchInterval: ({ state }) => (state.data?.bounces ? LOOK_AGAIN : false),
  });
  if (kept.isPending) return <PageSkeleton />;
  if (kept.isError) return <Failure error={kept.error} retry={() => void kept.refetch()} />;
  return <Server kept={kept.data} />;
}

/** By which server mail is sent. */
export function Component() {
  return (
    <MailFrame place="server">
      <Loaded />
    </MailFrame>
  );
}
