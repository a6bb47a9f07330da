import { useMutation, useQueryClient } from "@tanstack/react-query";
import { App, Button, Form, Input, Modal } from "antd";
import {
  addCredential,
  type Credential,
  changeCredential,
  credentialsQuery,
  deleteCredential,
} from "@/api/credentials";
import { useToast } from "@/app/toast";
import { useLanguage } from "@/i18n";

type Fields = { name: string; origin: string; secret: string };

/** Something done to credentials: a failure is said, and what is known of them is asked for anew. */
function useChange<T, R>(change: (what: T) => Promise<R>, done: (result: R) => void) {
  const toast = useToast();
  const cache = useQueryClient();
  return useMutation({
    mutationFn: change,
    onError: toast.failed,
    onSuccess: done,
    onSettled: () => cache.invalidateQueries({ queryKey: credentialsQuery.queryKey }),
  });
}

function Delete({ credential, close }: { credential: Credential; close: () => void }) {
  const { t } = useLanguage();
  const toast = useToast();
  const { modal } = App.useApp();
  const deleting = useChange(deleteCredential, () => {
    toast.done(t("credential.deleted", { name: credential.name }));
    close();
  });
  const ask = () =>
    modal.confirm({
      title: t("credential.deleteTitle", { name: credential.name }),
      content: t("credential.deleteText"),
      okText: t("credential.delete"),
      okButtonProps: { danger: true },
      cancelText: t("common.cancel"),
      onOk: () => deleting.mutateAsync(credential.code).catch(() => undefined),
    });
  return (
    <Button danger type="link" onClick={ask}>
      {t("credential.delete")}
    </Button>
  );
}

/** A credential to be added, or one that is there: its secret can be replaced and not read. */
export function CredentialDialog({ credential, close }: { credential: Credential | null; close: () => void }) {
  const { t } = useLanguage();
  const toast = useToast();
  const [form] = Form.useForm<Fields>();
  const typed = Form.useWatch("origin", form) ?? credential?.origin ?? "";
  const elsewhere = credential !== null && typed.trim() !== credential.origin;
  const save = useChange(
    ({ name, origin, secret }: Fields) => {
      const wanted = { name, origin, ...(secret.trim() === "" ? {} : { secret }) };
      return credential ? changeCredential(credential.code, wanted) : addCredential(wanted);
    },
    ({ name }) => {
      toast.done(credential ? t("credential.changed") : t("credential.added", { name }));
      close();
    },
  );
  const title = credential?.name ?? t("credential.add");
  return (
    <Modal
      open
      title={title}
      okText={credential ? t("common.save") : t("credential.add")}
      cancelText={t("common.cancel")}
      confirmLoading={save.isPending}
      onOk={form.submit}
      onCancel={close}
    >
      <Form<Fields>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ name: credential?.name ?? "", origin: credential?.origin ?? "", secret: "" }}
        onFinish={save.mutate}
      >
        <Form.Item
          name="name"
          label={t("credential.name")}
          extra={t("credential.nameHint")}
          rules={[{ required: true, whitespace: true, message: t("credential.nameNeeded") }]}
        >
          <Input maxLength={100} autoFocus={credential === null} />
        </Form.Item>
        <Form.Item
          name="origin"
          label={t("credential.origin")}
          extra={t("credential.originHint")}
          rules={[{ required: true, whitespace: true, message: t("credential.originNeeded") }]}
        >
          <Input inputMode="url" autoComplete="off" spellCheck={false} maxLength={500} />
        </Form.Item>
        <Form.Item
          name="secret"
          label={t("credential.secret")}
          extra={t(elsewhere ? "credential.secretAgain" : "credential.secretHint")}
          dependencies={["origin"]}
          rules={[
            { required: credential === null || elsewhere, whitespace: true, message: t("credential.secretNeeded") },
          ]}
        >
          <Input.Password
            autoComplete="new-password"
            maxLength={4000}
            placeholder={credential && !elsewhere ? t("credential.secretKept") : undefined}
          />
        </Form.Item>
      </Form>
      {credential && <Delete credential={credential} close={close} />}
    </Modal>
  );
}
