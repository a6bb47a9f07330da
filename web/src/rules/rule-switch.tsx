import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Switch } from "antd";
import { keys } from "@/api/keys";
import { type RuleInfo, switchRule } from "@/api/rules";
import { useToast } from "@/app/toast";
import { labelText, useLanguage } from "@/i18n";

/** Switches a published rule on and off at once, without publishing. */
export function RuleSwitch({ rule }: { rule: RuleInfo }) {
  const { t, language } = useLanguage();
  const toast = useToast();
  const cache = useQueryClient();
  const turning = useMutation({
    mutationFn: (on: boolean) => switchRule(rule.code, on),
    onError: toast.failed,
    onSuccess: (_, on) => toast.done(t(on ? "rules.list.turnedOn" : "rules.list.turnedOff")),
    onSettled: () => cache.invalidateQueries({ queryKey: keys.rules }),
  });
  return (
    <Switch
      checked={turning.isPending ? turning.variables : rule.on}
      loading={turning.isPending}
      aria-label={t("rules.list.switch", { name: labelText(rule.label, language) })}
      onChange={(on) => turning.mutate(on)}
    />
  );
}
