import { queryOptions } from "@tanstack/react-query";
import { call } from "./client";
import { keys } from "./keys";
import type { Label } from "./types";

export type RoleInfo = { code: string; label: Label; admin: boolean };

/** The published roles; for administrators. */
export const rolesQuery = queryOptions({
  queryKey: keys.roles,
  queryFn: async ({ signal }) => (await call<{ items: RoleInfo[] }>("GET", "/roles", { signal })).items,
  staleTime: 60_000,
});
