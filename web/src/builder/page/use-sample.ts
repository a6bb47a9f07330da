import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { keys } from "@/api/keys";
import { listRecords, readRecord } from "@/api/records";
import type { EntityInfo, Row } from "@/api/types";
import { titleOf } from "@/field/relation";

const MOST = 20;

/** What stands for a record where there is none yet. */
export const NOBODY: Row = { id: "", version: 0, number: null, values: {}, labels: {} };

/** The real record that a page is looked at with while it is built: the one changed last, unless another is chosen. */
export function useSample(entity: EntityInfo) {
  const [search, setSearch] = useState("");
  const [chosen, choose] = useState<string | null>(null);
  const fields = entity.titleField ? [entity.titleField] : undefined;
  const records = useQuery({
    queryKey: keys.lookup(entity.code, `sample ${search}`),
    queryFn: async ({ signal }) =>
      (await listRecords(entity.code, { where: null, search, sort: ["-updated_at"], fields }, null, signal, MOST))
        .items,
  });
  const id = chosen ?? records.data?.[0]?.id ?? null;
  const row = useQuery({
    queryKey: keys.record(entity.code, id ?? ""),
    queryFn: ({ signal }) => readRecord(entity.code, id ?? "", signal),
    enabled: id !== null,
  });
  return {
    id,
    choose,
    setSearch,
    options: (records.data ?? []).map((one) => ({ value: one.id, label: titleOf(one, entity) })),
    row: id === null ? undefined : row.data,
    pending: records.isPending || (id !== null && row.isPending),
    /** Whether there is nothing to look at the page with. */
    none: records.isSuccess && search === "" && records.data.length === 0,
  };
}
