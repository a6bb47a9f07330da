import { useMutation, useQueryClient } from "@tanstack/react-query";
import { App, Button } from "antd";
import { removeSample } from "@/api/catalogue";
import { keys } from "@/api/keys";
import type { AppInfo } from "@/api/types";
import { useMe } from "@/app/signed-in";
import { useToast } from "@/app/toast";
import { labelText, useLanguage } from "@/i18n";
import css from "./home.module.css";

/** Says that an app still holds sample data; an administrator takes it out. */
export function SampleNote({ app }: { app: AppInfo }) {
  const { t, language } = useLanguage();
  const { modal } = App.useApp();
  const toast = useToast();
  const { admin } = useMe();
  const cache = useQueryClient();
  const remove = useMutation({
    mutationFn: () => removeSample(app.code),
    onError: toast.failed,
    onSuccess: async () => {
      toast.done(t("app.home.sampleGone"));
      await Promise.all([
        cache.invalidateQueries({ queryKey: keys.apps }),
        cache.invalidateQueries({ queryKey: ["records"] }),
      ]);
    },
  });
  const ask = () =>
    modal.confirm({
      title: t("app.home.sampleTitle", { name: labelText(app.label, language) }),
      content: t("app.home.sampleText"),
      okText: t("app.home.sampleRemove"),
      cancelText: t("common.cancel"),
      onOk: () => remove.mutateAsync(),
    });
  return (
    <p className={css.sample}>
      {t("app.home.sample")}
      {admin && (
        <Button type="link" size="small" loading={remove.isPending} onClick={ask}>
          {t("app.home.sampleRemove")}
        </Button>
      )}
    </p>
  );
}
