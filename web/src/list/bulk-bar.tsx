import { CloseOutlined, DeleteOutlined, EditOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useState } from "react";
import type { ListQuery } from "@/api/records";
import type { Count, EntityInfo } from "@/api/types";
import { BulkButtons } from "@/button/bulk-buttons";
import { formatDecimal } from "@/core/decimal";
import { useLanguage } from "@/i18n";
import { PrintSelected } from "@/print/print-selected";
import { BulkEdit } from "./bulk-edit";
import css from "./list.module.css";
import { NONE, type Selected } from "./selection";
import { useBulk } from "./use-bulk";

type Props = {
  entity: EntityInfo;
  query: ListQuery;
  selected: Selected;
  select: (next: Selected) => void;
  loaded: number;
  count: Count | undefined;
};

export function countText(count: Count): string {
  return `${formatDecimal(count.value)}${count.capped ? "+" : ""}`;
}

/** What can be done with the chosen records; stands below the list while some are chosen, so that no row moves. */
export function BulkBar({ entity, query, selected, select, loaded, count }: Props) {
  const { t } = useLanguage();
  const [editing, setEditing] = useState(false);
  const bulk = useBulk(entity, query, selected, () => select(NONE));
  if (!selected.all && selected.ids.size === 0) return null;
  const all = count ? countText(count) : "";
  const size = selected.all ? all : formatDecimal(selected.ids.size);
  const wholePage = !selected.all && selected.ids.size >= loaded && count !== undefined && count.value > loaded;
  return (
    <div className={css.bulk} role="toolbar" aria-label={t("list.selected", { n: size })}>
      <strong className="num">{t(selected.all ? "list.selectedAll" : "list.selected", { n: size })}</strong>
      {wholePage && (
        <Button type="link" size="small" onClick={() => select({ all: true, ids: new Set() })}>
          {t("list.selectAllMatching", { n: all })}
        </Button>
      )}
      <span className={css.space} />
      {!selected.all && <PrintSelected entity={entity.code} ids={selected.ids} />}
      <BulkButtons entity={entity} ids={selected.all ? null : [...selected.ids]} done={() => select(NONE)} />
      {entity.rights.update && (
        <Button icon={<EditOutlined />} onClick={() => setEditing(true)}>
          {t("list.bulkEdit")}
        </Button>
      )}
      {entity.rights.delete && (
        <Button danger icon={<DeleteOutlined />} loading={bulk.busy} onClick={() => void bulk.remove()}>
          {t("common.delete")}
        </Button>
      )}
      <Button type="text" icon={<CloseOutlined />} aria-label={t("list.unselect")} onClick={() => select(NONE)} />
      {editing && (
        <BulkEdit
          entity={entity}
          size={size}
          busy={bulk.busy}
          close={() => setEditing(false)}
          apply={async (set) => {
            if (await bulk.update(set)) setEditing(false);
          }}
        />
      )}
    </div>
  );
}
