import { queryOptions } from "@tanstack/react-query";
import { call, segment } from "./client";
import { keys } from "./keys";
import type { Me } from "./types";

export type PasswordRules = { shortest: number; history: number; expireDays: number | null };
export type OwnSecurity = {
  rules: PasswordRules;
  passwordSetAt: string;
  secondFactor: { on: boolean; since: string | null; recoveryCodes: number };
  /** Whether the workspace demands a second factor of who asks. */
  demanded: boolean;
};
export type Demand = "none" | "admins" | "all";
export type SecuritySettings = {
  password: PasswordRules;
  secondFactor: Demand;
  addresses: string[];
  sessions: { idleMinutes: number; longestDays: number | null };
};
/** With the address that it is asked from. */
export type ShownSecurity = SecuritySettings & { address: string; version: number };
/** What proves that it is really the person at the keys. */
export type Proof = { password: string; code: string };
export type BegunFactor = { secret: string; address: string };

export const ownSecurityQuery = queryOptions({
  queryKey: keys.ownSecurity,
  queryFn: ({ signal }) => call<OwnSecurity>("GET", "/me/security", { signal }),
});

export const securityQuery = queryOptions({
  queryKey: keys.security,
  queryFn: ({ signal }) => call<ShownSecurity>("GET", "/security", { signal }),
});

export function setSecurity({ version, ...settings }: SecuritySettings & { version: number }): Promise<ShownSecurity> {
  return call("PUT", "/security", { body: settings, headers: { "If-Match": `"${version}"` } });
}

export function changePassword(old: string, wanted: string): Promise<Me> {
  return call("PATCH", "/me", { body: { password: { old, wanted } } });
}

export function beginFactor(password: string): Promise<BegunFactor> {
  return call("POST", "/me/second-factor", { body: { password } });
}

const codesOf = async (path: string, body: object) =>
  (await call<{ recoveryCodes: string[] }>("POST", path, { body })).recoveryCodes;

/** Turns the factor on that was begun; gives the recovery codes. */
export const confirmFactor = (code: string) => codesOf("/me/second-factor/confirmation", { code });

export const renewRecoveryCodes = (proof: Proof) => codesOf("/me/second-factor/recovery-codes", proof);

export function removeFactor(proof: Proof): Promise<void> {
  return call("POST", "/me/second-factor/removal", { body: proof });
}

export function resetFactorOf(member: string): Promise<void> {
  return call("DELETE", `/members/${segment(member)}/second-factor`);
}

export function endSessionOf(member: string, session: string): Promise<void> {
  return call("DELETE", `/members/${segment(member)}/sessions/${segment(session)}`);
}
