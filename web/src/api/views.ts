import { queryOptions } from "@tanstack/react-query";
import { same } from "@/core/merge";
import type { Value } from "@/core/value";
import type { Where } from "@/core/where";
import { call, segment, withQuery } from "./client";
import { keys } from "./keys";
import { Problem } from "./problem";
import type { ViewInfo } from "./types";

const LONG = 10 * 60_000;

/** All views that people share, as far as this person can use them: menus and lists ask for the same ones. */
export const viewsQuery = queryOptions({
  queryKey: keys.views,
  queryFn: async ({ signal }) => (await call<{ items: ViewInfo[] }>("GET", "/views", { signal })).items,
  staleTime: LONG,
});

/** The views that this person keeps for itself. */
export const personalViewsQuery = queryOptions({
  queryKey: keys.personalViews,
  queryFn: async ({ signal }) => (await call<{ items: ViewInfo[] }>("GET", "/views/personal", { signal })).items,
  staleTime: LONG,
});

type Usual = { entity: string; view: string };

/** The views that this person's lists open with. */
export const usualViewsQuery = queryOptions({
  queryKey: keys.usualViews,
  queryFn: async ({ signal }) => (await call<{ items: Usual[] }>("GET", "/views/usual", { signal })).items,
  staleTime: LONG,
});

export function setUsualView(entity: string, view: string | null): Promise<void> {
  return call<void>("PUT", `/views/usual/${segment(entity)}`, { body: { view } });
}

/** Since when changes of others are news; null at the first visit. */
export async function visitEntity(entity: string): Promise<string | null> {
  return (await call<{ since: string | null }>("POST", `/views/visits/${segment(entity)}`, { body: {} })).since;
}

/** The entities that one has looked at, and since when changes of others are news there; the last one first. */
export const visitsQuery = queryOptions({
  queryKey: keys.visits,
  queryFn: async ({ signal }) =>
    (await call<{ items: { entity: string; since: string }[] }>("GET", "/views/visits", { signal })).items,
  staleTime: 0,
});

const SAVED = [
  "label",
  "entity",
  "type",
  "columns",
  "where",
  "sort",
  "group",
  "height",
  "quick",
  "totals",
  "by",
  "hidden",
  "card",
  "sum",
  "from",
  "to",
  "title",
  "color",
  "cover",
  "progress",
] as const satisfies readonly (keyof ViewInfo)[];

const says = (value: unknown) =>
  value !== null && value !== undefined && value !== "" && (typeof value !== "object" || Object.keys(value).length > 0);

/** A view as it is kept: what it does not say is left out. */
export function viewDocument(view: ViewInfo): Record<string, Value> {
  const colors = (view.colors ?? []).map(({ where, color }) => ({ where, color }));
  const said = [...SAVED.map((name) => [name, view[name]] as const), ["colors", colors] as const];
  const document = Object.fromEntries(said.filter(([, value]) => says(value))) as Record<string, Value>;
  const { label } = view;
  return { ...document, label: typeof label === "string" ? { zh: label } : (label as Record<string, Value>) };
}

export function createPersonalView(view: ViewInfo): Promise<ViewInfo> {
  const headers = { "Idempotency-Key": crypto.randomUUID() };
  return call<ViewInfo>("POST", "/views/personal", { body: viewDocument(view), headers });
}

export function replacePersonalView(view: ViewInfo): Promise<ViewInfo> {
  return call<ViewInfo>("PUT", `/views/personal/${segment(view.code)}`, { body: viewDocument(view) });
}

export function deletePersonalView(code: string): Promise<void> {
  return call<void>("DELETE", `/views/personal/${segment(code)}`);
}

const definition = (code: string) => `/definitions/view/${segment(code)}`;

/** Publishes one draft alone; a draft that cannot be published is thrown away, so that nobody stumbles over it. */
async function publishAlone(code: string): Promise<void> {
  try {
    await call("POST", "/publish", { body: { only: [`view/${code}`] } });
  } catch (error) {
    await call("DELETE", withQuery(definition(code), { state: "draft" })).catch(() => undefined);
    throw error;
  }
}

const sharedDocument = (view: ViewInfo): Record<string, Value> => ({
  ...viewDocument(view),
  ...(view.roles && view.roles.length > 0 ? { roles: view.roles } : {}),
});

/**
 * What is there of a view with what somebody changed of what they were shown: what is hidden from them, such as a column
 * that they may not read, stays as it is.
 */
export function changedDocument(kept: Record<string, Value>, shown: ViewInfo, view: ViewInfo): Record<string, Value> {
  const [before, after] = [sharedDocument(shown), sharedDocument(view)];
  const next = { ...kept };
  for (const name of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const said = after[name];
    if (same(before[name], said)) continue;
    if (said === undefined) delete next[name];
    else next[name] = said;
  }
  return next;
}

/**
 * Makes a view one that people share, or changes it, at once. Other drafts stay as they are. For builders.
 *
 * @param shown the view as it was shown before it was changed; null for a new one
 */
export async function shareView(
  view: ViewInfo,
  app: string | null | undefined,
  shown: ViewInfo | null = null,
): Promise<void> {
  const body = shown
    ? changedDocument(await call<Record<string, Value>>("GET", definition(view.code)), shown, view)
    : { ...sharedDocument(view), ...(app ? { app } : {}) };
  await call("PUT", definition(view.code), { body });
  await publishAlone(view.code);
}

export async function deleteSharedView(code: string): Promise<void> {
  await call("DELETE", definition(code));
  await publishAlone(code);
}

type Checked = { tree?: Where; errors?: { code: string; message: string }[] };

/**
 * A condition that is written in the language, as a tree that can stand beside other conditions. The tree is the
 * server's own and only sent back, so it may hold more than a filter can build.
 */
export const conditionQuery = (entity: string, text: string) =>
  queryOptions({
    queryKey: keys.condition(entity, text),
    queryFn: async ({ signal }) => {
      const { tree, errors = [] } = await call<Checked>("POST", "/expressions/check", {
        body: { entity, text },
        signal,
      });
      if (tree) return tree;
      const issues = errors.map(({ code, message }) => ({ path: "where", code, message }));
      throw new Problem(422, "view-condition", "", "", issues);
    },
    staleTime: Number.POSITIVE_INFINITY,
  });
