import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Button, Input } from "antd";
import { useId, useState } from "react";
import { setSiteAddress, siteAddressQuery } from "@/api/mail";
import { Failure } from "@/app/failure";
import { useToast } from "@/app/toast";
import { useLanguage } from "@/i18n";
import css from "./mail.module.css";

function Setting({ kept }: { kept: string | null }) {
  const { t } = useLanguage();
  const toast = useToast();
  const cache = useQueryClient();
  const id = useId();
  const [typed, setTyped] = useState(kept ?? "");
  const here = window.location.origin;
  const save = useMutation({
    mutationFn: () => setSiteAddress(typed.trim() === "" ? null : typed.trim()),
    onError: toast.failed,
    onSuccess: (next) => {
      cache.setQueryData(siteAddressQuery.queryKey, next);
      setTyped(next.address ?? "");
      toast.done(t(next.address === null ? "mail.link.savedNone" : "mail.link.saved"));
    },
  });
  return (
    <section className={css.section} aria-label={t("mail.link.title")}>
      <h2>
        <label htmlFor={id}>{t("mail.link.title")}</label>
      </h2>
      <p className="muted">{t("mail.link.text")}</p>
      <div className={css.two}>
        <Input
          id={id}
          type="url"
          value={typed}
          maxLength={200}
          placeholder="https://crm.example.com"
          onChange={(event) => setTyped(event.target.value)}
        />
        <Button disabled={typed.trim() === (kept ?? "")} loading={save.isPending} onClick={() => save.mutate()}>
          {t("mail.link.save")}
        </Button>
      </div>
      {typed.trim() === "" && (
        <div>
          <Button type="link" size="small" className={css.flat} onClick={() => setTyped(here)}>
            {t("mail.link.here", { address: here })}
          </Button>
        </div>
      )}
    </section>
  );
}

/** Under which address people reach this place: mails link to it. */
export function SiteAddress() {
  const kept = useQuery(siteAddressQuery);
  if (kept.isPending) return null;
  if (kept.isError) return <Failure error={kept.error} retry={() => void kept.refetch()} />;
  return <Setting kept={kept.data.address} />;
}
