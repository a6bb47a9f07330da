import { TOTALS, type Total } from "@/api/types";
import { type FilterGroup, readFilter, writeFilter } from "@/core/filter";

/** What a list shows, as its URL says it. */
export type ListState = {
  /** The code of the view that lies below all else; null for all records. */
  view: string | null;
  filter: FilterGroup | null;
  search: string;
  /** Field codes; a leading minus sorts from high to low. */
  sort: string[];
  /** Field codes in order; null for the list's own choice. */
  columns: string[] | null;
  /** Field codes, the outer one first; null for what the view says. */
  group: string[] | null;
  /** What stands below columns, over what the view says; null for nothing of the person's own. */
  totals: Record<string, Total | "none"> | null;
};

const codes = (text: string | null) => (text ?? "").split(",").filter((code) => code !== "");

export function readState(search: URLSearchParams): ListState {
  const columns = codes(search.get("cols"));
  const group = search.get("group");
  return {
    view: search.get("view") || null,
    filter: readFilter(search.get("filter")),
    search: search.get("q") ?? "",
    sort: codes(search.get("sort")),
    columns: columns.length > 0 ? columns : null,
    group: group === null ? null : codes(group),
    totals: readTotals(search.get("totals")),
  };
}

const FNS: ReadonlySet<string> = new Set([...TOTALS, "none"]);

function readTotals(text: string | null): ListState["totals"] {
  const pairs = codes(text)
    .map((pair) => pair.split(":"))
    .filter(([code, fn]) => code && fn && FNS.has(fn));
  return pairs.length === 0 ? null : (Object.fromEntries(pairs) as ListState["totals"]);
}

/** Writes a state over an address, keeping what else stands in it. */
export function writeState(search: URLSearchParams, state: ListState): URLSearchParams {
  const next = new URLSearchParams(search);
  const put = (name: string, value: string | null) => (value ? next.set(name, value) : next.delete(name));
  put("view", state.view);
  put("filter", writeFilter(state.filter));
  put("q", state.search.trim());
  put("sort", state.sort.join(","));
  put("cols", state.columns?.join(",") ?? null);
  const totals = Object.entries(state.totals ?? {}).map(([code, fn]) => `${code}:${fn}`);
  put("totals", totals.join(","));
  // No grouping at all is a choice too, over a view that groups.
  if (state.group === null) next.delete("group");
  else next.set("group", state.group.join(","));
  return next;
}

/** A click on a header: ascending, descending, unsorted. With `more` it is added to what is sorted already. */
export function nextSort(sort: string[], code: string, more: boolean): string[] {
  const down = `-${code}`;
  const rest = more ? sort.filter((key) => key !== code && key !== down) : [];
  if (sort.includes(code)) return more ? sort.map((key) => (key === code ? down : key)) : [down];
  if (sort.includes(down)) return rest;
  return [...rest, code];
}
