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

/** A right password of an account with a second factor: the challenge goes back with a code. */
export type CodeWanted = { challenge: string; seconds: number };

export function signIn(account: string, password: string): Promise<Me | CodeWanted> {
  return call<Me | CodeWanted>("POST", "/session", { body: { account, password } });
}

/** The second step, by a code of the app or a recovery code. */
export function signInWithCode(challenge: string, code: string): Promise<Me> {
  return call<Me>("POST", "/session/code", { body: { challenge, code } });
}

/** Makes a language this person's own, on every device. */
export function keepLanguage(language: "zh" | "en"): Promise<Me> {
  return call<Me>("PATCH", "/me", { body: { language } });
}

export function signOut(): Promise<void> {
  return call<void>("DELETE", "/session");
}
