import { AdminsOnly } from "@/admin/admins-only";
import { useLanguage } from "@/i18n";
import css from "./privacy.module.css";
import { WatermarkSetting } from "./watermark-setting";

/** What the workspace does for the data of people. */
export function Component() {
  const { t } = useLanguage();
  return (
    <AdminsOnly>
      <div className={css.page}>
        <h1>{t("privacy.settings")}</h1>
        <WatermarkSetting />
      </div>
    </AdminsOnly>
  );
}
