import type { BounceMailbox, MailSecurity, MailServer, WantedMailbox, WantedMailServer } from "@/api/mail";

type Ports = Record<MailSecurity, number>;

/** The ports that ways of securing the line usually have: for sending, and for reading. */
export const SENDING: Ports = { none: 25, starttls: 587, tls: 465 };
export const READING: Ports = { none: 143, starttls: 143, tls: 993 };

const USUAL: MailSecurity = "starttls";
const USUAL_FOLDER = "INBOX";

/** What is filled in of any server of mail; a password is what was typed, which the server alone knows afterwards. */
export type LoginDraft = {
  host: string;
  port: number | null;
  security: MailSecurity;
  account: string;
  password: string;
};

export type MailboxDraft = LoginDraft & { folder: string };

/** The settings while they are edited; without a mailbox bounces are not read. */
export type ServerDraft = LoginDraft & { from: string; bounces: MailboxDraft | null };

/** What is kept of a login, of which there may be none. */
type KeptLogin = Pick<MailServer, "host" | "port" | "security" | "account" | "hasPassword">;

export function draftOf({ host, port, security, account, from, bounces }: MailServer): ServerDraft {
  return {
    host: host ?? "",
    port,
    security: security ?? USUAL,
    account: account ?? "",
    password: "",
    from: from ?? "",
    bounces: mailboxOf(bounces),
  };
}

export function mailboxOf(kept: BounceMailbox | null): MailboxDraft | null {
  if (kept === null) return null;
  const { host, port, security, account, folder } = kept;
  return { host, port, security, account, password: "", folder };
}

/** A mailbox to begin with: as providers name their servers, and the account that mail is sent by. */
export function firstMailbox({ host, account }: ServerDraft): MailboxDraft {
  return {
    host: host.trim().replace(/^smtp\./i, "imap."),
    port: READING.tls,
    security: "tls",
    account: account.trim(),
    password: "",
    folder: USUAL_FOLDER,
  };
}

/** Another way of securing the line, with its usual port where the port was the usual one. */
export function secured<D extends LoginDraft>(draft: D, security: MailSecurity, ports: Ports): D {
  const usual = draft.port === null || draft.port === ports[draft.security];
  return { ...draft, security, port: usual ? ports[security] : draft.port };
}

/** Whether the password has to be typed again: the one that is kept goes no other way than the one it was given for. */
export function needsPassword(kept: KeptLogin | null, draft: LoginDraft, ports: Ports): boolean {
  const same =
    kept?.host === draft.host.trim() &&
    kept.account === draft.account.trim() &&
    kept.security === draft.security &&
    kept.port === (draft.port ?? ports[draft.security]);
  return draft.host.trim() !== "" && draft.account.trim() !== "" && !(same && kept.hasPassword);
}

const text = (value: string) => value.trim() || null;

/** An account that is taken away takes its password along. */
function wantedLogin({ port, security, account, password }: LoginDraft) {
  return {
    security,
    account: text(account),
    ...(port === null ? {} : { port }),
    ...(text(account) === null ? { password: null } : password === "" ? {} : { password }),
  };
}

function wantedMailbox(draft: MailboxDraft): WantedMailbox | null {
  const host = text(draft.host);
  return host === null ? null : { host, ...wantedLogin(draft), folder: text(draft.folder) };
}

/** What is sent to be kept. */
export function wantedOf(draft: ServerDraft): WantedMailServer {
  return {
    host: text(draft.host),
    ...wantedLogin(draft),
    from: text(draft.from),
    bounces: draft.bounces && wantedMailbox(draft.bounces),
  };
}
