import { Button, Input } from "antd";
import { useLanguage } from "@/i18n";
import css from "./copied.module.css";
import { copyText } from "./copy-text";
import { useToast } from "./toast";

/** A text to be taken along: a link, a line of HTML. */
export function Copied({ label, text }: { label: string; text: string }) {
  const { t } = useLanguage();
  const toast = useToast();
  const copy = async () => {
    await copyText(text);
    toast.done(t("common.copied"));
  };
  return (
    <div className={css.copied}>
      <Input readOnly value={text} aria-label={label} onFocus={(event) => event.currentTarget.select()} />
      <Button onClick={() => void copy()}>{t("common.copyWhat", { what: label })}</Button>
    </div>
  );
}
