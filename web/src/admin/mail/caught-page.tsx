import { keepPreviousData, useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Button, Drawer, Segmented } from "antd";
import { useState } from "react";
import { useSearchParams } from "react-router";
import { keys } from "@/api/keys";
import { type CaughtMail, caughtMailQuery, readCaughtMail } from "@/api/mail";
import { Empty } from "@/app/empty";
import { Failure } from "@/app/failure";
import { PageSkeleton } from "@/app/skeleton";
import { useFormats } from "@/field/use-formats";
import { useLanguage } from "@/i18n";
import css from "./mail.module.css";
import { framed } from "./messages";
import { MailFrame } from "./places";

type Look = "html" | "text";

/** The texts of a mail. Its HTML stands in a frame that can run nothing and send nothing. */
function Texts({ mail }: { mail: CaughtMail }) {
  const { t } = useLanguage();
  const [look, setLook] = useState<Look>(mail.html === null ? "text" : "html");
  return (
    <>
      {mail.html !== null && (
        <div>
          <Segmented<Look>
            aria-label={t("mail.look")}
            value={look}
            onChange={setLook}
            options={(["html", "text"] as const).map((value) => ({ value, label: t(`mail.looks.${value}`) }))}
          />
        </div>
      )}
      {look === "html" && mail.html !== null ? (
        <iframe
          className={css.frame}
          title={mail.subject ?? t("mail.noSubject")}
          sandbox="allow-popups"
          referrerPolicy="no-referrer"
          srcDoc={framed(mail.html)}
        />
      ) : (
        <pre className={css.text}>{mail.text}</pre>
      )}
    </>
  );
}

function Mail({ id }: { id: string }) {
  const { t } = useLanguage();
  const formats = useFormats();
  const mail = useQuery(caughtMailQuery(id));
  if (mail.isPending) return <PageSkeleton />;
  if (mail.isError) return <Failure error={mail.error} retry={() => void mail.refetch()} />;
  return (
    <div className={css.reader}>
      <dl className={css.head}>
        <div>
          <dt>{t("mail.to")}</dt>
          <dd>{mail.data.to}</dd>
        </div>
        <div>
          <dt>{t("mail.at")}</dt>
          <dd className="num">{formats.moment(mail.data.at)}</dd>
        </div>
      </dl>
      <Texts mail={mail.data} />
    </div>
  );
}

function Caught() {
  const { t } = useLanguage();
  const formats = useFormats();
  const [params, setParams] = useSearchParams();
  const opened = params.get("mail");
  const open = (id: string | null) => setParams(id === null ? {} : { mail: id }, { replace: true });
  const list = useInfiniteQuery({
    queryKey: keys.caughtMail,
    queryFn: ({ pageParam, signal }) => readCaughtMail(pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
    placeholderData: keepPreviousData,
    refetchOnMount: "always",
  });
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  if (list.isPending) return <PageSkeleton />;
  if (list.isError) return <Failure error={list.error} retry={() => void list.refetch()} />;
  const subject = items.find(({ id }) => id === opened)?.subject ?? t("mail.noSubject");
  return (
    <>
      {items.length === 0 && <Empty title={t("mail.noCaught")} text={t("mail.noCaughtText")} />}
      {items.length > 0 && (
        <ul className={css.list} aria-label={t("mail.place.caught")}>
          {items.map((mail) => (
            <li key={mail.id}>
              <button
                type="button"
                className={`plain ${css.caught}`}
                aria-haspopup="dialog"
                onClick={() => open(mail.id)}
              >
                <span className={`${css.subject} ellipsis`}>{mail.subject ?? t("mail.noSubject")}</span>
                <span className={`${css.to} ellipsis`}>{mail.to}</span>
                <time className="faint num" dateTime={mail.at} title={formats.moment(mail.at)}>
                  {formats.relative(mail.at)}
                </time>
              </button>
            </li>
          ))}
        </ul>
      )}
      {list.hasNextPage && (
        <Button loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {t("mail.more")}
        </Button>
      )}
      <Drawer open={opened !== null} onClose={() => open(null)} size={680} title={subject} destroyOnHidden>
        {opened !== null && <Mail id={opened} />}
      </Drawer>
    </>
  );
}

/** Mail that was kept because there is no server to send it by, and a way to read it. */
export function Component() {
  return (
    <MailFrame place="caught">
      <Caught />
    </MailFrame>
  );
}
