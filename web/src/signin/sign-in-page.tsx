import { Alert, Button, Form, Input } from "antd";
import { failureText } from "@/app/failure";
import { changeLanguage, useLanguage } from "@/i18n";
import { CodeStep } from "./code-step";
import css from "./sign-in.module.css";
import { type Credentials, useSignIn } from "./use-sign-in";

type Step = ReturnType<typeof useSignIn>;

function PasswordStep({ submit, busy, error }: Pick<Step, "submit" | "busy" | "error">) {
  const { t } = useLanguage();
  return (
    <>
      <h1>{t("app.signIn.title")}</h1>
      <Form<Credentials> layout="vertical" onFinish={submit} requiredMark={false} className={css.form}>
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
    </>
  );
}

export function Component() {
  const { language } = useLanguage();
  const { submit, submitCode, back, challenge, busy, error } = useSignIn();
  return (
    <main className={css.page}>
      <div className={css.card}>
        <img src="/icon.svg" alt="" width={40} height={40} />
        {challenge === null ? (
          <PasswordStep submit={submit} busy={busy} error={error} />
        ) : (
          <CodeStep submit={submitCode} busy={busy} error={error} back={back} />
        )}
      </div>
      <Button type="text" size="small" onClick={() => void changeLanguage(language === "zh" ? "en" : "zh", true)}>
        {language === "zh" ? "English" : "\u4e2d\u6587"}
      </Button>
    </main>
  );
}
