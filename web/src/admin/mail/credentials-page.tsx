import { PlusOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import { type Credential, credentialsQuery } from "@/api/credentials";
import { Empty } from "@/app/empty";
import { Failure } from "@/app/failure";
import { PageSkeleton } from "@/app/skeleton";
import { useFormats } from "@/field/use-formats";
import { useLanguage } from "@/i18n";
import { CredentialDialog } from "./credential-dialog";
import css from "./mail.module.css";
import { MailFrame } from "./places";

function Row({ credential, open }: { credential: Credential; open: () => void }) {
  const { t, language } = useLanguage();
  const formats = useFormats();
  const names = credential.usedBy.join(language === "zh" ? "、" : ", ");
  return (
    <button type="button" className={`plain ${css.credential}`} aria-haspopup="dialog" onClick={open}>
      <span className={css.what}>
        <strong className={css.subject}>{credential.name}</strong>
        <span className={css.facts}>
          <span>{credential.origin}</span>
          <span>{names === "" ? t("credential.unused") : t("credential.usedBy", { names })}</span>
        </span>
      </span>
      <time className="faint num" dateTime={credential.changedAt} title={formats.moment(credential.changedAt)}>
        {formats.relative(credential.changedAt)}
      </time>
    </button>
  );
}

function Credentials() {
  const { t } = useLanguage();
  const list = useQuery(credentialsQuery);
  const [open, setOpen] = useState<Credential | "new" | null>(null);
  if (list.isPending) return <PageSkeleton />;
  if (list.isError) return <Failure error={list.error} retry={() => void list.refetch()} />;
  const add = (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => setOpen("new")}>
      {t("credential.add")}
    </Button>
  );
  return (
    <>
      {list.data.length === 0 ? (
        <Empty title={t("credential.empty")} text={t("credential.emptyText")} action={add} />
      ) : (
        <>
          <div className={css.foot}>{add}</div>
          <ul className={css.list} aria-label={t("mail.place.credentials")}>
            {list.data.map((each) => (
              <li key={each.code}>
                <Row credential={each} open={() => setOpen(each)} />
              </li>
            ))}
          </ul>
        </>
      )}
      {open !== null && <CredentialDialog credential={open === "new" ? null : open} close={() => setOpen(null)} />}
    </>
  );
}

/** What calls of other systems sign in by. */
export function Component() {
  return (
    <MailFrame place="credentials">
      <Credentials />
    </MailFrame>
  );
}
