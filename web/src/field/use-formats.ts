import { useMemo } from "react";
import { useZone } from "@/app/signed-in";
import { formatDate, formatMoment, relativeTime } from "@/core/time";
import { useLanguage } from "@/i18n";

const NEAR = 30 * 86_400_000;

/** How dates and moments read here, in the workspace's zone. */
export function useFormats() {
  const { t, language } = useLanguage();
  const zone = useZone();
  return useMemo(
    () => ({
      zone,
      language,
      date: (day: string) => formatDate(day, language),
      moment: (instant: string) => formatMoment(instant, zone, language),
      /** Near moments in words, others by their day. */
      relative: (instant: string) =>
        Math.abs(Date.now() - Date.parse(instant)) < NEAR
          ? relativeTime(instant, new Date(), language, t("common.justNow"))
          : formatMoment(instant, zone, language).slice(0, language === "zh" ? 10 : -6),
    }),
    [zone, t, language],
  );
}
