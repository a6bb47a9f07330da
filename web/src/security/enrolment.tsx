import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Alert, Button, Form, Input, QRCode } from "antd";
import { useState } from "react";
import { keys } from "@/api/keys";
import { type BegunFactor, beginFactor, confirmFactor } from "@/api/security";
import { Copied } from "@/app/copied";
import { failureText } from "@/app/failure";
import { useToast } from "@/app/toast";
import { useLanguage } from "@/i18n";
import { CodeInput } from "./code-input";
import { RecoveryCodes } from "./recovery-codes";
import css from "./security.module.css";

type Stage = { at: "password" } | { at: "scan"; begun: BegunFactor } | { at: "codes"; codes: string[] };

function Password({ next }: { next: (begun: BegunFactor) => void }) {
  const { t } = useLanguage();
  const begin = useMutation({ mutationFn: beginFactor, onSuccess: next });
  return (
    <Form<{ password: string }>
      layout="vertical"
      requiredMark={false}
      className={css.form}
      onFinish={({ password }) => begin.mutate(password)}
    >
      <p style={{ marginBottom: 12 }}>{t("security.app.passwordFirst")}</p>
      {begin.isError && (
        <Alert type="error" showIcon title={failureText(begin.error, t)} style={{ marginBottom: 16 }} />
      )}
      <Form.Item
        name="password"
        label={t("security.own.old")}
        rules={[{ required: true, message: t("security.own.required") }]}
      >
        <Input.Password autoComplete="current-password" autoFocus />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={begin.isPending}>
        {t("security.app.next")}
      </Button>
    </Form>
  );
}

function Scan({ begun, next }: { begun: BegunFactor; next: (codes: string[]) => void }) {
  const { t } = useLanguage();
  const confirm = useMutation({ mutationFn: confirmFactor, onSuccess: next });
  return (
    <div className={css.scan}>
      {/* Dark on light in both themes: not every camera reads it otherwise. */}
      <QRCode
        value={begun.address}
        size={188}
        color="black"
        bgColor="white"
        bordered={false}
        style={{ padding: 8 }}
        aria-label={t("security.app.qr")}
      />
      <div>
        <p>{t("security.app.scanText")}</p>
        <details>
          <summary className="muted">{t("security.app.byHand")}</summary>
          <Copied label={t("security.app.secret")} text={begun.secret} />
        </details>
        <Form<{ code: string }> layout="vertical" requiredMark={false} onFinish={({ code }) => confirm.mutate(code)}>
          {confirm.isError && (
            <Alert type="error" showIcon title={failureText(confirm.error, t)} style={{ marginBottom: 16 }} />
          )}
          <Form.Item
            name="code"
            label={t("security.app.firstCode")}
            rules={[{ required: true, message: t("security.step.required") }]}
          >
            <CodeInput autoFocus />
          </Form.Item>
          <Button type="primary" htmlType="submit" loading={confirm.isPending}>
            {t("security.app.confirm")}
          </Button>
        </Form>
      </div>
    </div>
  );
}

/** From a password to a second factor with its recovery codes. `done` comes when these are kept. */
export function Enrolment({ done }: { done: () => void }) {
  const { t } = useLanguage();
  const toast = useToast();
  const cache = useQueryClient();
  const [stage, setStage] = useState<Stage>({ at: "password" });
  if (stage.at === "password") return <Password next={(begun) => setStage({ at: "scan", begun })} />;
  if (stage.at === "scan") return <Scan begun={stage.begun} next={(codes) => setStage({ at: "codes", codes })} />;
  const finish = async () => {
    toast.done(t("security.app.enabled"));
    await cache.invalidateQueries({ queryKey: keys.ownSecurity });
    await cache.invalidateQueries({ queryKey: keys.ownSessions });
    done();
  };
  return <RecoveryCodes codes={stage.codes} done={() => void finish()} />;
}
