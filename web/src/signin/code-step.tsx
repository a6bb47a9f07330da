import { Alert, Button, Form } from "antd";
import { useState } from "react";
import { failureText } from "@/app/failure";
import { useLanguage } from "@/i18n";
import { CodeInput } from "@/security/code-input";
import css from "./sign-in.module.css";

type Props = { submit: (code: string) => Promise<void>; busy: boolean; error: unknown; back: () => void };

/** The second step of signing in. */
export function CodeStep({ submit, busy, error, back }: Props) {
  const { t } = useLanguage();
  const [recovery, setRecovery] = useState(false);
  const [form] = Form.useForm<{ code: string }>();
  const turn = () => {
    form.resetFields();
    setRecovery(!recovery);
  };
  const label = recovery ? t("security.step.recovery") : t("security.app.code");
  return (
    <>
      <h1>{t("security.step.title")}</h1>
      <p className="muted" style={{ marginBottom: 16 }}>
        {t(recovery ? "security.step.recoveryText" : "security.step.text")}
      </p>
      <Form<{ code: string }>
        form={form}
        layout="vertical"
        requiredMark={false}
        className={css.form}
        onFinish={({ code }) => void submit(code)}
      >
        {error !== null && <Alert type="error" showIcon title={failureText(error, t)} className={css.alert} />}
        <Form.Item name="code" label={label} rules={[{ required: true, message: t("security.step.required") }]}>
          <CodeInput
            key={String(recovery)}
            autoFocus
            size="large"
            {...(recovery ? { inputMode: "text", autoComplete: "off", maxLength: 40 } : {})}
          />
        </Form.Item>
        <Button type="primary" htmlType="submit" block size="large" loading={busy}>
          {t("security.step.submit")}
        </Button>
        <Button type="link" block style={{ marginTop: 8 }} onClick={turn}>
          {t(recovery ? "security.step.useApp" : "security.step.useRecovery")}
        </Button>
        <Button type="link" block onClick={back}>
          {t("security.step.back")}
        </Button>
      </Form>
    </>
  );
}
