import { Button, Form, Input } from "antd";
import { useLanguage } from "@/i18n";
import css from "./begin.module.css";
import { useCreateApp } from "./use-create-app";

export function BlankApp() {
  const { t } = useLanguage();
  const create = useCreateApp();
  return (
    <Form<{ label: string }>
      layout="vertical"
      requiredMark={false}
      className={css.form}
      onFinish={({ label }) => create.mutate({ label: label.trim() })}
    >
      <Form.Item
        name="label"
        label={t("begin.blank.name")}
        rules={[{ required: true, whitespace: true, message: t("begin.blank.required") }]}
      >
        <Input placeholder={t("begin.blank.placeholder")} maxLength={60} />
      </Form.Item>
      <Button htmlType="submit" loading={create.isPending}>
        {t("begin.blank.action")}
      </Button>
    </Form>
  );
}
