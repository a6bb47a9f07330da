import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { replaceSigningKey, signingKeyQuery } from "@/api/hooks";
import { keys } from "@/api/keys";
import { useToast } from "@/app/toast";
import { useLanguage } from "@/i18n";
import { usePublished } from "./hook-address";
import css from "./rule.module.css";
import { useRule } from "./rule-context";
import { SecretShown } from "./secret-shown";

/** By which whoever is called knows that it is this rule that calls. */
export function SigningKey() {
  const { t } = useLanguage();
  const { doc } = useRule();
  const toast = useToast();
  const cache = useQueryClient();
  const published = usePublished();
  const key = useQuery({ ...signingKeyQuery(doc.code), enabled: published, staleTime: Number.POSITIVE_INFINITY });
  const another = useMutation({
    mutationFn: () => replaceSigningKey(doc.code),
    onError: toast.failed,
    onSuccess: (made) => {
      cache.setQueryData(keys.ruleSigningKey(doc.code), made);
      toast.done(t("hook.keyReplaced"));
    },
  });
  if (!published) return <span className={css.hint}>{t("hook.keyLater")}</span>;
  if (key.data === undefined) return null;
  return (
    <SecretShown
      label={t("hook.key")}
      hint={t("hook.keyHint")}
      text={key.data.key}
      warning={t("hook.keyWarning")}
      busy={another.isPending}
      replace={() => another.mutate()}
    />
  );
}
