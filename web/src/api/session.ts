import { queryOptions } from "@tanstack/react-query";
import { call } from "./client";
import { keys } from "./keys";
import type { Me } from "./types";

export const meQuery = queryOptions({
  queryKey: keys.me,
  queryFn: ({ signal }) => call<Me>("GET", "/me", { signal }),
  staleTime: 5 * 60_000,
  retry: false,
});

export function signIn(account: string, password: string): Promise<Me> {
  return call<Me>("POST", "/session", { body: { account, password } });
}

/** Makes a language this person's own, on every device. */
export function keepLanguage(language: "zh" | "en"): Promise<Me> {
  return call<Me>("PATCH", "/me", { body: { language } });
}

export function signOut(): Promise<void> {
  return call<void>("DELETE", "/session");
}
