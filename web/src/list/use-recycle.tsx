import { useQueryClient } from "@tanstack/react-query";
import { App } from "antd";
import { useState } from "react";
import { keys } from "@/api/keys";
import { purgeRecords, restoreRecords } from "@/api/records";
import type { EntityInfo, Row } from "@/api/types";
import { useToast } from "@/app/toast";
import { formatDecimal } from "@/core/decimal";
import { titleOf } from "@/field/relation";
import { useLanguage } from "@/i18n";

const NAMED = 8;

/** Brings deleted records back, or deletes them for good after naming what will be lost. */
export function useRecycle(entity: EntityInfo, done: () => void) {
  const { t } = useLanguage();
  const toast = useToast();
  const cache = useQueryClient();
  const { modal } = App.useApp();
  const [busy, setBusy] = useState(false);
  const run = async (work: () => Promise<unknown>, said: string) => {
    setBusy(true);
    try {
      await work();
      toast.done(said);
      done();
      await cache.invalidateQueries({ queryKey: keys.records(entity.code) });
    } catch (error) {
      toast.failed(error);
    } finally {
      setBusy(false);
    }
  };
  const ids = (rows: Row[]) => rows.map((row) => row.id);
  const restore = (rows: Row[]) =>
    run(() => restoreRecords(entity.code, ids(rows)), t("list.restored", { n: formatDecimal(rows.length) }));
  const purge = (rows: Row[]) => {
    const n = formatDecimal(rows.length);
    modal.confirm({
      title: t("list.purgeTitle", { n }),
      content: (
        <>
          <p>{t("list.purgeText")}</p>
          <ul style={{ margin: "8px 0 0", paddingLeft: 20 }}>
            {rows.slice(0, NAMED).map((row) => (
              <li key={row.id}>{titleOf(row, entity)}</li>
            ))}
            {rows.length > NAMED && <li>{t("list.purgeMore", { n: formatDecimal(rows.length - NAMED) })}</li>}
          </ul>
        </>
      ),
      okText: t("list.purge"),
      okButtonProps: { danger: true },
      cancelText: t("common.cancel"),
      onOk: () => run(() => purgeRecords(entity.code, ids(rows)), t("list.purged", { n })),
    });
  };
  return { busy, restore, purge };
}
