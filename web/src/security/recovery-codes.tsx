import { Button } from "antd";
import { copyText } from "@/app/copy-text";
import { useMe } from "@/app/signed-in";
import { useToast } from "@/app/toast";
import { useLanguage } from "@/i18n";
import css from "./security.module.css";

function save(name: string, text: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "text/plain;charset=utf-8" }));
  link.download = `${name}.txt`;
  link.click();
  URL.revokeObjectURL(link.href);
}

/** The recovery codes, which are shown this once. */
export function RecoveryCodes({ codes, done }: { codes: string[]; done: () => void }) {
  const { t } = useLanguage();
  const me = useMe();
  const toast = useToast();
  const account = me.account?.name ?? me.member.name;
  const text = `${t("security.app.fileHead", { account, workspace: me.workspace.name })}\n\n${codes.join("\n")}\n`;
  const copy = async () => {
    await copyText(text);
    toast.done(t("security.app.copied"));
  };
  return (
    <>
      <h3 style={{ margin: 0 }}>{t("security.app.codesTitle")}</h3>
      <p className="muted">{t("security.app.codesText")}</p>
      <ol className={css.codes} aria-label={t("security.app.codesTitle")}>
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ol>
      <div className={css.bar}>
        <Button onClick={() => save(t("security.app.file", { account }), text)}>{t("security.app.download")}</Button>
        <Button onClick={() => void copy()}>{t("security.app.copy")}</Button>
        <Button type="primary" onClick={done}>
          {t("security.app.kept")}
        </Button>
      </div>
    </>
  );
}
