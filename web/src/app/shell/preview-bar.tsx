import { EyeOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { endPreview, type Looking } from "@/api/preview";
import { paths } from "@/app/paths";
import { useLanguage } from "@/i18n";
import css from "./shell.module.css";

/** Says as whom one looks, and leads back. */
export function PreviewBar({ as }: { as: Looking }) {
  const { t } = useLanguage();
  const leave = () => {
    endPreview();
    window.location.assign("role" in as ? paths.build : paths.people);
  };
  return (
    <div className={css.preview} role="status">
      <EyeOutlined />
      <span>{t("app.preview.as", { name: as.name })}</span>
      <Button size="small" onClick={leave}>
        {t("app.preview.leave")}
      </Button>
    </div>
  );
}
