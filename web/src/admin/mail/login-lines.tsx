import { Input, InputNumber, Select } from "antd";
import { type MailSecurity, SECURITIES } from "@/api/mail";
import { useLanguage } from "@/i18n";
import { Line } from "./line";
import css from "./mail.module.css";
import { type LoginDraft, type READING, secured } from "./server";

type Props<D extends LoginDraft> = {
  draft: D;
  set: (draft: D) => void;
  ports: typeof READING;
  hostHint?: string;
  example: string;
  /** Whether there is a password, and whether it has to be written again. */
  kept: boolean;
  again: boolean;
};

/** Where a server of mail is and how one signs in there. */
export function LoginLines<D extends LoginDraft>({ draft, set, ports, hostHint, example, kept, again }: Props<D>) {
  const { t } = useLanguage();
  return (
    <>
      <Line label={t("mail.host")} hint={hostHint}>
        {(id) => (
          <Input
            id={id}
            value={draft.host}
            placeholder={example}
            onChange={(event) => set({ ...draft, host: event.target.value })}
          />
        )}
      </Line>
      <Line label={t("mail.security")}>
        {(id) => (
          <div className={css.two}>
            <Select<MailSecurity>
              id={id}
              value={draft.security}
              options={SECURITIES.map((value) => ({ value, label: t(`mail.secure.${value}`) }))}
              onChange={(security) => set(secured(draft, security, ports))}
            />
            <InputNumber
              aria-label={t("mail.port")}
              prefix={t("mail.port")}
              min={1}
              max={65535}
              precision={0}
              placeholder={String(ports[draft.security])}
              value={draft.port}
              onChange={(port) => set({ ...draft, port })}
            />
          </div>
        )}
      </Line>
      <Line label={t("mail.account")}>
        {(id) => (
          <Input
            id={id}
            autoComplete="off"
            value={draft.account}
            onChange={(event) => set({ ...draft, account: event.target.value })}
          />
        )}
      </Line>
      <Line label={t("mail.password")} hint={again ? t("mail.passwordAgain") : undefined}>
        {(id) => (
          <Input.Password
            id={id}
            autoComplete="new-password"
            value={draft.password}
            placeholder={kept && !again ? t("mail.passwordKept") : undefined}
            onChange={(event) => set({ ...draft, password: event.target.value })}
          />
        )}
      </Line>
    </>
  );
}
