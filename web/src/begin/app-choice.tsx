import { Select } from "antd";
import type { AppInfo } from "@/api/types";
import { labelText, useLanguage } from "@/i18n";

type Props = { apps: AppInfo[]; id?: string; value?: string; onChange?: (code: string | undefined) => void };

/** One of the apps that are there, or none; an input of a form. */
export default function AppChoice({ apps, ...input }: Props) {
  const { t, language } = useLanguage();
  return (
    <Select
      {...input}
      allowClear
      placeholder={t("begin.blank.fromNothing")}
      options={apps.map((app) => ({ value: app.code, label: labelText(app.label, language) }))}
    />
  );
}
