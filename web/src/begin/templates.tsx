import { AppstoreOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { Button, Checkbox, Skeleton } from "antd";
import { useState } from "react";
import { templatesQuery } from "@/api/catalogue";
import type { TemplateInfo } from "@/api/types";
import { Failure } from "@/app/failure";
import { Later } from "@/app/skeleton";
import { labelText, useLanguage } from "@/i18n";
import css from "./begin.module.css";
import { useCreateApp } from "./use-create-app";

type RowProps = { template: TemplateInfo; busy: boolean; install: () => void };

function TemplateRow({ template, busy, install }: RowProps) {
  const { t, language } = useLanguage();
  return (
    <div className={css.template}>
      <div>
        <h3>{labelText(template.label, language)}</h3>
        <p className="muted">{labelText(template.description, language)}</p>
        <span className={css.note}>{t("begin.template.entities", { n: template.entities })}</span>
      </div>
      <Button onClick={install} loading={busy}>
        {t("begin.template.action")}
      </Button>
    </div>
  );
}

export function Templates() {
  const { t } = useLanguage();
  const templates = useQuery(templatesQuery);
  const create = useCreateApp();
  const [sample, setSample] = useState(true);
  const installing = create.isPending && "template" in create.variables ? create.variables.template : null;
  return (
    <section className={css.card}>
      <AppstoreOutlined className={css.icon} />
      <h2>{t("begin.template.title")}</h2>
      <p className="muted">{t("begin.template.text")}</p>
      {templates.isPending && (
        <Later>
          <Skeleton active title={false} paragraph={{ rows: 3 }} />
        </Later>
      )}
      {templates.isError && <Failure error={templates.error} retry={() => void templates.refetch()} />}
      {templates.data?.length === 0 && <p className={css.form}>{t("begin.template.empty")}</p>}
      {templates.data?.map((template) => (
        <TemplateRow
          key={template.code}
          template={template}
          busy={installing === template.code}
          install={() => create.mutate({ template: template.code, sample })}
        />
      ))}
      {templates.data && templates.data.length > 0 && (
        <Checkbox checked={sample} onChange={(event) => setSample(event.target.checked)} className={css.form}>
          {t("begin.template.sample")}
        </Checkbox>
      )}
    </section>
  );
}
