import { queryOptions } from "@tanstack/react-query";
import { call, segment } from "./client";
import { keys } from "./keys";

/** A browser in which one is signed in. `agent` is what it calls itself. */
export type SessionInfo = {
  id: string;
  createdAt: string;
  seenAt: string;
  address: string;
  agent: string;
  /** Whether it is this browser. */
  current: boolean;
};

export const ownSessionsQuery = queryOptions({
  queryKey: keys.ownSessions,
  queryFn: async ({ signal }) => (await call<{ items: SessionInfo[] }>("GET", "/me/sessions", { signal })).items,
});

/** Signs out everywhere but in this browser. */
export function endOtherSessions(): Promise<void> {
  return call<void>("DELETE", "/me/sessions");
}

export function endSession(id: string): Promise<void> {
  return call<void>("DELETE", `/me/sessions/${segment(id)}`);
}
