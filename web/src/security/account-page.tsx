import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import { type OwnSecurity, ownSecurityQuery } from "@/api/security";
import { Failure } from "@/app/failure";
import { PageSkeleton } from "@/app/skeleton";
import { useFormats } from "@/field/use-formats";
import { useLanguage } from "@/i18n";
import { ApiKeys } from "./api-keys";
import { OwnSessions } from "./own-sessions";
import { PasswordForm } from "./password-form";
import { SecondFactor } from "./second-factor";
import css from "./security.module.css";

const DAY = 24 * 60 * 60 * 1000;

function Password({ own }: { own: OwnSecurity }) {
  const { t } = useLanguage();
  const formats = useFormats();
  const [changing, setChanging] = useState(false);
  const days = own.rules.expireDays;
  const end = days === null ? null : new Date(new Date(own.passwordSetAt).getTime() + days * DAY).toISOString();
  return (
    <section className={css.section} aria-label={t("security.own.password")}>
      <h2>{t("security.own.password")}</h2>
      <p className="muted">
        {t("security.own.setAt", { when: formats.moment(own.passwordSetAt) })}
        {end !== null && ` \u00b7 ${t("security.own.expires", { when: formats.moment(end) })}`}
      </p>
      {changing ? (
        <PasswordForm rules={own.rules} done={() => setChanging(false)} />
      ) : (
        <div className={css.bar}>
          <Button onClick={() => setChanging(true)}>{t("security.own.change")}</Button>
        </div>
      )}
    </section>
  );
}

/** One's own password, second factor, signed-in browsers and API keys. */
export function Component() {
  const { t } = useLanguage();
  const own = useQuery(ownSecurityQuery);
  if (own.isPending) return <PageSkeleton />;
  if (own.isError) return <Failure error={own.error} retry={() => void own.refetch()} />;
  return (
    <div className={css.page}>
      <h1>{t("security.own.title")}</h1>
      <Password own={own.data} />
      <SecondFactor own={own.data} />
      <OwnSessions />
      <ApiKeys />
    </div>
  );
}
