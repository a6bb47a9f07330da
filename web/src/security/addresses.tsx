import { Alert, Button, Input } from "antd";
import { useState } from "react";
import { useLanguage } from "@/i18n";
import { addressLines, looksLikeRange } from "./address-list";
import css from "./security.module.css";

type Props = { value: string[]; mine: string; change: (next: string[]) => void };

/** From where the workspace can be used. */
export function Addresses({ value, mine, change }: Props) {
  const { t } = useLanguage();
  const [text, setText] = useState(value.join("\n"));
  const write = (next: string) => {
    setText(next);
    change(addressLines(next));
  };
  const wrong = value.find((line) => !looksLikeRange(line));
  return (
    <section className={css.section} aria-label={t("security.addresses.title")}>
      <h2>{t("security.addresses.title")}</h2>
      <p className="muted">{t("security.addresses.lead")}</p>
      <Input.TextArea
        aria-label={t("security.addresses.label")}
        autoSize={{ minRows: 3, maxRows: 12 }}
        value={text}
        status={wrong === undefined ? undefined : "error"}
        onChange={(event) => write(event.target.value)}
      />
      {wrong !== undefined && <Alert type="error" showIcon title={t("security.addresses.wrong", { text: wrong })} />}
      <div className={css.line}>
        <span className="muted">{t("security.addresses.yours", { address: mine })}</span>
        {!value.includes(mine) && (
          <Button size="small" onClick={() => write([...value, mine].join("\n"))}>
            {t("security.addresses.add")}
          </Button>
        )}
      </div>
    </section>
  );
}
