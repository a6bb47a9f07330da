import { useEffect, useMemo } from "react";
import type { EntityInfo, Row } from "@/api/types";
import { type GridLine, useGrouped } from "@/list/use-grouped";
import { type TreeQuery, useRows } from "@/list/use-rows";

const NO_GROUP: string[] = [];

/** The lines of a timeline: its records in their order, or below the groups of its view. */
export function useLines(entity: EntityInfo, query: TreeQuery, group: string[] = NO_GROUP) {
  const grouped = group.length > 0;
  const plain = useRows(entity, query, !grouped);
  const groups = useGrouped(entity, query, group, [], grouped);
  const rows: Row[] = grouped ? groups.rows : plain.rows;
  const all = useMemo(() => plain.rows.map((row, at): GridLine => ({ kind: "row", row, at })), [plain.rows]);
  const { isPending, isError, error, refetch } = grouped ? groups.groups : plain;
  return {
    rows,
    lines: grouped ? groups.lines : all,
    fields: group.flatMap((code) => entity.fields.filter((field) => field.code === code)),
    toggle: groups.toggle,
    reach: groups.reach,
    grouped,
    plain,
    reading: { isPending, isError, error, refetch },
  };
}

/** Reads what comes near: the next page, or the records of the groups in sight. */
export function useNear(found: ReturnType<typeof useLines>, range: { from: number; to: number }, phone: boolean) {
  const { grouped, lines, reach, plain } = found;
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = plain;
  const near = range.to + 20 >= lines.length;
  useEffect(() => {
    if (!phone && !grouped && near && hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [phone, grouped, near, hasNextPage, isFetchingNextPage, fetchNextPage]);
  // On a phone what waits tells by itself when it comes near.
  useEffect(() => {
    if (grouped && !phone) reach(lines.slice(range.from, range.to));
  });
}
