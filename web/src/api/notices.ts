import { queryOptions } from "@tanstack/react-query";
import type { Page } from "@/core/keyset";
import { address, call, withQuery } from "./client";
import { keys } from "./keys";
import type { AboutRecord } from "./todos";
import type { NamedRef } from "./types";

export const TOPICS = ["assignments", "reminders", "mentions", "rules", "system"] as const;
export type Topic = (typeof TOPICS)[number];

/** Something that this person is told. */
export type Notice = {
  id: string;
  at: string;
  topic: Topic;
  title: string;
  text: string | null;
  /** Null for the system. */
  by: NamedRef | null;
  about: AboutRecord | null;
  /** The to-do that it is about. */
  todo: string | null;
  read: boolean;
};

/** As many as that, or more. */
export const MOST_UNREAD = 1000;

/** What is told at once: how many are unread and, where one has just come, the newest. */
export type LiveNotice = { unread: number; latest: Notice | null };

export type NoticeCount = { unread: number };

export function readNotices(unread: boolean, after: string | null, signal?: AbortSignal): Promise<Page<Notice>> {
  return call<Page<Notice>>("GET", withQuery("/notices", { unread: unread || undefined, after }), { signal });
}

export const noticeCountQuery = queryOptions({
  queryKey: keys.noticeCount,
  queryFn: ({ signal }) => call<NoticeCount>("GET", "/notices/count", { signal }),
  staleTime: 60_000,
});

/** Marks these as read, or all there are. */
export function markRead(which: { ids: string[] } | { all: true }): Promise<NoticeCount> {
  return call<NoticeCount>("POST", "/notices/read", { body: which });
}

/** Where the browser hears of what is new, for as long as it listens. */
export const livePath = (): string => address("/live");

export const CHANNELS = ["in_app", "mail", "chat", "sms"] as const;
export type Channel = (typeof CHANNELS)[number];
export const PACES = ["at_once", "digest", "off"] as const;
/** How somebody is told by a channel. */
export type Pace = (typeof PACES)[number];

/** Times are "HH:mm" in the workspace's zone. */
export type NoticePreferences = {
  /** Those that there are. */
  channels: Channel[];
  topics: Partial<Record<Topic, Partial<Record<Channel, Pace>>>>;
  quiet: { from: string; to: string } | null;
  digest_at: string;
  /** Where mail goes; null for the usual one. */
  address: string | null;
  usualAddress: string | null;
};
export type WantedPreferences = Omit<NoticePreferences, "channels" | "usualAddress">;

export const noticePreferencesQuery = queryOptions({
  queryKey: keys.noticePreferences,
  queryFn: ({ signal }) => call<NoticePreferences>("GET", "/me/notice-preferences", { signal }),
});

export function setNoticePreferences(wanted: WantedPreferences): Promise<NoticePreferences> {
  return call<NoticePreferences>("PUT", "/me/notice-preferences", { body: wanted });
}
