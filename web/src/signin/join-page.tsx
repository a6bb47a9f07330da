import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Alert, Button, Form, Input } from "antd";
import { useState } from "react";
import { Link, useLocation, useNavigate } from "react-router";
import { join, lookAtInvitation, type Welcome } from "@/api/join";
import { keys } from "@/api/keys";
import { Problem } from "@/api/problem";
import { failureText } from "@/app/failure";
import { paths } from "@/app/paths";
import { PageSkeleton } from "@/app/skeleton";
import { changeLanguage, useLanguage } from "@/i18n";
import { CodeInput } from "@/security/code-input";
import css from "./sign-in.module.css";

type Fields = { name?: string; account: string; password: string; code?: string };

function useJoin(token: string, existing: boolean) {
  const cache = useQueryClient();
  const navigate = useNavigate();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const [codeNeeded, setCodeNeeded] = useState(false);
  const submit = async ({ name, account, password, code }: Fields) => {
    setBusy(true);
    setError(null);
    try {
      const me = await join({ token, name: name?.trim() ?? "", account: account.trim(), password, existing, code });
      cache.clear();
      cache.setQueryData(keys.me, me);
      await navigate(paths.home, { replace: true });
    } catch (failure) {
      const asks = failure instanceof Problem && failure.code === "code-needed";
      // Asking for a code is no mistake to be told.
      setError(asks && !codeNeeded ? null : failure);
      setCodeNeeded(codeNeeded || asks);
      setBusy(false);
    }
  };
  return { submit, busy, error, codeNeeded };
}

function JoinForm({ token, welcome }: { token: string; welcome: Welcome }) {
  const { t } = useLanguage();
  const [existing, setExisting] = useState(false);
  const { submit, busy, error, codeNeeded } = useJoin(token, existing);
  const start = { name: welcome.name ?? undefined, account: welcome.account ?? undefined };
  return (
    <Form<Fields> layout="vertical" initialValues={start} onFinish={submit} requiredMark={false} className={css.form}>
      {error !== null && <Alert type="error" showIcon title={failureText(error, t)} className={css.alert} />}
      <Form.Item
        name="name"
        label={t("people.join.name")}
        rules={[{ required: true, whitespace: true, message: t("people.join.nameRequired") }]}
      >
        <Input autoComplete="name" maxLength={100} size="large" disabled={welcome.name !== null} />
      </Form.Item>
      <Form.Item
        name="account"
        label={t("people.join.account")}
        extra={existing ? undefined : t("people.join.accountHint")}
        rules={[{ required: true, whitespace: true, message: t("people.join.accountRequired") }]}
      >
        <Input autoComplete="username" autoCapitalize="off" maxLength={100} size="large" />
      </Form.Item>
      <Form.Item
        name="password"
        label={t("people.join.password")}
        rules={[
          {
            required: true,
            min: existing ? 1 : welcome.shortest,
            message: t("people.join.passwordRequired", { n: String(welcome.shortest) }),
          },
        ]}
      >
        <Input.Password autoComplete={existing ? "current-password" : "new-password"} size="large" />
      </Form.Item>
      {existing && codeNeeded && (
        <Form.Item
          name="code"
          label={t("security.app.codeOr")}
          extra={t("security.app.codeHint")}
          rules={[{ required: true, message: t("security.step.required") }]}
        >
          <CodeInput inputMode="text" maxLength={40} size="large" autoFocus />
        </Form.Item>
      )}
      <Button type="primary" htmlType="submit" block size="large" loading={busy}>
        {t("people.join.submit")}
      </Button>
      <Button type="link" block style={{ marginTop: 8 }} onClick={() => setExisting(!existing)}>
        {t(existing ? "people.join.fresh" : "people.join.existing")}
      </Button>
    </Form>
  );
}

function Invited({ token }: { token: string }) {
  const { t } = useLanguage();
  const welcome = useQuery({
    queryKey: ["join", token],
    queryFn: () => lookAtInvitation(token),
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (welcome.isPending) return <PageSkeleton />;
  if (welcome.isError) {
    return (
      <>
        <h1>{t("people.join.broken")}</h1>
        <Alert type="error" showIcon title={failureText(welcome.error, t)} className={css.alert} />
        <Link to={paths.signIn}>{t("people.join.toSignIn")}</Link>
      </>
    );
  }
  return (
    <>
      <h1 style={{ marginBottom: 4 }}>{t("people.join.title", { workspace: welcome.data.workspace })}</h1>
      <p className="muted" style={{ marginBottom: 20 }}>
        {t("people.join.by", { name: welcome.data.by })}
      </p>
      <JoinForm token={token} welcome={welcome.data} />
    </>
  );
}

/** Where an invitation leads. Its secret stands behind # in the address, which no server is sent. */
export function Component() {
  const { language } = useLanguage();
  const token = useLocation().hash.slice(1);
  return (
    <main className={css.page}>
      <div className={css.card}>
        <img src="/icon.svg" alt="" width={40} height={40} />
        <Invited key={token} token={token} />
      </div>
      <Button type="text" size="small" onClick={() => void changeLanguage(language === "zh" ? "en" : "zh", true)}>
        {language === "zh" ? "English" : "\u4e2d\u6587"}
      </Button>
    </main>
  );
}
