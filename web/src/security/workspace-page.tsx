import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import { AdminsOnly } from "@/admin/admins-only";
import { keys } from "@/api/keys";
import { type SecuritySettings, type ShownSecurity, securityQuery, setSecurity } from "@/api/security";
import { Failure } from "@/app/failure";
import { PageSkeleton } from "@/app/skeleton";
import { useToast } from "@/app/toast";
import { useLanguage } from "@/i18n";
import { Addresses } from "./addresses";
import { ApiKeys } from "./api-keys";
import css from "./security.module.css";
import { FactorDemand, Passwords, SessionLife } from "./settings-parts";

function Settings({ kept }: { kept: ShownSecurity }) {
  const { t } = useLanguage();
  const toast = useToast();
  const cache = useQueryClient();
  const { address, version, ...before } = kept;
  const [wanted, setWanted] = useState<SecuritySettings>(before);
  const save = useMutation({
    mutationFn: () => setSecurity({ ...wanted, version }),
    onError: toast.failed,
    onSuccess: async (next) => {
      cache.setQueryData(keys.security, next);
      toast.done(t("security.saved"));
      await cache.invalidateQueries({ queryKey: keys.ownSecurity });
      await cache.invalidateQueries({ queryKey: keys.me });
    },
  });
  const change = (part: Partial<SecuritySettings>) => setWanted({ ...wanted, ...part });
  const unchanged = JSON.stringify(wanted) === JSON.stringify(before);
  return (
    <>
      <FactorDemand value={wanted.secondFactor} change={(secondFactor) => change({ secondFactor })} />
      <Passwords value={wanted.password} change={(password) => change({ password })} />
      <SessionLife value={wanted.sessions} change={(sessions) => change({ sessions })} />
      <Addresses value={wanted.addresses} mine={address} change={(addresses) => change({ addresses })} />
      <div className={css.foot}>
        <Button type="primary" disabled={unchanged} loading={save.isPending} onClick={() => save.mutate()}>
          {t("security.save")}
        </Button>
      </div>
    </>
  );
}

function Page() {
  const { t } = useLanguage();
  const kept = useQuery(securityQuery);
  if (kept.isPending) return <PageSkeleton />;
  if (kept.isError) return <Failure error={kept.error} retry={() => void kept.refetch()} />;
  return (
    <div className={css.page}>
      <header>
        <h1>{t("security.title")}</h1>
        <p className="muted">{t("security.lead")}</p>
      </header>
      <Settings key={kept.data.version} kept={kept.data} />
      <ApiKeys all />
    </div>
  );
}

/** How strict the workspace is about who comes in. */
export function Component() {
  return (
    <AdminsOnly>
      <Page />
    </AdminsOnly>
  );
}
