import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Button } from "antd";
import { keys } from "@/api/keys";
import { ownSecurityQuery } from "@/api/security";
import { signOut } from "@/api/session";
import { Failure } from "@/app/failure";
import { useMe } from "@/app/signed-in";
import { PageSkeleton } from "@/app/skeleton";
import { useToast } from "@/app/toast";
import { useLanguage } from "@/i18n";
import page from "@/signin/sign-in.module.css";
import { Enrolment } from "./enrolment";
import { PasswordForm } from "./password-form";
import css from "./security.module.css";

function First({ what, go }: { what: "second-factor" | "password"; go: () => void }) {
  const own = useQuery(ownSecurityQuery);
  if (what === "second-factor") return <Enrolment done={go} />;
  if (own.isPending) return <PageSkeleton />;
  if (own.isError) return <Failure error={own.error} retry={() => void own.refetch()} />;
  return <PasswordForm rules={own.data.rules} done={go} />;
}

/** In the place of everything, for who must do something first. */
export default function Confined({ what }: { what: "second-factor" | "password" }) {
  const { t } = useLanguage();
  const me = useMe();
  const cache = useQueryClient();
  const toast = useToast();
  const go = () => void cache.invalidateQueries({ queryKey: keys.me });
  const leave = async () => {
    try {
      await signOut();
      cache.setQueryData(keys.me, null);
    } catch (error) {
      toast.failed(error);
    }
  };
  const factor = what === "second-factor";
  return (
    <main className={page.page}>
      <div className={css.confined}>
        <h1 style={{ margin: 0 }}>{t(factor ? "security.confined.factor" : "security.confined.password")}</h1>
        <p className="muted">
          {factor
            ? t("security.confined.factorText", { workspace: me.workspace.name })
            : t("security.confined.passwordText")}
        </p>
        <section className={css.section}>
          <First what={what} go={go} />
        </section>
        <Button type="link" onClick={() => void leave()}>
          {t("security.confined.leave")}
        </Button>
      </div>
    </main>
  );
}
