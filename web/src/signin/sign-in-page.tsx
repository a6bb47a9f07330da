import { useQueryClient } from "@tanstack/react-query";
import { Alert, Button, Form, Input } from "antd";
import { useState } from "react";
import { useLocation, useNavigate } from "react-router";
import { keys } from "@/api/keys";
import { signIn } from "@/api/session";
import { failureText } from "@/app/failure";
import { paths } from "@/app/paths";
import { changeLanguage, useLanguage } from "@/i18n";
import css from "./sign-in.module.css";

type Fields = { account: string; password: string };

function useSignIn() {
  const cache = useQueryClient();
  const navigate = useNavigate();
  const from = (useLocation().state as { from?: string } | null)?.from ?? paths.home;
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const submit = async ({ account, password }: Fields) => {
    setBusy(true);
    setError(null);
    try {
      const me = await signIn(account.trim(), password);
      cache.clear();
      cache.setQueryData(keys.me, me);
      await navigate(from, { replace: true });
    } catch (failure) {
      setError(failure);
      setBusy(false);
    }
  };
  return { submit, busy, error };
}

export function Component() {
  const { t, language } = useLanguage();
  const { submit, busy, error } = useSignIn();
  return (
    <main className={css.page}>
      <div className={css.card}>
        <img src="/icon.svg" alt="" width={40} height={40} />
        <h1>{t("app.signIn.title")}</h1>
        <Form<Fields> layout="vertical" onFinish={submit} requiredMark={false} className={css.form}>
          {error !== null && <Alert type="error" showIcon title={failureText(error, t)} className={css.alert} />}
          <Form.Item
            name="account"
            label={t("app.signIn.account")}
            rules={[{ required: true, message: t("app.signIn.accountRequired") }]}
          >
            <Input autoComplete="username" autoFocus autoCapitalize="off" size="large" />
          </Form.Item>
          <Form.Item
            name="password"
            label={t("app.signIn.password")}
            rules={[{ required: true, message: t("app.signIn.passwordRequired") }]}
          >
            <Input.Password autoComplete="current-password" size="large" />
          </Form.Item>
          <Button type="primary" htmlType="submit" block size="large" loading={busy}>
            {t("app.signIn.submit")}
          </Button>
        </Form>
        <p className={css.hint}>{t("app.signIn.hint")}</p>
      </div>
      <Button type="text" size="small" onClick={() => void changeLanguage(language === "zh" ? "en" : "zh", true)}>
        {language === "zh" ? "English" : "\u4e2d\u6587"}
      </Button>
    </main>
  );
}
