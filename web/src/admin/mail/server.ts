import type { MailSecurity, MailServer, WantedMailServer } from "@/api/mail";

const PORTS: Record<MailSecurity, number> = { none: 25, starttls: 587, tls: 465 };

const USUAL: MailSecurity = "starttls";

/** The port that a way of securing the line usually has. */
export const usualPort = (security: MailSecurity): number => PORTS[security];

/** The settings while they are edited; a password is what was typed, which the server alone knows afterwards. */
export type ServerDraft = {
  host: string;
  port: number | null;
  security: MailSecurity;
  account: string;
  password: string;
  from: string;
};

export function draftOf({ host, port, security, account, from }: MailServer): ServerDraft {
  return {
    host: host ?? "",
    port,
    security: security ?? USUAL,
    account: account ?? "",
    password: "",
    from: from ?? "",
  };
}

/** Another way of securing the line, with its usual port where the port was the usual one. */
export function secured(draft: ServerDraft, security: MailSecurity): ServerDraft {
  const usual = draft.port === null || draft.port === usualPort(draft.security);
  return { ...draft, security, port: usual ? usualPort(security) : draft.port };
}

/** Whether the password has to be typed again: it was given to another server or account. */
export function needsPassword(kept: MailServer, draft: ServerDraft): boolean {
  const elsewhere = draft.host.trim() !== (kept.host ?? "") || draft.account.trim() !== (kept.account ?? "");
  return draft.host.trim() !== "" && draft.account.trim() !== "" && (elsewhere || !kept.hasPassword);
}

/** What is sent to be kept. An account that is taken away takes its password along. */
export function wantedOf(draft: ServerDraft): WantedMailServer {
  const text = (value: string) => value.trim() || null;
  const account = text(draft.account);
  return {
    host: text(draft.host),
    security: draft.security,
    account,
    from: text(draft.from),
    ...(draft.port === null ? {} : { port: draft.port }),
    ...(account === null ? { password: null } : draft.password === "" ? {} : { password: draft.password }),
  };
}
