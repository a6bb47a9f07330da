import { QuestionCircleOutlined } from "@ant-design/icons";
import { lazy, type ReactNode, Suspense, useState } from "react";
import type { EntityInfo, Row } from "@/api/types";
import { useMe } from "@/app/signed-in";
import { useLanguage } from "@/i18n";

const WhyDrawer = lazy(() => import("./why-drawer"));

/** Who sees a record and why: an item of its menu, for administrators. */
export function useWhy({ entity, row }: { entity: EntityInfo; row: Row }) {
  const { t } = useLanguage();
  const me = useMe();
  const [open, setOpen] = useState(false);
  const item = { key: "why", icon: <QuestionCircleOutlined />, label: t("why.menu"), onClick: () => setOpen(true) };
  const drawer: ReactNode = open && (
    <Suspense>
      <WhyDrawer entity={entity} id={row.id} close={() => setOpen(false)} />
    </Suspense>
  );
  return { items: me.admin ? [item] : [], drawer };
}
