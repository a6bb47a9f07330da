import { EyeOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { endPreview, type PreviewedRole } from "@/api/preview";
import { paths } from "@/app/paths";
import { useLanguage } from "@/i18n";
import css from "./shell.module.css";

/** Says as whom one looks, and leads back. */
export function PreviewBar({ role }: { role: PreviewedRole }) {
  const { t } = useLanguage();
  const leave = () => {
    endPreview();
    window.location.assign(paths.build);
  };
  return (
    <div className={css.preview} role="status">
      <EyeOutlined />
      <span>{t("app.preview.as", { name: role.name })}</span>
      <Button size="small" onClick={leave}>
        {t("app.preview.leave")}
      </Button>
    </div>
  );
}
