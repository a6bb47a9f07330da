import { queryOptions } from "@tanstack/react-query";
import type { Change, See } from "@/builder/role/field-rights";
import type { Flag, Reach } from "@/builder/role/model";
import { call, segment } from "./client";
import { keys } from "./keys";
import type { Label } from "./types";

/** A rule that gives a right on records, or takes it away, and whether it holds for the record. */
export type WhyWord = {
  by: "role" | "share" | "sharing";
  /** Of the role or the sharing rule; null for a share. */
  code: string | null;
  label: Label | null;
  denies: boolean;
  reach: Reach | null;
  condition: string | null;
  holds: boolean;
};
export type WhyRows = { allowed: boolean; words: WhyWord[] };
/** `given` and `denied` are codes of roles. */
export type WhyAbility = { code: Flag; allowed: boolean; given: string[]; denied: string[] };
export type WhyField = {
  code: string;
  see: See;
  change: Change;
  /** One that denies tells the most that it leaves of what others give. */
  words: { role: string; denies: boolean; see: See; change: Change }[];
  /** What it is computed from and cannot be read, where roles show it. */
  hiddenBy: { entity: string; field: string }[];
};
/** `says` is whether it says anything of the entity. */
export type WhyRole = { code: string; label: Label; app: string | null; says: boolean };
/** By which roles and rules a member reaches a record. */
export type Why = {
  member: { id: string; name: string; active: boolean };
  admin: boolean;
  roles: WhyRole[];
  read: WhyRows;
  update: WhyRows;
  delete: WhyRows;
  abilities: WhyAbility[];
  fields: WhyField[];
};

/** For administrators. What roles say changes elsewhere, so it is asked for anew each time. */
export const whyQuery = (member: string, entity: string, record: string) =>
  queryOptions({
    queryKey: keys.why(entity, record, member),
    queryFn: ({ signal }) =>
      call<Why>("GET", `/members/${segment(member)}/why/${segment(entity)}/${segment(record)}`, { signal }),
    staleTime: 0,
  });
