import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Alert, Button } from "antd";
import { replaceHook, ruleHookQuery } from "@/api/hooks";
import { keys } from "@/api/keys";
import { rulesQuery } from "@/api/rules";
import { Copied } from "@/app/copied";
import { Failure } from "@/app/failure";
import { useToast } from "@/app/toast";
import { labelText, useLanguage } from "@/i18n";
import { curlOf, exampleBody } from "./hook-data";
import css from "./rule.module.css";
import { useRule } from "./rule-context";
import { SecretShown } from "./secret-shown";

/** Whether the rule is published, so that there is an address and what came to it. */
export function usePublished(): boolean {
  const { doc } = useRule();
  return useQuery(rulesQuery).data?.items.some(({ code }) => code === doc.code) ?? false;
}

/** Where other systems send to, and a line that does so. */
export function HookAddress() {
  const { t, language } = useLanguage();
  const { doc, scope } = useRule();
  const toast = useToast();
  const cache = useQueryClient();
  const published = usePublished();
  const hook = useQuery({ ...ruleHookQuery(doc.code), enabled: published, retry: false });
  const another = useMutation({
    mutationFn: () => replaceHook(doc.code),
    onError: toast.failed,
    onSuccess: (made) => {
      cache.setQueryData(keys.ruleHook(doc.code), made);
      toast.done(t("hook.replaced"));
    },
  });
  if (!published) return <Alert type="info" showIcon title={t("hook.later")} />;
  if (hook.isError) return <Alert type="info" showIcon title={t("hook.later")} />;
  if (hook.data === undefined) return null;
  const { path } = hook.data;
  if (path === null) {
    return (
      <Button className={css.switch} loading={another.isPending} onClick={() => another.mutate()}>
        {t("hook.make")}
      </Button>
    );
  }
  const address = window.location.origin + path;
  const named = (code: string) =>
    labelText(scope.target.fields.find((one) => one.code === code)?.label, language) || code;
  return (
    <>
      <SecretShown
        label={t("hook.address")}
        hint={t("hook.addressHint")}
        text={address}
        warning={t("hook.warning")}
        busy={another.isPending}
        replace={() => another.mutate()}
      />
      {another.isError && <Failure error={another.error} />}
      <div className={css.labelled}>
        <span className={css.name}>{t("hook.curl")}</span>
        <Copied label={t("hook.curl")} text={curlOf(address, exampleBody(doc.when.webhook?.fields ?? {}, named))} />
        <span className={css.hint}>{t("hook.curlHint")}</span>
      </div>
    </>
  );
}
