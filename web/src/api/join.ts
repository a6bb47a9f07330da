import { call } from "./client";
import type { Me } from "./types";

/** What an invitation is for; `name` and `account` where it is for somebody who is expected. */
export type Welcome = { workspace: string; by: string; name: string | null; account: string | null; shortest: number };

export function lookAtInvitation(token: string): Promise<Welcome> {
  return call<Welcome>("POST", "/join/look", { body: { token } });
}

export type Coming = {
  token: string;
  name: string;
  account: string;
  password: string;
  existing: boolean;
  code?: string;
};

export function join(coming: Coming): Promise<Me> {
  return call<Me>("POST", "/join", { body: coming });
}
