import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { App, Button, Skeleton } from "antd";
import { keys } from "@/api/keys";
import { endOtherSessions, endSession, ownSessionsQuery, type SessionInfo } from "@/api/own-sessions";
import { Failure } from "@/app/failure";
import { useToast } from "@/app/toast";
import { agentName } from "@/core/agent";
import { useFormats } from "@/field/use-formats";
import { useLanguage } from "@/i18n";
import css from "./security.module.css";

function Item({ session }: { session: SessionInfo }) {
  const { t } = useLanguage();
  const formats = useFormats();
  const toast = useToast();
  const cache = useQueryClient();
  const end = useMutation({
    mutationFn: () => endSession(session.id),
    onError: toast.failed,
    onSuccess: () => toast.done(t("app.sessions.ended")),
    onSettled: () => cache.invalidateQueries({ queryKey: keys.ownSessions }),
  });
  const name = agentName(session.agent) || session.agent || t("app.sessions.unknown");
  return (
    <li className={css.item}>
      <div className={css.what}>
        <strong title={session.agent}>{name}</strong>
        <span className="faint">
          {t("app.sessions.seen", { when: formats.relative(session.seenAt), address: session.address })}
        </span>
      </div>
      {session.current ? (
        <span className={css.here}>{t("app.sessions.current")}</span>
      ) : (
        <Button
          size="small"
          loading={end.isPending}
          aria-label={t("app.sessions.endNamed", { name })}
          onClick={() => end.mutate()}
        >
          {t("app.sessions.end")}
        </Button>
      )}
    </li>
  );
}

function SignOutOthers() {
  const { t } = useLanguage();
  const { modal } = App.useApp();
  const toast = useToast();
  const cache = useQueryClient();
  const end = useMutation({
    mutationFn: endOtherSessions,
    onError: toast.failed,
    onSuccess: () => toast.done(t("app.sessions.othersEnded")),
    onSettled: () => cache.invalidateQueries({ queryKey: keys.ownSessions }),
  });
  const ask = () =>
    modal.confirm({
      title: t("app.sessions.endOthersTitle"),
      content: t("app.sessions.endOthersText"),
      okText: t("app.sessions.endOthers"),
      cancelText: t("common.cancel"),
      onOk: () => end.mutateAsync().catch(() => undefined),
    });
  return (
    <div className={css.bar}>
      <Button onClick={ask}>{t("app.sessions.endOthers")}</Button>
    </div>
  );
}

/** Where one is signed in, and the way to sign out from afar: of a lost phone, of a browser at a customer's. */
export function OwnSessions() {
  const { t } = useLanguage();
  const sessions = useQuery(ownSessionsQuery);
  return (
    <section className={css.section} aria-label={t("app.sessions.title")}>
      <h2>{t("app.sessions.title")}</h2>
      <p className="muted">{t("app.sessions.text")}</p>
      {sessions.isPending && <Skeleton active title={false} paragraph={{ rows: 3 }} />}
      {sessions.isError && <Failure error={sessions.error} retry={() => void sessions.refetch()} />}
      {sessions.data && (
        <ul className={css.list}>
          {sessions.data.map((session) => (
            <Item key={session.id} session={session} />
          ))}
        </ul>
      )}
      {sessions.data?.some((session) => !session.current) && <SignOutOthers />}
    </section>
  );
}
