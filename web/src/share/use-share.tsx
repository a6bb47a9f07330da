import { ShareAltOutlined } from "@ant-design/icons";
import { lazy, type ReactNode, Suspense, useState } from "react";
import type { EntityInfo, Row } from "@/api/types";
import { useLanguage } from "@/i18n";

const ShareDialog = lazy(() => import("./share-dialog"));

/** Sharing a record: an item of its menu for who may, and the dialog that it opens. */
export function useShare({ entity, row }: { entity: EntityInfo; row: Row }) {
  const { t } = useLanguage();
  const [open, setOpen] = useState(false);
  const item = { key: "share", icon: <ShareAltOutlined />, label: t("share.share"), onClick: () => setOpen(true) };
  const dialog: ReactNode = open && (
    <Suspense>
      <ShareDialog entity={entity} id={row.id} close={() => setOpen(false)} />
    </Suspense>
  );
  return { items: entity.rights.share ? [item] : [], dialog };
}
