import { EyeOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { App, Button, Modal, Skeleton } from "antd";
import { useState } from "react";
import { accessQuery, endSessionsOf, inviteMember, type Member, resetPassword, type SeenSession } from "@/api/people";
import { startPreview } from "@/api/preview";
import { endSessionOf, resetFactorOf } from "@/api/security";
import { Copied } from "@/app/copied";
import { Failure } from "@/app/failure";
import { paths } from "@/app/paths";
import { useMe } from "@/app/signed-in";
import { useToast } from "@/app/toast";
import { agentName } from "@/core/agent";
import { useFormats } from "@/field/use-formats";
import { useLanguage } from "@/i18n";
import { LinkCard } from "./link-card";
import { oneTimePassword } from "./model";
import css from "./people.module.css";
import { usePeopleChange } from "./use-people";

/** What is told once. */
type Secret = { token: string } | { password: string };

function Told({ member, secret, close }: { member: Member; secret: Secret; close: () => void }) {
  const { t } = useLanguage();
  const isLink = "token" in secret;
  const title = isLink ? t("people.linkFor", { name: member.name }) : t("people.newPassword");
  return (
    <Modal open title={title} footer={null} onCancel={close}>
      {isLink ? (
        <LinkCard token={secret.token} text={t("people.linkOnce")} />
      ) : (
        <>
          <Copied label={t("people.initialPassword")} text={secret.password} />
          <p className="muted" style={{ marginTop: 12 }}>
            {t("people.passwordOnce", { name: member.name })}
          </p>
        </>
      )}
    </Modal>
  );
}

function OneSession({ member, session }: { member: Member; session: SeenSession }) {
  const { t } = useLanguage();
  const formats = useFormats();
  const end = usePeopleChange(() => endSessionOf(member.id, session.id));
  const name = agentName(session.agent) || session.agent;
  return (
    <div className={css.session}>
      <span className="muted">
        {name} {"\u00b7"} {session.address} {"\u00b7"} {formats.relative(session.seenAt)}
      </span>
      <Button
        type="link"
        size="small"
        loading={end.isPending}
        aria-label={t("security.member.endOneNamed", { name })}
        onClick={() => end.mutate(undefined)}
      >
        {t("security.member.endOne")}
      </Button>
    </div>
  );
}

function Sessions({ member, sessions }: { member: Member; sessions: SeenSession[] }) {
  const { t } = useLanguage();
  const toast = useToast();
  const { modal } = App.useApp();
  const end = usePeopleChange(
    () => endSessionsOf(member.id),
    () => toast.done(t("people.sessionsEnded", { name: member.name })),
  );
  if (sessions.length === 0) return <p className="faint">{t("people.noSessions")}</p>;
  const ask = () =>
    modal.confirm({
      title: t("people.endSessionsTitle", { name: member.name }),
      okText: t("people.endSessions"),
      cancelText: t("common.cancel"),
      onOk: () => end.mutateAsync(undefined),
    });
  return (
    <>
      {sessions.map((one) => (
        <OneSession key={one.id} member={member} session={one} />
      ))}
      <div>
        <Button size="small" onClick={ask}>
          {t("people.endSessions")}
        </Button>
      </div>
    </>
  );
}

function useGrant(member: Member, told: (secret: Secret) => void) {
  const { t } = useLanguage();
  const { modal } = App.useApp();
  const inviting = usePeopleChange(
    () => inviteMember(member.id, null),
    ({ token }) => told({ token }),
  );
  const setting = usePeopleChange(async () => {
    const password = oneTimePassword((into) => crypto.getRandomValues(into));
    await resetPassword(member.id, password);
    return { password };
  }, told);
  const askPassword = () =>
    modal.confirm({
      title: t("people.newPasswordTitle", { name: member.name }),
      content: t("people.newPasswordText", { name: member.name }),
      okText: t("people.newPassword"),
      cancelText: t("common.cancel"),
      onOk: () => setting.mutateAsync(undefined).catch(() => undefined),
    });
  return { invite: () => inviting.mutate(undefined), inviting: inviting.isPending, askPassword };
}

/** For a member who has lost phone and recovery codes. */
function FactorReset({ member }: { member: Member }) {
  const { t } = useLanguage();
  const toast = useToast();
  const { modal } = App.useApp();
  const reset = usePeopleChange(
    () => resetFactorOf(member.id),
    () => toast.done(t("security.member.resetDone", { name: member.name })),
  );
  const ask = () =>
    modal.confirm({
      title: t("security.member.resetTitle", { name: member.name }),
      content: t("security.member.resetText", { name: member.name }),
      okText: t("security.member.reset"),
      okButtonProps: { danger: true },
      cancelText: t("common.cancel"),
      onOk: () => reset.mutateAsync(undefined).catch(() => undefined),
    });
  return <Button onClick={ask}>{t("security.member.reset")}</Button>;
}

/** Loads the workbench anew, as the member has it. */
function seeAs(member: Member) {
  startPreview({ member: member.id, name: member.name });
  window.location.assign(paths.home);
}

/** By what a member gets in, and what it looks like then. */
export function AccessSection({ member }: { member: Member }) {
  const { t } = useLanguage();
  const formats = useFormats();
  const access = useQuery(accessQuery(member.id));
  const [secret, setSecret] = useState<Secret | null>(null);
  const grant = useGrant(member, setSecret);
  const isMe = useMe().member.id === member.id;
  if (access.isPending) return <Skeleton active title={false} paragraph={{ rows: 3 }} />;
  if (access.isError) return <Failure error={access.error} retry={() => void access.refetch()} />;
  const { account, sessions, invitedUntil, secondFactor } = access.data;
  const last = sessions[0];
  return (
    <section className={css.section} aria-label={t("people.signInName")}>
      <div className={css.facts}>
        <span className="faint">{t("people.signInName")}</span>
        <span>{account ?? t("people.noAccount")}</span>
        {account !== null && (
          <>
            <span className="faint">{t("security.member.factor")}</span>
            <span>{t(secondFactor ? "security.member.factorOn" : "security.member.factorOff")}</span>
          </>
        )}
        <span className="faint">{t("people.lastSeen")}</span>
        <span>{last ? formats.relative(last.seenAt) : t("people.never")}</span>
      </div>
      {invitedUntil && <p>{t("people.invitedUntil", { when: formats.moment(invitedUntil) })}</p>}
      {member.active && (
        <div className={css.bar}>
          {account === null ? (
            <Button loading={grant.inviting} onClick={grant.invite}>
              {t("people.invite")}
            </Button>
          ) : (
            <Button onClick={grant.askPassword}>{t("people.newPassword")}</Button>
          )}
          {secondFactor && <FactorReset member={member} />}
          {!isMe && (
            <Button icon={<EyeOutlined />} onClick={() => seeAs(member)}>
              {t("people.seeAs", { name: member.name })}
            </Button>
          )}
        </div>
      )}
      <h3>{t("people.sessions")}</h3>
      <Sessions member={member} sessions={sessions} />
      {secret && <Told member={member} secret={secret} close={() => setSecret(null)} />}
    </section>
  );
}
