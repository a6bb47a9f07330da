import { ReloadOutlined } from "@ant-design/icons";
import { keepPreviousData, useInfiniteQuery, useMutation, useQueryClient } from "@tanstack/react-query";
import { Button, Select } from "antd";
import { Link, useSearchParams } from "react-router";
import { keys } from "@/api/keys";
import {
  MESSAGE_CHANNELS,
  MESSAGE_STATES,
  type MessageFilter,
  type OutMessage,
  readMessages,
  retryMessage,
} from "@/api/mail";
import { Empty } from "@/app/empty";
import { Failure } from "@/app/failure";
import { paths } from "@/app/paths";
import { PageSkeleton } from "@/app/skeleton";
import { useToast } from "@/app/toast";
import { useFormats } from "@/field/use-formats";
import { useLanguage } from "@/i18n";
import css from "./mail.module.css";
import { among, isRepeatable } from "./messages";
import { MailFrame } from "./places";
import { StateTag } from "./state-tag";

function useFilter() {
  const [params, setParams] = useSearchParams();
  const filter: MessageFilter = {
    state: among(MESSAGE_STATES, params.get("state")),
    channel: among(MESSAGE_CHANNELS, params.get("channel")),
  };
  const narrow = (next: MessageFilter) =>
    setParams(
      Object.entries(next).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])) as [
        string,
        string,
      ][],
      { replace: true },
    );
  return { filter, narrow };
}

function FilterBar({ filter, narrow }: ReturnType<typeof useFilter>) {
  const { t } = useLanguage();
  return (
    <search className={css.bar} aria-label={t("mail.filter")}>
      <Select
        allowClear
        className={css.pick}
        aria-label={t("mail.state")}
        placeholder={t("mail.state")}
        value={filter.state ?? null}
        options={MESSAGE_STATES.map((value) => ({ value, label: t(`mail.states.${value}`) }))}
        onChange={(state) => narrow({ ...filter, state: state ?? undefined })}
      />
      <Select
        allowClear
        className={css.pick}
        aria-label={t("mail.channel")}
        placeholder={t("mail.channel")}
        value={filter.channel ?? null}
        options={MESSAGE_CHANNELS.map((value) => ({ value, label: t(`notice.channel.${value}`) }))}
        onChange={(channel) => narrow({ ...filter, channel: channel ?? undefined })}
      />
    </search>
  );
}

function useRetry() {
  const { t } = useLanguage();
  const toast = useToast();
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => retryMessage(id),
    onError: toast.failed,
    onSuccess: () => toast.done(t("mail.retried")),
    onSettled: () => cache.invalidateQueries({ queryKey: keys.messages }),
  });
}

function Message({ message, retry }: { message: OutMessage; retry: ReturnType<typeof useRetry> }) {
  const { t } = useLanguage();
  const formats = useFormats();
  const { about, error, next } = message;
  const source = message.source.startsWith("rule:") ? "rule" : message.source === "test" ? "test" : "notice";
  return (
    <li className={css.message}>
      <time className={`${css.at} num`} dateTime={message.at} title={formats.relative(message.at)}>
        {formats.moment(message.at)}
      </time>
      <div className={css.what}>
        <div className={css.subject}>{message.subject ?? t(`notice.channel.${message.channel}`)}</div>
        <div className={css.facts}>
          <span>{message.to}</span>
          <span>{t(`notice.channel.${message.channel}`)}</span>
          <span title={message.source}>{t(`mail.source.${source}`)}</span>
          {about?.title != null && <Link to={paths.record(about.entity, about.record)}>{about.title}</Link>}
        </div>
        {error && <div className={css.error}>{error}</div>}
        {next && (
          <div className="faint">{t("mail.next", { when: formats.moment(next), n: String(message.attempts) })}</div>
        )}
      </div>
      <StateTag state={message.state} />
      {isRepeatable(message) && (
        <Button
          size="small"
          icon={<ReloadOutlined />}
          loading={retry.isPending && retry.variables === message.id}
          aria-label={t("mail.retryNamed", { to: message.to })}
          onClick={() => retry.mutate(message.id)}
        >
          {t("mail.retry")}
        </Button>
      )}
    </li>
  );
}

function Messages() {
  const { t } = useLanguage();
  const { filter, narrow } = useFilter();
  const retry = useRetry();
  const list = useInfiniteQuery({
    queryKey: keys.messageList(filter),
    queryFn: ({ pageParam, signal }) => readMessages(filter, pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
    placeholderData: keepPreviousData,
    refetchOnMount: "always",
  });
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      <FilterBar filter={filter} narrow={narrow} />
      {list.isPending && <PageSkeleton />}
      {list.isError && <Failure error={list.error} retry={() => void list.refetch()} />}
      {list.isSuccess && items.length === 0 && <Empty title={t("mail.noMessages")} text={t("mail.noMessagesText")} />}
      {items.length > 0 && (
        <ul className={css.list} aria-label={t("mail.place.messages")}>
          {items.map((message) => (
            <Message key={message.id} message={message} retry={retry} />
          ))}
        </ul>
      )}
      {list.hasNextPage && (
        <Button loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {t("mail.more")}
        </Button>
      )}
    </>
  );
}

/** What left the house, or is going to. */
export function Component() {
  return (
    <MailFrame place="messages">
      <Messages />
    </MailFrame>
  );
}
