import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Alert, Button, Input, Switch } from "antd";
import { useId } from "react";
import { keys } from "@/api/keys";
import { type BounceMailbox, testMailbox } from "@/api/mail";
import { useToast } from "@/app/toast";
import { useFormats } from "@/field/use-formats";
import { useLanguage } from "@/i18n";
import { Line } from "./line";
import { LoginLines } from "./login-lines";
import css from "./mail.module.css";
import { firstMailbox, type MailboxDraft, mailboxOf, needsPassword, READING, type ServerDraft } from "./server";

type FormProps = { draft: MailboxDraft; set: (draft: MailboxDraft) => void; kept: BounceMailbox | null };

function Form({ draft, set, kept }: FormProps) {
  const { t } = useLanguage();
  return (
    <>
      <LoginLines
        draft={draft}
        set={set}
        ports={READING}
        example="imap.example.com"
        kept={kept?.hasPassword ?? false}
        again={needsPassword(kept, draft, READING)}
      />
      <Line label={t("mail.bounces.folder")}>
        {(id) => (
          <Input
            id={id}
            value={draft.folder}
            maxLength={200}
            placeholder="INBOX"
            onChange={(event) => set({ ...draft, folder: event.target.value })}
          />
        )}
      </Line>
    </>
  );
}

/** How it stands with the reading, by what the server told last. */
function Standing({ kept }: { kept: BounceMailbox }) {
  const { t } = useLanguage();
  const formats = useFormats();
  if (kept.error !== null && kept.failedAt !== null)
    return (
      <Alert
        showIcon
        type="error"
        title={t("mail.bounces.failed", { when: formats.moment(kept.failedAt) })}
        description={kept.error}
      />
    );
  return (
    <p className="muted">
      {kept.readAt === null ? t("mail.bounces.never") : t("mail.bounces.read", { when: formats.moment(kept.readAt) })}
    </p>
  );
}

/** How it stands, and a press that opens the mailbox by what is kept: what the server says then is the newest. */
function Reading({ kept, changed }: { kept: BounceMailbox; changed: boolean }) {
  const { t } = useLanguage();
  const toast = useToast();
  const cache = useQueryClient();
  const trial = useMutation({
    mutationFn: testMailbox,
    onError: toast.failed,
    onSettled: () => cache.invalidateQueries({ queryKey: keys.mailServer }),
  });
  const result = changed ? undefined : trial.data;
  return (
    <>
      {result ? (
        <Alert
          role="status"
          showIcon
          type={result.opened ? "success" : "error"}
          title={t(result.opened ? "mail.bounces.opened" : "mail.bounces.notOpened")}
          description={result.error}
        />
      ) : (
        <Standing kept={kept} />
      )}
      <div>
        <Button disabled={changed} loading={trial.isPending} onClick={() => trial.mutate()}>
          {t("mail.bounces.test")}
        </Button>
        {changed && <p className="faint">{t("mail.bounces.testSaveFirst")}</p>}
      </div>
    </>
  );
}

type Props = {
  draft: ServerDraft;
  set: (draft: ServerDraft) => void;
  kept: BounceMailbox | null;
  changed: boolean;
};

/** Where mails arrive that come back later, if they shall be read. */
export function Bounces({ draft, set, kept, changed }: Props) {
  const { t } = useLanguage();
  const id = useId();
  const { bounces } = draft;
  return (
    <section className={css.section} aria-label={t("mail.bounces.title")}>
      <div className={css.headed}>
        <h2>
          <label htmlFor={id}>{t("mail.bounces.title")}</label>
        </h2>
        <Switch
          id={id}
          checked={bounces !== null}
          onChange={(on) => set({ ...draft, bounces: on ? (mailboxOf(kept) ?? firstMailbox(draft)) : null })}
        />
      </div>
      <p className="muted">{t("mail.bounces.text")}</p>
      {bounces && <Form draft={bounces} set={(next) => set({ ...draft, bounces: next })} kept={kept} />}
      {bounces && kept && <Reading kept={kept} changed={changed} />}
    </section>
  );
}
