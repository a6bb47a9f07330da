import { instantAt } from "@/core/time";

/** What the log is narrowed to; days are the workspace's, both included. */
export type AuditFilter = {
  member?: string;
  action?: string;
  kind?: string;
  object?: string;
  from?: string;
  to?: string;
  text?: string;
};

const NAMES = ["member", "action", "kind", "object", "from", "to", "text"] as const;
const DAYS: ReadonlySet<string> = new Set(["from", "to"]);
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** The filter that an address holds; what is no day is left out. */
export function filterIn(address: URLSearchParams): AuditFilter {
  const filter: AuditFilter = {};
  for (const name of NAMES) {
    const value = address.get(name)?.trim();
    if (value && (!DAYS.has(name) || DAY.test(value))) filter[name] = value;
  }
  return filter;
}

/** A filter as an address holds it, always in the same order. */
export function addressOf(filter: AuditFilter): URLSearchParams {
  const address = new URLSearchParams();
  for (const name of NAMES) if (filter[name]) address.set(name, filter[name]);
  return address;
}

function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}

/** The parameters of the contract: days become the moments at which they begin and are over in `zone`. */
export function parametersOf(filter: AuditFilter, zone: string): Record<string, string> {
  const parameters: Record<string, string> = {};
  for (const name of NAMES) if (filter[name]) parameters[name] = filter[name];
  if (filter.from) parameters.from = instantAt(filter.from, zone);
  if (filter.to) parameters.to = instantAt(dayAfter(filter.to), zone);
  return parameters;
}

export function isNarrow(filter: AuditFilter): boolean {
  return NAMES.some((name) => filter[name] !== undefined);
}
