import { Button } from "antd";
import { Problem } from "@/api/problem";
import { type Translate, useLanguage } from "@/i18n";
import { Empty } from "./empty";

/** What is said of a failure: the server's own sentences where it has some, each once, else ours for its kind. */
export function failureLines(error: unknown, t: Translate): string[] {
  if (!(error instanceof Problem)) return [t("common.error.crash")];
  if (error.isOffline) return [t("common.error.offline")];
  const said = [error.detail || error.title, ...error.issues.map((issue) => issue.message)];
  const lines = said.filter((text, i) => text !== "" && said.indexOf(text) === i);
  if (lines.length > 0) return lines;
  if (error.status === 403) return [t("common.error.forbidden")];
  if (error.isMissing) return [t("common.error.missing")];
  return [t("common.error.server", { code: error.code })];
}

const FEW = 4;

/** The same in one paragraph, without what would be too long for one. */
export function failureText(error: unknown, t: Translate): string {
  return failureLines(error, t).slice(0, FEW).join(" ");
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
