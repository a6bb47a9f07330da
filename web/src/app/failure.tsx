import { Button } from "antd";
import { Problem } from "@/api/problem";
import { type Translate, useLanguage } from "@/i18n";
import { Empty } from "./empty";

/** The sentence for a failure: the server's own words where it has some, else ours for its kind. */
export function failureText(error: unknown, t: Translate): string {
  if (!(error instanceof Problem)) return t("common.error.crash");
  if (error.isOffline) return t("common.error.offline");
  const said = [error.detail || error.title, ...error.issues.slice(0, 3).map((issue) => issue.message)];
  const words = said.filter((text, i) => text !== "" && said.indexOf(text) === i).join(" ");
  if (words !== "") return words;
  if (error.status === 403) return t("common.error.forbidden");
  if (error.isMissing) return t("common.error.missing");
  return t("common.error.server", { code: error.code });
}

/** Fills the place of what could not be loaded. */
export function Failure({ error, retry }: { error: unknown; retry?: () => void }) {
  const { t } = useLanguage();
  return (
    <Empty
      title={t("common.error.title")}
      text={failureText(error, t)}
      action={retry && <Button onClick={retry}>{t("common.retry")}</Button>}
      alert
    />
  );
}
