import { queryOptions } from "@tanstack/react-query";
import { call, segment } from "./client";
import { keys } from "./keys";
import type { RecordRef } from "./rules";

/** The address at which other systems set a rule off, below that of this installation. */
export type RuleHook = { path: string | null; createdAt: string | null };

export const DELIVERY_RESULTS = ["created", "updated", "unchanged", "refused"] as const;
export type DeliveryResult = (typeof DELIVERY_RESULTS)[number];

/** Something that came to a rule, and what became of it. */
export type Delivery = {
  id: string;
  at: string;
  result: DeliveryResult;
  record?: RecordRef | null;
  /** Why it was refused. */
  message?: string | null;
  problems: string[];
  /** As it came; not there where it may not be kept. */
  body?: string | null;
};

const FRESH = 5_000;

export const ruleHookQuery = (rule: string) =>
  queryOptions({
    queryKey: keys.ruleHook(rule),
    queryFn: ({ signal }) => call<RuleHook>("GET", `/rules/${segment(rule)}/hook`, { signal }),
  });

/** The old address is not there any more from then on. */
export const replaceHook = (rule: string) => call<RuleHook>("POST", `/rules/${segment(rule)}/hook`);

/** Asked for again while somebody looks, since they wait for the other system to send. */
export const deliveriesQuery = (rule: string) =>
  queryOptions({
    queryKey: keys.ruleDeliveries(rule),
    queryFn: async ({ signal }) =>
      (await call<{ items: Delivery[] }>("GET", `/rules/${segment(rule)}/deliveries`, { signal })).items,
    refetchInterval: FRESH,
  });

export const signingKeyQuery = (rule: string) =>
  queryOptions({
    queryKey: keys.ruleSigningKey(rule),
    queryFn: ({ signal }) => call<{ key: string }>("GET", `/rules/${segment(rule)}/signing-key`, { signal }),
  });

export const replaceSigningKey = (rule: string) => call<{ key: string }>("POST", `/rules/${segment(rule)}/signing-key`);
