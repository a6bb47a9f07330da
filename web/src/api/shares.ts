import { queryOptions } from "@tanstack/react-query";
import { call, segment } from "./client";
import { keys } from "./keys";

export const PRINCIPALS = ["member", "group", "department"] as const;
export type PrincipalKind = (typeof PRINCIPALS)[number];
export const LEVELS = ["read", "update"] as const;
export type ShareLevel = (typeof LEVELS)[number];

/** Somebody by id; null as a name for who is not there any more. */
type Somebody = { id: string; name: string | null };
export type ShareInfo = {
  id: string;
  kind: PrincipalKind;
  principal: Somebody;
  /** Whether a department stands for those below it too. */
  below: boolean;
  level: ShareLevel;
  /** The last day; null for no end. */
  until: string | null;
  by: Somebody | null;
  at: string;
};
/** @see ShareInfo; `most` is the most that the caller may give */
export type SharesInfo = { items: ShareInfo[]; most: ShareLevel };
export type WantedShare = {
  kind: PrincipalKind;
  principal: string;
  below: boolean;
  level: ShareLevel;
  until: string | null;
};

const path = (entity: string, record: string) => `/records/${segment(entity)}/${segment(record)}/shares`;

export const sharesQuery = (entity: string, record: string) =>
  queryOptions({
    queryKey: keys.shares(entity, record),
    queryFn: ({ signal }) => call<SharesInfo>("GET", path(entity, record), { signal }),
  });

/** Shares a record, or changes the share that somebody has. */
export const putShare = (entity: string, record: string, wanted: WantedShare): Promise<SharesInfo> =>
  call("POST", path(entity, record), { body: wanted });

export const takeShareBack = (entity: string, record: string, id: string): Promise<void> =>
  call("DELETE", `${path(entity, record)}/${segment(id)}`);
