import { PauseCircleOutlined } from "@ant-design/icons";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Alert, Button, Tooltip } from "antd";
import { keys } from "@/api/keys";
import { pauseRules, rulesQuery } from "@/api/rules";
import { useMe } from "@/app/signed-in";
import { useToast } from "@/app/toast";
import { useFormats } from "@/field/use-formats";
import { useLanguage } from "@/i18n";

function usePausing() {
  const toast = useToast();
  const cache = useQueryClient();
  return useMutation({
    mutationFn: pauseRules,
    onError: toast.failed,
    onSettled: () => cache.invalidateQueries({ queryKey: keys.rules }),
  });
}

/** Says that no rule runs, and lets administrators have them go on. Nothing where they run. */
export function PauseBanner() {
  const { t } = useLanguage();
  const me = useMe();
  const formats = useFormats();
  const rules = useQuery(rulesQuery).data;
  const pausing = usePausing();
  if (!rules?.paused) return null;
  const { pausedAt: at } = rules;
  return (
    <Alert
      type="warning"
      showIcon
      title={t("rules.list.paused")}
      description={at ? t("rules.list.pausedAt", { when: formats.moment(at) }) : undefined}
      action={
        me.admin && (
          <Button size="small" loading={pausing.isPending} onClick={() => pausing.mutate(false)}>
            {t("rules.list.resume")}
          </Button>
        )
      }
    />
  );
}

/** Stops all rules at once, for administrators; it is undone by the banner that then stands there. */
export function PauseButton() {
  const { t } = useLanguage();
  const me = useMe();
  const rules = useQuery(rulesQuery).data;
  const pausing = usePausing();
  if (!me.admin || rules === undefined || rules.paused || rules.items.length === 0) return null;
  return (
    <Tooltip title={t("rules.list.pauseHint")}>
      <Button icon={<PauseCircleOutlined />} loading={pausing.isPending} onClick={() => pausing.mutate(true)}>
        {t("rules.list.pause")}
      </Button>
    </Tooltip>
  );
}
