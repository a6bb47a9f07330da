import { queryOptions } from "@tanstack/react-query";
import type { Page } from "@/core/keyset";
import { call, segment, withQuery } from "./client";
import { keys } from "./keys";
import type { AboutRecord } from "./todos";

export const SECURITIES = ["starttls", "tls", "none"] as const;
export type MailSecurity = (typeof SECURITIES)[number];

/** Where mails arrive that could not be delivered, and how it stands with reading them. */
export type BounceMailbox = {
  host: string;
  port: number;
  security: MailSecurity;
  account: string;
  hasPassword: boolean;
  folder: string;
  /** When it was last read; null for never. */
  readAt: string | null;
  /** When reading last failed and why; null where it succeeded since. */
  failedAt: string | null;
  error: string | null;
};

/** By which server mail is sent; without a host it is kept and not sent. The password is never told. */
export type MailServer = {
  host: string | null;
  /** With its security null where nothing was ever set. */
  port: number | null;
  security: MailSecurity | null;
  account: string | null;
  hasPassword: boolean;
  from: string | null;
  /** Null where bounces are not read. */
  bounces: BounceMailbox | null;
};

/** What is wanted of a server; a password that is left out stays, null removes it. */
type Wanted = { security: MailSecurity; account: string | null; port?: number; password?: string | null };
export type WantedMailbox = Wanted & { host: string; folder: string | null };
export type WantedMailServer = Wanted & { host: string | null; from: string | null; bounces: WantedMailbox | null };

export const mailServerQuery = queryOptions({
  queryKey: keys.mailServer,
  queryFn: ({ signal }) => call<MailServer>("GET", "/settings/mail", { signal }),
});

export function setMailServer(wanted: WantedMailServer): Promise<MailServer> {
  return call<MailServer>("PUT", "/settings/mail", { body: wanted });
}

/** Under which address people reach this place; null where nobody said it, and mails hold no links. */
export type SiteAddress = { address: string | null };

export const siteAddressQuery = queryOptions({
  queryKey: keys.siteAddress,
  queryFn: ({ signal }) => call<SiteAddress>("GET", "/settings/address", { signal }),
});

export function setSiteAddress(address: string | null): Promise<SiteAddress> {
  return call<SiteAddress>("PUT", "/settings/address", { body: { address } });
}

/** Sends a mail at once by the settings that are kept. */
export function testMail(to: string): Promise<{ sent: boolean; error: string | null }> {
  return call("POST", "/settings/mail/test", { body: { to } });
}

/** Tries whether the mailbox for bounces can be opened by the settings that are kept. */
export function testMailbox(): Promise<{ opened: boolean; error: string | null }> {
  return call("POST", "/settings/mail/bounces/test");
}

export const MESSAGE_STATES = ["waiting", "sent", "failed", "bounced", "caught"] as const;
export type MessageState = (typeof MESSAGE_STATES)[number];
export const MESSAGE_CHANNELS = ["mail", "sms", "chat", "webhook"] as const;
export type MessageChannel = (typeof MESSAGE_CHANNELS)[number];

/** What left the house, or is going to. */
export type OutMessage = {
  id: string;
  at: string;
  channel: MessageChannel;
  to: string;
  subject: string | null;
  state: MessageState;
  attempts: number;
  /** What the server said last. */
  error: string | null;
  /** When it is tried again. */
  next: string | null;
  sentAt: string | null;
  about: AboutRecord | null;
  /** `notice`, `test`, or `rule:` and its code. */
  source: string;
};
export type CaughtMail = OutMessage & { text: string; html: string | null };

export type MessageFilter = { state?: MessageState; channel?: MessageChannel };

export function readMessages(
  filter: MessageFilter,
  after: string | null,
  signal?: AbortSignal,
): Promise<Page<OutMessage>> {
  return call("GET", withQuery("/messages", { ...filter, after }), { signal });
}

export function retryMessage(id: string): Promise<OutMessage> {
  return call<OutMessage>("POST", `/messages/${segment(id)}/retry`);
}

export function readCaughtMail(after: string | null, signal?: AbortSignal): Promise<Page<OutMessage>> {
  return call("GET", withQuery("/caught-mail", { after }), { signal });
}

export const caughtMailQuery = (id: string) =>
  queryOptions({
    queryKey: keys.caughtOne(id),
    queryFn: ({ signal }) => call<CaughtMail>("GET", `/caught-mail/${segment(id)}`, { signal }),
  });
