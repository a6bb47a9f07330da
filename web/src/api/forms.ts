import { queryOptions } from "@tanstack/react-query";
import type { Layout } from "@/core/layout/layout";
import { call } from "./client";
import { keys } from "./keys";
import type { Label } from "./types";

export type FormInfo = { code: string; app?: string; label: Label; entity: string; standard: boolean; layout: Layout };

/** All forms that this person can use, with only the fields this person may read. */
export const formsQuery = queryOptions({
  queryKey: keys.forms,
  queryFn: async ({ signal }) => (await call<{ items: FormInfo[] }>("GET", "/forms", { signal })).items,
  staleTime: 10 * 60_000,
});
