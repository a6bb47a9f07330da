import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Form, Input, Modal } from "antd";
import { useNavigate } from "react-router";
import { entitiesQuery } from "@/api/catalogue";
import { type DefinitionInfo, newDefinition, putDefinition, suggestCode } from "@/api/definitions";
import { keys } from "@/api/keys";
import { paths } from "@/app/paths";
import { useToast } from "@/app/toast";
import { useLanguage } from "@/i18n";
import { words } from "../form/new-parts";

type Props = { app: string; own: DefinitionInfo; definitions: DefinitionInfo[]; close: () => void };

/** A form with a name and nothing in it yet; designing it comes next. */
export function NewForm({ app, own, definitions, close }: Props) {
  const { t, language } = useLanguage();
  const toast = useToast();
  const cache = useQueryClient();
  const navigate = useNavigate();
  const entities = useQuery(entitiesQuery).data ?? [];
  const [form] = Form.useForm<{ label: string }>();
  const create = useMutation({
    mutationFn: async ({ label }: { label: string }) => {
      const taken = [...entities, ...definitions].map((one) => one.code);
      const code = await suggestCode(label, taken, true);
      await newDefinition({ kind: "entity", code, app, label: words(label.trim(), language), fields: [] });
      // An app with a menu of its own lists the new form there; without one all of its forms are listed anyway.
      const menu = own.definition?.menu;
      if (Array.isArray(menu))
        await putDefinition({ ...own.definition, menu: [...menu, { entity: code }] }, own.version);
      return code;
    },
    onError: toast.failed,
    onSuccess: async (code) => {
      await cache.invalidateQueries({ queryKey: keys.allDefinitions });
      await navigate(paths.buildForm(app, code));
    },
  });
  return (
    <Modal
      open
      title={t("builder.app.newForm")}
      okText={t("builder.app.create")}
      cancelText={t("common.cancel")}
      onOk={form.submit}
      onCancel={close}
      okButtonProps={{ loading: create.isPending }}
    >
      <Form form={form} layout="vertical" requiredMark={false} onFinish={(values) => create.mutate(values)}>
        <Form.Item
          name="label"
          label={t("builder.app.formName")}
          rules={[{ required: true, whitespace: true, message: t("begin.columns.labelRequired") }]}
        >
          <Input autoFocus placeholder={t("builder.app.formPlaceholder")} maxLength={60} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
