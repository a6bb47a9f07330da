import { PrinterOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { lazy, type ReactNode, Suspense, useState } from "react";
import { printTemplatesQuery } from "@/api/print";
import type { EntityInfo, Row } from "@/api/types";
import { useLanguage } from "@/i18n";

const PrintDialog = lazy(() => import("./print-dialog"));

/** Printing a record: an item of its menu where there is a template, and the dialog that it opens. */
export function usePrint({ entity, row }: { entity: EntityInfo; row: Row }) {
  const { t } = useLanguage();
  const [open, setOpen] = useState(false);
  const templates = (useQuery(printTemplatesQuery).data ?? []).filter((one) => one.entity === entity.code);
  const item = { key: "print", icon: <PrinterOutlined />, label: t("print.print"), onClick: () => setOpen(true) };
  const dialog: ReactNode = open && (
    <Suspense>
      <PrintDialog entity={entity.code} id={row.id} templates={templates} close={() => setOpen(false)} />
    </Suspense>
  );
  return { items: templates.length > 0 ? [item] : [], dialog };
}
