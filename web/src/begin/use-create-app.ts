import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "react-router";
import { createApp, type NewApp } from "@/api/catalogue";
import { keys } from "@/api/keys";
import { paths } from "@/app/paths";
import { useToast } from "@/app/toast";
import { labelText, useLanguage } from "@/i18n";

/** Makes an app and opens its first list; one that has none yet is built next. */
export function useCreateApp() {
  const cache = useQueryClient();
  const navigate = useNavigate();
  const toast = useToast();
  const { t, language } = useLanguage();
  return useMutation({
    mutationFn: (app: NewApp) => createApp(app),
    onError: toast.failed,
    onSuccess: async (app) => {
      await Promise.all([
        cache.invalidateQueries({ queryKey: keys.apps }),
        cache.invalidateQueries({ queryKey: keys.entities }),
        cache.invalidateQueries({ queryKey: keys.views }),
      ]);
      toast.done(t("begin.created", { name: labelText(app.label, language) }));
      const first = app.menu?.find((item) => item.entity !== undefined)?.entity;
      await navigate(first === undefined ? paths.buildApp(app.code) : paths.list(first));
    },
  });
}
