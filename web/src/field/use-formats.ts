import { useMemo } from "react";
import { useMe } from "@/app/signed-in";
import { formatDate, formatMoment, relativeTime } from "@/core/time";
import { useLanguage } from "@/i18n";

/** How dates and moments read for this person, in the workspace's zone. */
export function useFormats() {
  const { language } = useLanguage();
  const { zone } = useMe().workspace;
  return useMemo(
    () => ({
      zone,
      language,
      date: (day: string) => formatDate(day, language),
      moment: (instant: string) => formatMoment(instant, zone, language),
      relative: (instant: string) => relativeTime(instant, new Date(), language),
    }),
    [zone, language],
  );
}
