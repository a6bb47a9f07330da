import type { ReactNode } from "react";
import { Empty } from "@/app/empty";
import { useMe } from "@/app/signed-in";
import { useLanguage } from "@/i18n";

/** What only those may see who may change how the workspace works. */
export function BuildersOnly({ children }: { children: ReactNode }) {
  const { t } = useLanguage();
  return useMe().admin ? children : <Empty title={t("builder.forbidden")} text={t("builder.forbiddenText")} />;
}
