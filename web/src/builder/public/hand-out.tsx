import { useQuery } from "@tanstack/react-query";
import { Alert, QRCode } from "antd";
import { publicFormsQuery } from "@/api/open-form";
import { Copied } from "@/app/copied";
import { labelText, useLanguage } from "@/i18n";
import { embedding } from "./model";
import css from "./public.module.css";

/** The address of a published form, as a link, as a picture for a phone, and as a line for a website. */
export function HandOut({ code }: { code: string }) {
  const { t, language } = useLanguage();
  const forms = useQuery(publicFormsQuery);
  const form = forms.data?.find((one) => one.code === code);
  if (form === undefined) return <p className="muted">{t("publicForm.publishFirst")}</p>;
  const address = window.location.origin + form.path;
  const local = /^(localhost|127\.|\[::1\])/.test(window.location.hostname);
  return (
    <div className={css.handOut}>
      <QRCode value={address} size={120} bordered={false} aria-label={t("publicForm.qr")} />
      <div className={css.links}>
        <p className="muted">
          {t(`publicForm.stateOf.${form.state}`)}
          {" \u00b7 "}
          {form.quota === undefined || form.quota === null
            ? t("publicForm.taken", { n: form.taken })
            : t("publicForm.takenOf", { n: form.taken, quota: form.quota })}
        </p>
        <Copied label={t("publicForm.link")} text={address} />
        <Copied label={t("publicForm.embedding")} text={embedding(address, labelText(form.label, language))} />
        <a href={form.path} target="_blank" rel="noreferrer">
          {t("publicForm.open")}
        </a>
        {local && <Alert type="info" showIcon title={t("publicForm.local")} />}
      </div>
    </div>
  );
}
