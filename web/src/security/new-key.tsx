import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Alert, Button, Form, Input, Modal, Select } from "antd";
import { useEffect, useRef } from "react";
import { type MadeKey, makeKey } from "@/api/api-keys";
import { keys } from "@/api/keys";
import { copyText } from "@/app/copy-text";
import { failureText } from "@/app/failure";
import { useToast } from "@/app/toast";
import { useLanguage } from "@/i18n";
import { addressLines, looksLikeRange } from "./address-list";
import css from "./security.module.css";

const DAY = 24 * 60 * 60 * 1000;
const SPANS = { 30: "days30", 90: "days90", 365: "days365", 0: "never" } as const;
const USUAL = 90;

type Wanted = { name: string; days: number; addresses?: string };

const end = (days: number) => (days === 0 ? null : new Date(Date.now() + days * DAY).toISOString());

/** Asks what a key is for, how long it holds and from where it may be used. */
export function NewKey({ done, close }: { done: (made: MadeKey) => void; close: () => void }) {
  const { t } = useLanguage();
  const cache = useQueryClient();
  const [form] = Form.useForm<Wanted>();
  const make = useMutation({
    mutationFn: ({ name, days, addresses }: Wanted) =>
      makeKey({ name: name.trim(), expiresAt: end(days), addresses: addressLines(addresses ?? "") }),
    onSuccess: async (made) => {
      done(made);
      close();
      await cache.invalidateQueries({ queryKey: keys.apiKeys });
    },
  });
  const ranges = async (_: unknown, text: string | undefined) => {
    const wrong = addressLines(text ?? "").find((line) => !looksLikeRange(line));
    if (wrong !== undefined) throw new Error(t("security.keys.wrongAddress", { text: wrong }));
  };
  return (
    <Modal
      open
      title={t("security.keys.add")}
      onCancel={close}
      okText={t("security.keys.make")}
      cancelText={t("common.cancel")}
      okButtonProps={{ loading: make.isPending }}
      onOk={form.submit}
    >
      <Form<Wanted>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ days: USUAL }}
        onFinish={make.mutate}
      >
        {make.isError && (
          <Alert type="error" showIcon title={failureText(make.error, t)} style={{ marginBottom: 16 }} />
        )}
        <Form.Item
          name="name"
          label={t("security.keys.name")}
          rules={[{ required: true, whitespace: true, message: t("security.keys.nameRequired") }]}
        >
          <Input autoFocus maxLength={100} placeholder={t("security.keys.nameHint")} />
        </Form.Item>
        <Form.Item name="days" label={t("security.keys.until")}>
          <Select
            options={[30, 90, 365, 0].map((days) => ({
              value: days,
              label: t(`security.keys.${SPANS[days as keyof typeof SPANS]}`),
            }))}
          />
        </Form.Item>
        <Form.Item
          name="addresses"
          label={t("security.keys.addresses")}
          extra={t("security.keys.addressesHint")}
          rules={[{ validator: ranges }]}
        >
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} />
        </Form.Item>
      </Form>
    </Modal>
  );
}

/** The secret of a key, which is shown this once. */
export function MadeKeyNote({ made, done }: { made: MadeKey; done: () => void }) {
  const { t } = useLanguage();
  const toast = useToast();
  const top = useRef<HTMLHeadingElement>(null);
  // Below a long list of devices nobody would see that the key is there, and it is there this once.
  useEffect(() => {
    void top.current?.scrollIntoView({ block: "center" });
  }, []);
  const copy = async () => {
    await copyText(made.key);
    toast.done(t("security.keys.copied"));
  };
  return (
    <>
      <h3 ref={top} style={{ margin: 0 }}>
        {t("security.keys.made", { name: made.name })}
      </h3>
      <p className="muted">{t("security.keys.madeText")}</p>
      <Input readOnly aria-label={t("security.keys.secret")} value={made.key} className={css.secret} />
      <div className={css.bar}>
        <Button onClick={() => void copy()}>{t("security.keys.copy")}</Button>
        <Button type="primary" onClick={done}>
          {t("security.keys.kept")}
        </Button>
      </div>
    </>
  );
}
