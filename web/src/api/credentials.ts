import { queryOptions } from "@tanstack/react-query";
import { call, segment } from "./client";
import { keys } from "./keys";

/** Something secret by which rules sign in to another system; what it holds is never told. */
export type Credential = {
  code: string;
  name: string;
  /** Where alone it is sent to. */
  origin: string;
  changedAt: string;
  /** What the rules are called that use it. */
  usedBy: string[];
};

/** A secret that is left out stays; with another origin it has to be told again. */
export type WantedCredential = { name: string; origin: string; secret?: string };

export const credentialsQuery = queryOptions({
  queryKey: keys.credentials,
  queryFn: async ({ signal }) => (await call<{ items: Credential[] }>("GET", "/credentials", { signal })).items,
});

export function addCredential(wanted: WantedCredential): Promise<Credential> {
  return call<Credential>("POST", "/credentials", { body: wanted });
}

export function changeCredential(code: string, change: WantedCredential): Promise<Credential> {
  return call<Credential>("PATCH", `/credentials/${segment(code)}`, { body: change });
}

export function deleteCredential(code: string): Promise<void> {
  return call<void>("DELETE", `/credentials/${segment(code)}`);
}
