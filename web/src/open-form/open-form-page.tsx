import { CheckCircleOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { Alert, Button } from "antd";
import { useEffect } from "react";
import { useParams } from "react-router";
import { type OpenForm, openFormQuery } from "@/api/open-form";
import { Problem } from "@/api/problem";
import { Empty } from "@/app/empty";
import { Failure, failureText } from "@/app/failure";
import { ZoneProvider } from "@/app/signed-in";
import { PageSkeleton } from "@/app/skeleton";
import { changeLanguage, labelText, useLanguage } from "@/i18n";
import { FillingForm } from "@/record/filling-form";
import css from "./open-form.module.css";
import { useOpenForm } from "./use-open-form";

function Thanks({ text, again }: { text: string; again: () => Promise<void> }) {
  const { t } = useLanguage();
  return (
    <div className={css.thanks} role="status">
      <CheckCircleOutlined className={css.done} aria-hidden />
      <h2>{text}</h2>
      <Button onClick={() => void again()}>{t("openForm.again")}</Button>
    </div>
  );
}

function Fields({ workspace, form }: { workspace: string; form: OpenForm }) {
  const { t, language } = useLanguage();
  const { filling, error, busy, done, submit, again } = useOpenForm(workspace, form);
  if (done) {
    return <Thanks text={done.thanks ? labelText(done.thanks, language) : t("openForm.thanks")} again={again} />;
  }
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      {form.intro && <p className={css.intro}>{labelText(form.intro, language)}</p>}
      <FillingForm filling={filling} />
      {error !== null && <Alert type="error" showIcon title={failureText(error, t)} className={css.alert} />}
      <Button type="primary" htmlType="submit" size="large" block loading={busy} className={css.submit}>
        {t("openForm.submit")}
      </Button>
    </form>
  );
}

function Body({ workspace, form }: { workspace: string; form: OpenForm }) {
  const { t, language } = useLanguage();
  const title = labelText(form.label, language);
  useEffect(() => {
    document.title = title;
  }, [title]);
  return (
    <>
      <h1>{title}</h1>
      {form.state === "open" ? (
        <ZoneProvider value={form.zone}>
          <Fields workspace={workspace} form={form} />
        </ZoneProvider>
      ) : (
        <p className={css.intro} role="status">
          {t(`openForm.state.${form.state}`)}
        </p>
      )}
    </>
  );
}

/** A form that anybody may fill in: no account, one column, made for a phone. */
export function Component() {
  const { t, language } = useLanguage();
  const { workspace = "", code = "" } = useParams();
  const form = useQuery(openFormQuery(workspace, code));
  if (form.isPending) return <PageSkeleton />;
  const missing = form.error instanceof Problem && form.error.status === 404;
  return (
    <main className={css.page}>
      <div className={css.card}>
        {missing && <Empty title={t("openForm.missing")} text={t("openForm.missingText")} alert />}
        {form.error && !missing && <Failure error={form.error} retry={() => void form.refetch()} />}
        {form.data && <Body workspace={workspace} form={form.data} />}
      </div>
      <Button type="text" size="small" onClick={() => void changeLanguage(language === "zh" ? "en" : "zh", true)}>
        {language === "zh" ? "English" : "\u4e2d\u6587"}
      </Button>
    </main>
  );
}
