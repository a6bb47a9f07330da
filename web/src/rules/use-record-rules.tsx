import { ThunderboltOutlined } from "@ant-design/icons";
import { lazy, type ReactNode, Suspense, useState } from "react";
import type { EntityInfo, Row } from "@/api/types";
import { useBuilding } from "@/app/builds";
import { useLanguage } from "@/i18n";

const RecordRulesDrawer = lazy(() => import("./record-rules-drawer"));

/** What rules did with a record: an item of its menu, for those who build its app. */
export function useRecordRules({ entity, row }: { entity: EntityInfo; row: Row }) {
  const { t } = useLanguage();
  const building = useBuilding();
  const [open, setOpen] = useState(false);
  const item = {
    key: "rules",
    icon: <ThunderboltOutlined />,
    label: t("rules.why.menu"),
    onClick: () => setOpen(true),
  };
  const drawer: ReactNode = open && (
    <Suspense>
      <RecordRulesDrawer entity={entity.code} record={row.id} close={() => setOpen(false)} />
    </Suspense>
  );
  const may = building.all || (typeof entity.app === "string" && building.app(entity.app));
  return { items: may ? [item] : [], drawer };
}
