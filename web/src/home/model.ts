import type { CardType, HomeCard } from "@/api/personal";
import type { EntityInfo } from "@/api/types";
import type { Where } from "@/core/where";

export const MOST_CARDS = 30;
export const WIDTHS = [1, 2, 3] as const;

/** How wide a card is when it is new. */
export const USUAL_WIDTH: Record<CardType, number> = {
  plan: 2,
  todos: 2,
  week: 3,
  figure: 1,
  list: 2,
  recent: 1,
  favourites: 1,
  mentions: 1,
  news: 1,
  apps: 3,
};

/** Cards of which one is enough. */
const ONCE: ReadonlySet<CardType> = new Set<CardType>([
  "plan",
  "todos",
  "week",
  "recent",
  "favourites",
  "mentions",
  "news",
  "apps",
]);

export const isThere = (cards: readonly HomeCard[], type: CardType) =>
  ONCE.has(type) && cards.some((card) => card.type === type);

const MINE: Where = { field: "owner", op: "=", value: { call: "ME", args: [] } };

/** Whether a card is about what this person owns, and nothing else. */
export const isMine = (card: HomeCard) => JSON.stringify(card.where) === JSON.stringify(MINE);

const owned = (entity: EntityInfo) => entity.fields.some((field) => field.code === "owner");
const isWorked = (entity: EntityInfo) =>
  entity.traits?.followed !== undefined || entity.fields.some((field) => field.type === "stage");

/** Figures worth a card for everybody: how many of what one works with are one's own, and what they are worth. */
function usualFigures(entities: readonly EntityInfo[]): HomeCard[] {
  return entities
    .filter((entity) => isWorked(entity) && owned(entity) && entity.parent === undefined)
    .slice(0, 2)
    .flatMap((entity): HomeCard[] => {
      const figure = { type: "figure", width: 1, entity: entity.code, where: MINE } as const;
      const money = entity.fields.find((field) => field.type === "money" || field.result === "money");
      return [
        { ...figure, id: `count-${entity.code}`.slice(0, 40).replaceAll("_", "-"), fn: "count" },
        ...(money
          ? [
              {
                ...figure,
                id: `sum-${entity.code}`.slice(0, 40).replaceAll("_", "-"),
                fn: "sum" as const,
                of: money.code,
              },
            ]
          : []),
      ];
    });
}

/** The home of who arranged none, by what there is to work with. */
export function usualCards(entities: readonly EntityInfo[]): HomeCard[] {
  const follows = entities.some((entity) => entity.traits?.followed !== undefined);
  const card = (type: CardType, width = USUAL_WIDTH[type]): HomeCard => ({ id: type, type, width });
  const first = [
    card("todos"),
    card("mentions"),
    // Below the mentions, beside the to-dos: a row of cards is as high as its highest.
    ...(follows ? [card("recent"), card("plan")] : []),
    ...usualFigures(entities).slice(0, 3),
    ...(follows ? [] : [card("recent", 2)]),
    card("news"),
  ];
  const used = first.reduce((sum, one) => sum + one.width, 0);
  // As wide as the row has room for.
  return [...first, card("favourites", 3 - (used % 3)), card("apps")];
}

export const withCard = (cards: readonly HomeCard[], card: HomeCard): HomeCard[] => [...cards, card];
export const without = (cards: readonly HomeCard[], id: string): HomeCard[] => cards.filter((card) => card.id !== id);

/** The cards with one of them changed; what is set to undefined is taken out of it. */
export function changed(cards: readonly HomeCard[], id: string, part: Partial<HomeCard>): HomeCard[] {
  return cards.map((card) => {
    if (card.id !== id) return card;
    const merged = Object.entries({ ...card, ...part }).filter(([, value]) => value !== undefined);
    return Object.fromEntries(merged) as HomeCard;
  });
}

export function inOrder(cards: readonly HomeCard[], ids: readonly string[]): HomeCard[] {
  return [...cards].sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id));
}
