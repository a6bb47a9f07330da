import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { keys } from "@/api/keys";
import { bulkUpdate } from "@/api/records";
import { useZone } from "@/app/signed-in";
import { useToast } from "@/app/toast";
import { titleOf } from "@/field/relation";
import { useFormats } from "@/field/use-formats";
import { useLanguage } from "@/i18n";
import { type Due, postponed } from "./plan";

/** Moves what is due to another day by one step, which can be taken back. */
export function usePostpone() {
  const { t } = useLanguage();
  const toast = useToast();
  const cache = useQueryClient();
  const zone = useZone();
  const formats = useFormats();
  const [busy, setBusy] = useState<string | null>(null);
  const postpone = async (due: Due, day: string | null) => {
    const { entity } = due.followed;
    setBusy(due.row.id);
    try {
      const { batch } = await bulkUpdate(entity.code, { ids: [due.row.id] }, postponed(due, day, zone));
      await cache.invalidateQueries({ queryKey: keys.records(entity.code) });
      const name = titleOf(due.row, entity);
      toast.done(
        day === null ? t("plan.dropped", { name }) : t("plan.postponed", { name, day: formats.date(day) }),
        batch,
      );
    } catch (error) {
      toast.failed(error);
    } finally {
      setBusy(null);
    }
  };
  return { postpone, busy };
}
