import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Radio } from "antd";
import { keys } from "@/api/keys";
import { chooseWatermark, watermarkQuery } from "@/api/privacy";
import { WATERMARK_MODES } from "@/api/types";
import { Failure } from "@/app/failure";
import { useMe } from "@/app/signed-in";
import { useToast } from "@/app/toast";
import { useLanguage } from "@/i18n";
import css from "./privacy.module.css";

/** Where the watermark stands, with what it would say of oneself. */
export function WatermarkSetting() {
  const { t } = useLanguage();
  const toast = useToast();
  const cache = useQueryClient();
  const me = useMe();
  const setting = useQuery(watermarkQuery);
  const choose = useMutation({
    mutationFn: chooseWatermark,
    onSuccess: async (next) => {
      cache.setQueryData(watermarkQuery.queryKey, next);
      await cache.invalidateQueries({ queryKey: keys.me });
      toast.done(t("privacy.mark.saved"));
    },
    onError: toast.failed,
  });
  if (setting.isError) return <Failure error={setting.error} retry={() => void setting.refetch()} />;
  return (
    <section className={css.setting} aria-labelledby="watermark">
      <h2 id="watermark">{t("privacy.mark.title")}</h2>
      <p className="faint">{t("privacy.mark.text")}</p>
      <Radio.Group
        vertical
        aria-labelledby="watermark"
        disabled={setting.isPending}
        value={choose.isPending ? choose.variables : setting.data?.mode}
        options={WATERMARK_MODES.map((mode) => ({ value: mode, label: t(`privacy.mark.${mode}`) }))}
        onChange={(event) => choose.mutate(event.target.value)}
      />
      {me.watermark && <p className={css.sample}>{me.watermark.text}</p>}
    </section>
  );
}
