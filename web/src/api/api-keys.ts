import { queryOptions } from "@tanstack/react-query";
import { call, segment } from "./client";
import { keys } from "./keys";

/** A key by which a program comes in as its member; `prefix` is what its secret begins with. */
export type ApiKey = {
  id: string;
  name: string;
  prefix: string;
  member: string;
  createdAt: string;
  expiresAt: string | null;
  usedAt: string | null;
  addresses: string[];
};
export type WantedKey = { name: string; expiresAt: string | null; addresses: string[] };
/** With the secret, which no later answer holds. */
export type MadeKey = Pick<ApiKey, "id" | "name" | "prefix" | "expiresAt"> & { key: string };

/** One's own keys, or those of all members, for administrators. */
export const apiKeysQuery = (all: boolean) =>
  queryOptions({
    queryKey: [...keys.apiKeys, all],
    queryFn: async ({ signal }) =>
      (await call<{ items: ApiKey[] }>("GET", `/keys${all ? "?all=true" : ""}`, { signal })).items,
  });

export function makeKey(wanted: WantedKey): Promise<MadeKey> {
  return call("POST", "/keys", { body: wanted });
}

export function revokeKey(id: string): Promise<void> {
  return call("DELETE", `/keys/${segment(id)}`);
}
