import { SafetyCertificateOutlined } from "@ant-design/icons";
import { lazy, type ReactNode, Suspense, useState } from "react";
import type { EntityInfo, Row } from "@/api/types";
import { useMe } from "@/app/signed-in";
import { useLanguage } from "@/i18n";

const PersonalDataDialog = lazy(() => import("./personal-data-dialog"));

/** What is held on a person: an item of a record's menu, for administrators and where there are fields of that kind. */
export function usePersonalData({ entity, row }: { entity: EntityInfo; row: Row }) {
  const { t } = useLanguage();
  const me = useMe();
  const [open, setOpen] = useState(false);
  const offered = me.admin && entity.fields.some((field) => field.personal);
  const item = {
    key: "personal",
    icon: <SafetyCertificateOutlined />,
    label: t("privacy.menu"),
    onClick: () => setOpen(true),
  };
  const dialog: ReactNode = open && (
    <Suspense>
      <PersonalDataDialog entity={entity.code} id={row.id} close={() => setOpen(false)} />
    </Suspense>
  );
  return { items: offered ? [item] : [], dialog };
}
