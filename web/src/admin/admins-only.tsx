import type { ReactNode } from "react";
import { Empty } from "@/app/empty";
import { useMe } from "@/app/signed-in";
import { useLanguage } from "@/i18n";

/** What only administrators of the workspace may see. */
export function AdminsOnly({ children }: { children: ReactNode }) {
  const { t } = useLanguage();
  return useMe().admin ? children : <Empty title={t("people.forbidden")} text={t("people.forbiddenText")} />;
}
