import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Alert, Button, Form, Input, Modal } from "antd";
import { useState } from "react";
import { keys } from "@/api/keys";
import { type OwnSecurity, type Proof, removeFactor, renewRecoveryCodes } from "@/api/security";
import { failureText } from "@/app/failure";
import { useToast } from "@/app/toast";
import { useFormats } from "@/field/use-formats";
import { useLanguage } from "@/i18n";
import { CodeInput } from "./code-input";
import { Enrolment } from "./enrolment";
import { RecoveryCodes } from "./recovery-codes";
import css from "./security.module.css";

const FEW = 3;

type Asking = {
  title: string;
  text: string;
  danger?: boolean;
  act: (proof: Proof) => Promise<void>;
  close: () => void;
};

/** Asks for password and code before something is done. */
function Ask({ title, text, danger, act, close }: Asking) {
  const { t } = useLanguage();
  const [form] = Form.useForm<Proof>();
  const acting = useMutation({ mutationFn: act });
  const required = [{ required: true, message: t("security.own.required") }];
  return (
    <Modal
      open
      title={title}
      onCancel={close}
      okText={title}
      cancelText={t("common.cancel")}
      okButtonProps={{ danger, loading: acting.isPending }}
      onOk={form.submit}
    >
      <p className="muted">{text}</p>
      <Form<Proof> form={form} layout="vertical" requiredMark={false} onFinish={acting.mutate}>
        {acting.isError && (
          <Alert type="error" showIcon title={failureText(acting.error, t)} style={{ marginBottom: 16 }} />
        )}
        <Form.Item name="password" label={t("security.own.old")} rules={required}>
          <Input.Password autoComplete="current-password" autoFocus />
        </Form.Item>
        <Form.Item name="code" label={t("security.app.codeOr")} extra={t("security.app.codeHint")} rules={required}>
          <CodeInput inputMode="text" maxLength={40} onPressEnter={form.submit} />
        </Form.Item>
      </Form>
    </Modal>
  );
}

function On({ state }: { state: OwnSecurity["secondFactor"] }) {
  const { t } = useLanguage();
  const formats = useFormats();
  const toast = useToast();
  const cache = useQueryClient();
  const [asking, setAsking] = useState<"renew" | "disable" | null>(null);
  const [codes, setCodes] = useState<string[] | null>(null);
  const changed = () => cache.invalidateQueries({ queryKey: keys.ownSecurity });
  const close = () => setAsking(null);
  const renew = async (proof: Proof) => {
    setCodes(await renewRecoveryCodes(proof));
    close();
    await changed();
  };
  const disable = async (proof: Proof) => {
    await removeFactor(proof);
    toast.done(t("security.app.disabled"));
    close();
    await cache.invalidateQueries({ queryKey: keys.me });
    await changed();
  };
  if (codes) return <RecoveryCodes codes={codes} done={() => setCodes(null)} />;
  return (
    <>
      <p>
        {t("security.app.on", { when: state.since === null ? "" : formats.moment(state.since) })}
        {" \u00b7 "}
        {t("security.app.codesLeft", { n: String(state.recoveryCodes) })}
      </p>
      {state.recoveryCodes <= FEW && <Alert type="warning" showIcon title={t("security.app.codesLow")} />}
      <div className={css.bar}>
        <Button onClick={() => setAsking("renew")}>{t("security.app.renew")}</Button>
        <Button danger onClick={() => setAsking("disable")}>
          {t("security.app.disable")}
        </Button>
      </div>
      {asking === "renew" && (
        <Ask title={t("security.app.renew")} text={t("security.app.renewText")} act={renew} close={close} />
      )}
      {asking === "disable" && (
        <Ask
          title={t("security.app.disable")}
          text={t("security.app.disableText")}
          danger
          act={disable}
          close={close}
        />
      )}
    </>
  );
}

/** One's own second factor: setting it up, new recovery codes, turning it off. */
export function SecondFactor({ own }: { own: OwnSecurity }) {
  const { t } = useLanguage();
  const [enrolling, setEnrolling] = useState(false);
  return (
    <section className={css.section} aria-label={t("security.app.title")}>
      <h2>{t("security.app.title")}</h2>
      {own.demanded && <p className="muted">{t("security.app.demanded")}</p>}
      {enrolling ? (
        <Enrolment done={() => setEnrolling(false)} />
      ) : own.secondFactor.on ? (
        <On state={own.secondFactor} />
      ) : (
        <>
          <p>{t("security.app.off")}</p>
          <div className={css.bar}>
            <Button type="primary" onClick={() => setEnrolling(true)}>
              {t("security.app.enable")}
            </Button>
          </div>
        </>
      )}
    </section>
  );
}
