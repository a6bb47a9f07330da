import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Alert, Select, Skeleton } from "antd";
import { useEffect, useState } from "react";
import { keys } from "@/api/keys";
import { previewTemplate } from "@/api/print";
import { listRecords } from "@/api/records";
import type { EntityInfo } from "@/api/types";
import { Empty } from "@/app/empty";
import { Failure } from "@/app/failure";
import { titleOf } from "@/field/relation";
import { labelText, useLanguage } from "@/i18n";
import { Sheet } from "@/print/sheet";
import type { PrintDoc } from "./model";
import css from "./print.module.css";

const PAUSE = 500;
const FEW = 30;

function useSettled(doc: PrintDoc): PrintDoc {
  const [settled, setSettled] = useState(doc);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(doc), PAUSE);
    return () => clearTimeout(timer);
  }, [doc]);
  return settled;
}

function RecordChoice({
  entity,
  value,
  set,
}: {
  entity: EntityInfo;
  value: string | null;
  set: (id: string | null) => void;
}) {
  const { t } = useLanguage();
  const [search, setSearch] = useState("");
  const records = useQuery({
    queryKey: keys.lookup(entity.code, `print ${search}`),
    queryFn: async ({ signal }) => {
      const fields = entity.titleField ? [entity.titleField] : [];
      const query = { where: null, search, sort: ["-created_at"], fields };
      const page = await listRecords(entity.code, query, null, signal, FEW);
      return page.items.map((row) => ({ value: row.id, label: titleOf(row, entity) }));
    },
  });
  return (
    <Select
      allowClear
      className={css.trial}
      aria-label={t("print.previewOn")}
      placeholder={t("print.newest")}
      value={value}
      options={records.data ?? []}
      showSearch={{ filterOption: false, onSearch: setSearch }}
      onChange={(id: string | undefined) => set(id ?? null)}
    />
  );
}

/** What the template gives for a real record, as the server prints it, a moment after each change. */
export function Preview({ doc, entity, mail }: { doc: PrintDoc; entity: EntityInfo; mail: boolean }) {
  const { t, language } = useLanguage();
  const [record, setRecord] = useState<string | null>(null);
  const settled = useSettled(doc);
  const trial = { template: settled, record, mail };
  const tried = useQuery({
    queryKey: keys.tried(trial),
    queryFn: ({ signal }) => previewTemplate(trial, signal),
    placeholderData: keepPreviousData,
    gcTime: 0,
  });
  const hidden = [...new Set((tried.data?.unread ?? []).map((one) => one.what))];
  return (
    <section className={css.preview} aria-label={t("print.preview")}>
      <RecordChoice entity={entity} value={record} set={setRecord} />
      {hidden.length > 0 && <Alert type="info" title={t("print.unread", { names: hidden.join(", ") })} />}
      {tried.data?.unlinked && <Alert type="warning" showIcon title={t("print.unlinked")} />}
      {tried.isPending && <Skeleton active paragraph={{ rows: 12 }} />}
      {tried.isError && <Failure error={tried.error} retry={() => void tried.refetch()} />}
      {tried.data?.html === null && <Empty title={t("print.noRecord")} />}
      {tried.data?.html && <Sheet html={tried.data.html} title={labelText(doc.label, language)} />}
    </section>
  );
}
