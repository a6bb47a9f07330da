import { CheckOutlined, MinusOutlined } from "@ant-design/icons";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Alert, Button, Form, Input } from "antd";
import { keys } from "@/api/keys";
import { changePassword, type PasswordRules } from "@/api/security";
import { failureText } from "@/app/failure";
import { useMe } from "@/app/signed-in";
import { useToast } from "@/app/toast";
import { useLanguage } from "@/i18n";
import { hintsFor } from "./password-hints";
import css from "./security.module.css";

type Fields = { old: string; wanted: string; again: string };

/** What is asked of a new password, while it is typed. */
export function Hints({ password, rules, names }: { password: string; rules: PasswordRules; names: string[] }) {
  const { t } = useLanguage();
  return (
    <ul className={css.hints} aria-label={t("security.hint.label")}>
      {hintsFor(password, rules, names).map(({ of, n, met }) => (
        <li key={of} className={met ? css.met : undefined}>
          {met ? (
            <CheckOutlined aria-label={t("security.hint.met")} />
          ) : (
            <MinusOutlined aria-label={met === false ? t("security.hint.open") : undefined} />
          )}
          {t(`security.hint.${of}`, { n: String(n ?? "") })}
        </li>
      ))}
    </ul>
  );
}

/** Changes one's own password. */
export function PasswordForm({ rules, done }: { rules: PasswordRules; done: () => void }) {
  const { t } = useLanguage();
  const me = useMe();
  const toast = useToast();
  const cache = useQueryClient();
  const [form] = Form.useForm<Fields>();
  const wanted = Form.useWatch("wanted", form) ?? "";
  const change = useMutation({
    mutationFn: ({ old, wanted }: Fields) => changePassword(old, wanted),
    onSuccess: async (next) => {
      toast.done(t("security.own.changed"));
      await cache.invalidateQueries({ queryKey: keys.ownSecurity });
      await cache.invalidateQueries({ queryKey: keys.ownSessions });
      done();
      cache.setQueryData(keys.me, next);
    },
  });
  const required = { required: true, message: t("security.own.required") };
  const same = {
    validator: (_: unknown, again?: string) =>
      again === form.getFieldValue("wanted")
        ? Promise.resolve()
        : Promise.reject(new Error(t("security.own.different"))),
  };
  return (
    <Form<Fields> form={form} layout="vertical" requiredMark={false} onFinish={change.mutate} className={css.form}>
      {change.isError && (
        <Alert type="error" showIcon title={failureText(change.error, t)} style={{ marginBottom: 16 }} />
      )}
      <Form.Item name="old" label={t("security.own.old")} rules={[required]}>
        <Input.Password autoComplete="current-password" />
      </Form.Item>
      <Form.Item name="wanted" label={t("security.own.wanted")} rules={[required]}>
        <Input.Password autoComplete="new-password" maxLength={200} />
      </Form.Item>
      <Hints password={wanted} rules={rules} names={[me.account?.name ?? "", me.member.name]} />
      <Form.Item name="again" label={t("security.own.again")} dependencies={["wanted"]} rules={[required, same]}>
        <Input.Password autoComplete="new-password" maxLength={200} />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={change.isPending}>
        {t("security.own.submit")}
      </Button>
    </Form>
  );
}
