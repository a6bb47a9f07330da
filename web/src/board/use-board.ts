import { keepPreviousData, useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { readGroups } from "@/api/groups";
import { keys } from "@/api/keys";
import { listRecords } from "@/api/records";
import type { EntityInfo, FieldInfo, ViewInfo } from "@/api/types";
import { joinPages } from "@/core/keyset";
import { useLanguage } from "@/i18n";
import type { TreeQuery } from "@/list/use-rows";
import { both } from "@/list/views";
import { type BoardColumn, boardColumns, columnWhere } from "./columns";

/** How many cards a column reads at a time. */
const CARDS = 20;

/** The columns of a board with count and sum, by one question over all its records. */
export function useColumns(entity: EntityInfo, view: ViewInfo, by: FieldInfo, query: TreeQuery) {
  const { t, language } = useLanguage();
  const asked = { where: query.where, search: query.search, by: by.code, sum: view.sum };
  const groups = useQuery({
    queryKey: keys.groups(entity.code, asked),
    queryFn: ({ signal }) =>
      readGroups(
        entity.code,
        query,
        {
          by: [by.code],
          measures: [{ fn: "count" }, ...(view.sum ? [{ fn: "sum" as const, of: view.sum }] : [])],
        },
        signal,
      ),
    placeholderData: keepPreviousData,
  });
  const hidden = view.hidden;
  const columns = useMemo(() => {
    const words = { blank: t("views.blank"), yes: t("common.yes"), no: t("common.no") };
    return boardColumns(by, groups.data, hidden ?? [], words, language);
  }, [by, groups.data, hidden, t, language]);
  return { columns, groups };
}

/** The cards of one column, page by page. */
export function useCards(entity: EntityInfo, by: FieldInfo, query: TreeQuery, column: BoardColumn) {
  const { value } = column;
  const asked = useMemo(
    () => ({ ...query, where: both(query.where, columnWhere(by.code, value)) }),
    [query, by.code, value],
  );
  const pages = useInfiniteQuery({
    queryKey: keys.list(entity.code, { ...asked, limit: CARDS }),
    queryFn: ({ pageParam, signal }) => listRecords(entity.code, asked, pageParam, signal, CARDS),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
  });
  const rows = useMemo(() => joinPages(pages.data?.pages ?? []), [pages.data]);
  return { ...pages, rows };
}
