import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { useSearchParams } from "react-router";
import { readAudit } from "@/api/audit";
import { keys } from "@/api/keys";
import { useZone } from "@/app/signed-in";
import { type AuditFilter, addressOf, filterIn, parametersOf } from "./filter";

/** The log as the address narrows it, page by page. */
export function useLog() {
  const [address, setAddress] = useSearchParams();
  const zone = useZone();
  const filter = useMemo(() => filterIn(address), [address]);
  const parameters = useMemo(() => parametersOf(filter, zone), [filter, zone]);
  const pages = useInfiniteQuery({
    queryKey: keys.audit(parameters),
    queryFn: ({ pageParam, signal }) => readAudit(parameters, pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
    placeholderData: keepPreviousData,
  });
  const narrow = (next: AuditFilter) => setAddress(addressOf(next), { replace: true });
  return { filter, parameters, pages, narrow, entries: pages.data?.pages.flatMap((page) => page.items) ?? [] };
}
