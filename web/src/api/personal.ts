import { queryOptions } from "@tanstack/react-query";
import type { Where } from "@/core/where";
import { call, segment } from "./client";
import { keys } from "./keys";

export const CARD_TYPES = [
  "plan",
  "todos",
  "week",
  "figure",
  "list",
  "recent",
  "favourites",
  "mentions",
  "news",
  "apps",
] as const;
export type CardType = (typeof CARD_TYPES)[number];
export const FIGURE_FNS = ["count", "sum", "avg", "min", "max"] as const;
export type FigureFn = (typeof FIGURE_FNS)[number];

/** One card of a home; what it names may be gone, or hidden from this person. */
export type HomeCard = {
  id: string;
  type: CardType;
  /** In columns, 1 to 3. */
  width: number;
  title?: string;
  entity?: string;
  view?: string;
  where?: Where | string;
  fn?: FigureFn;
  of?: string;
};

/** `cards` is null for who arranged none. */
export type Home = { version: number; cards: HomeCard[] | null };

export const homeQuery = queryOptions({
  queryKey: keys.home,
  queryFn: ({ signal }) => call<Home>("GET", "/me/home", { signal }),
  staleTime: 60_000,
});

export function arrangeHome(version: number, cards: readonly HomeCard[]): Promise<Home> {
  return call<Home>("PUT", "/me/home", { body: { version, cards } });
}

export function forgetHome(): Promise<void> {
  return call<void>("DELETE", "/me/home");
}

/** A record, a view or a whole list that this person marked. */
export type Favourite = { id: string; entity: string } & (
  | { kind: "record"; record: string; title: string }
  | { kind: "view"; view: string }
  | { kind: "list" }
);
export type Mark =
  | Omit<Extract<Favourite, { kind: "record" }>, "id" | "title">
  | { kind: "view"; entity: string; view: string }
  | { kind: "list"; entity: string };

export const favouritesQuery = queryOptions({
  queryKey: keys.favourites,
  queryFn: async ({ signal }) => (await call<{ items: Favourite[] }>("GET", "/me/favourites", { signal })).items,
  staleTime: 60_000,
});

export function addFavourite(mark: Mark): Promise<Favourite> {
  return call<Favourite>("POST", "/me/favourites", { body: mark });
}

export function removeFavourite(id: string): Promise<void> {
  return call<void>("DELETE", `/me/favourites/${segment(id)}`);
}

export function orderFavourites(ids: readonly string[]): Promise<void> {
  return call<void>("PUT", "/me/favourites/order", { body: { ids } });
}

/** A record that this person opened or changed lately. */
export type Recent = { entity: string; record: string; title: string; at: string };

export const recentsQuery = queryOptions({
  queryKey: keys.recents,
  queryFn: async ({ signal }) => (await call<{ items: Recent[] }>("GET", "/me/recents", { signal })).items,
  staleTime: 30_000,
});

export function postRecent(entity: string, record: string): Promise<void> {
  return call<void>("POST", "/me/recents", { body: { entity, record } });
}

export type FigureAsked = { entity: string; where?: Where | string; fn: FigureFn; of?: string };
export type Figure = { value: string | number | null } | { problem: { code: string; message: string } };

/** All figures by one request, in their order. */
export async function readFigures(asked: readonly FigureAsked[], signal?: AbortSignal): Promise<Figure[]> {
  return (await call<{ figures: Figure[] }>("POST", "/query/figures", { body: { figures: asked }, signal })).figures;
}
