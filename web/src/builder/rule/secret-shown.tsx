import { Button, Popconfirm } from "antd";
import { Copied } from "@/app/copied";
import { useLanguage } from "@/i18n";
import css from "./rule.module.css";

type Props = {
  label: string;
  hint: string;
  text: string;
  /** What is lost when another one is made. */
  warning: string;
  busy: boolean;
  replace: () => void;
};

/** Something secret that those who build may take along, and make anew when somebody else has got hold of it. */
export function SecretShown({ label, hint, text, warning, busy, replace }: Props) {
  const { t } = useLanguage();
  return (
    <div className={css.labelled}>
      <span className={css.name}>{label}</span>
      <Copied label={label} text={text} />
      <div className={css.split}>
        <span className={css.hint}>{hint}</span>
        <Popconfirm
          title={t("hook.replaceTitle", { what: label })}
          description={warning}
          okText={t("hook.replace")}
          okButtonProps={{ danger: true }}
          cancelText={t("common.cancel")}
          onConfirm={replace}
        >
          <Button type="link" size="small" className={css.flat} loading={busy}>
            {t("hook.replaceWhat", { what: label })}
          </Button>
        </Popconfirm>
      </div>
    </div>
  );
}
