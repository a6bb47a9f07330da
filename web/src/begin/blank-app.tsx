import { useQuery } from "@tanstack/react-query";
import { Button, Form, Input } from "antd";
import { lazy } from "react";
import { useSearchParams } from "react-router";
import { appsQuery } from "@/api/catalogue";
import { useLanguage } from "@/i18n";
import css from "./begin.module.css";
import { useCreateApp } from "./use-create-app";

/** Most first pages have no app to choose yet. */
const AppChoice = lazy(() => import("./app-choice"));

type Fields = { label: string; copyOf?: string };

/** A named app, blank or like one that is there; `?like=` in the address chooses which. */
export function BlankApp() {
  const { t } = useLanguage();
  const create = useCreateApp();
  const apps = useQuery(appsQuery).data ?? [];
  const [search] = useSearchParams();
  return (
    <Form<Fields>
      layout="vertical"
      requiredMark={false}
      className={css.form}
      initialValues={{ copyOf: search.get("like") ?? undefined }}
      onFinish={({ label, copyOf }) => create.mutate({ label: label.trim(), ...(copyOf ? { copyOf } : {}) })}
    >
      <Form.Item
        name="label"
        label={t("begin.blank.name")}
        rules={[{ required: true, whitespace: true, message: t("begin.blank.required") }]}
      >
        <Input placeholder={t("begin.blank.placeholder")} maxLength={60} autoFocus={search.has("like")} />
      </Form.Item>
      {apps.length > 0 && (
        <Form.Item name="copyOf" label={t("begin.blank.like")} extra={t("begin.blank.likeHint")}>
          <AppChoice apps={apps} />
        </Form.Item>
      )}
      <Button htmlType="submit" loading={create.isPending}>
        {t("begin.blank.action")}
      </Button>
    </Form>
  );
}
