import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Select } from "antd";
import { useEffect, useState } from "react";
import { entitiesQuery } from "@/api/catalogue";
import { keys } from "@/api/keys";
import { listRecords } from "@/api/records";
import { useLanguage } from "@/i18n";
import { IN_CELL_WIDTH, type InputProps } from "../kind";
import { labelled } from "../people";
import { titleOf } from "../relation";

function useLater(text: string): string {
  const [later, setLater] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setLater(text), 200);
    return () => clearTimeout(timer);
  }, [text]);
  return later;
}

function useLookup(code: string, typed: string) {
  const search = useLater(typed);
  const entities = useQuery(entitiesQuery);
  const entity = entities.data?.find((found) => found.code === code);
  const fields = entity?.titleField ? [entity.titleField] : undefined;
  return useQuery({
    queryKey: keys.lookup(code, search),
    enabled: entity !== undefined,
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }) => {
      const page = await listRecords(code, { where: null, search, sort: [], fields }, null, signal, 30);
      return page.items.map((row) => ({ value: row.id, label: titleOf(row, entity) }));
    },
  });
}

export function Lookup({ id, field, value, label, onChange, autoFocus, inCell, invalid }: InputProps) {
  const { t } = useLanguage();
  const [typed, setTyped] = useState("");
  const found = useLookup(field.entity ?? "", typed);
  const chosen = labelled(value, label).map((one) => ({ value: one.code, label: one.text }));
  return (
    <Select
      id={id}
      labelInValue
      mode={field.many ? "multiple" : undefined}
      value={field.many ? chosen : (chosen[0] ?? null)}
      options={found.data ?? []}
      loading={found.isFetching}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      notFoundContent={found.isFetching ? t("common.loading") : t("field.nothingFound")}
      allowClear={!field.required}
      autoFocus={autoFocus}
      defaultOpen={inCell}
      popupMatchSelectWidth={inCell ? IN_CELL_WIDTH : true}
      variant={inCell ? "borderless" : "outlined"}
      status={invalid ? "error" : undefined}
      style={{ width: "100%" }}
      onChange={(picked) => {
        const list = (Array.isArray(picked) ? picked : picked ? [picked] : []) as { value: string; label: string }[];
        const ids = list.map((one) => one.value);
        const names = list.map((one) => String(one.label));
        if (field.many) onChange(ids, names);
        else onChange(ids[0] ?? null, names[0]);
      }}
    />
  );
}
