import type { Place, Words } from "./layout/layout";
import type { Where } from "./where";

/**
 * What a record page shows, as data: every change gives a new page and leaves the old one as it was. `C` is what a condition
 * is: a text where pages are built, the checked tree where they are shown.
 */
export const AREAS = ["top", "main", "side"] as const;
export type Area = (typeof AREAS)[number];

export type FigureColor = { is: string; than: string; color: string };
/** A value shown large. Whoever only looks at pages is not told how it is worked out. */
export type Figure = { code: string; label: Words; value?: string; colors?: FigureColor[] };

type Head<C> = { code: string; label?: Words; shown?: C };
export type FactsBlock<C = unknown> = Head<C> & { type: "facts"; form?: string; fields?: string[] };
export type TimelineBlock<C = unknown> = Head<C> & { type: "timeline" };
export type TodosBlock<C = unknown> = Head<C> & { type: "todos" };
export type RelatedBlock<C = unknown> = Head<C> & {
  type: "related";
  entity: string;
  relation: string;
  columns?: string[];
  sort?: string[];
  where?: string | Where;
  rows?: number;
};
export type FiguresBlock<C = unknown> = Head<C> & { type: "figures"; figures: Figure[] };
export type NoteBlock<C = unknown> = Head<C> & { type: "note"; text: Words };
export type PageTab<C = unknown> = { code: string; label: Words; blocks: Block<C>[] };
export type TabsBlock<C = unknown> = Head<C> & { type: "tabs"; tabs: PageTab<C>[] };
export type Block<C = unknown> =
  | FactsBlock<C>
  | TimelineBlock<C>
  | TodosBlock<C>
  | RelatedBlock<C>
  | FiguresBlock<C>
  | NoteBlock<C>
  | TabsBlock<C>;
export type BlockType = Block["type"];
export const BLOCK_TYPES = [
  "facts",
  "timeline",
  "todos",
  "figures",
  "related",
  "note",
  "tabs",
] as const satisfies BlockType[];
export type BlockOf<T extends BlockType, C = unknown> = Extract<Block<C>, { type: T }>;

export type Page<C = unknown> = { header: string[] } & Record<Area, Block<C>[]>;

/** A list that holds blocks: an area, or the tab of this code. */
export type Lists<C> = { list: string; blocks: readonly Block<C>[] }[];

export const isTabs = <C>(block: Block<C>): block is TabsBlock<C> => block.type === "tabs";
export const isArea = (list: string): list is Area => AREAS.some((area) => area === list);

/** Every list with its blocks, in the order of reading: tabs after the area they stand in. */
export function listsOf<C>(page: Page<C>): Lists<C> {
  return AREAS.flatMap((area) => [
    { list: area as string, blocks: page[area] },
    ...page[area].filter(isTabs).flatMap((block) => block.tabs.map((tab) => ({ list: tab.code, blocks: tab.blocks }))),
  ]);
}

/** All blocks in the order of reading, tabs before what they hold. */
export function blocksOf<C>(page: Page<C>): Block<C>[] {
  return AREAS.flatMap((area) =>
    page[area].flatMap((block) => (isTabs(block) ? [block, ...block.tabs.flatMap((tab) => tab.blocks)] : [block])),
  );
}

/** Every code that is in use: of blocks, tabs and figures. */
export function codesOf<C>(page: Page<C>): string[] {
  return blocksOf(page).flatMap((block) => [
    block.code,
    ...(isTabs(block) ? block.tabs.map((tab) => tab.code) : []),
    ...(block.type === "figures" ? block.figures.map((figure) => figure.code) : []),
  ]);
}

export const figuresOf = <C>(page: Page<C>): Figure[] =>
  blocksOf(page).flatMap((block) => (block.type === "figures" ? block.figures : []));

export const findBlock = <C>(page: Page<C>, code: string): Block<C> | undefined =>
  blocksOf(page).find((block) => block.code === code);

/** Where a block stands; null where it is not. */
export function placeOf<C>(page: Page<C>, code: string): Place | null {
  for (const { list, blocks } of listsOf(page)) {
    const at = blocks.findIndex((block) => block.code === code);
    if (at >= 0) return { list, at };
  }
  return null;
}

/** The page with every list replaced by what `change` makes of it. */
function mapLists<C>(page: Page<C>, change: (list: string, blocks: Block<C>[]) => Block<C>[]): Page<C> {
  const next = { ...page };
  for (const area of AREAS)
    next[area] = change(area, page[area]).map((block) =>
      isTabs(block)
        ? { ...block, tabs: block.tabs.map((tab) => ({ ...tab, blocks: change(tab.code, tab.blocks) })) }
        : block,
    );
  return next;
}

/** The area, and the place in it, of the tabs that a list belongs to; null for an area's own list. */
function ownerOf<C>(page: Page<C>, list: string): Place | null {
  for (const area of AREAS) {
    const at = page[area].findIndex((block) => isTabs(block) && block.tabs.some((tab) => tab.code === list));
    if (at >= 0) return { list: area, at };
  }
  return null;
}

/** Puts blocks in. Tabs cannot stand in a tab: they go behind the tabs they were meant for. */
export function insert<C>(page: Page<C>, place: Place, blocks: readonly Block<C>[]): Page<C> {
  const owner = ownerOf(page, place.list);
  const groups = owner === null ? [] : blocks.filter(isTabs);
  const rest = owner === null ? blocks : blocks.filter((block) => !isTabs(block));
  const filled = mapLists(page, (list, own) =>
    list === place.list ? [...own.slice(0, place.at), ...rest, ...own.slice(place.at)] : own,
  );
  return owner === null || groups.length === 0
    ? filled
    : insert(filled, { list: owner.list, at: owner.at + 1 }, groups);
}

/** Takes blocks out; what tabs hold goes with them. */
export function remove<C>(page: Page<C>, codes: ReadonlySet<string>): Page<C> {
  return mapLists(page, (_, blocks) => blocks.filter((block) => !codes.has(block.code)));
}

/** Moves a block to stand before what stands at `place` now. */
export function move<C>(page: Page<C>, code: string, place: Place): Page<C> {
  const block = findBlock(page, code);
  const from = placeOf(page, code);
  if (block === undefined || from === null) return page;
  if (isTabs(block) && block.tabs.some((tab) => tab.code === place.list)) return page;
  const at = from.list === place.list && from.at < place.at ? place.at - 1 : place.at;
  return insert(remove(page, new Set([code])), { list: place.list, at }, [block]);
}

/** Moves a block one place on or back; at the end of a list into the next one, as the page is read. */
export function shift<C>(page: Page<C>, code: string, step: 1 | -1): Page<C> {
  const from = placeOf(page, code);
  if (from === null) return page;
  const lists = listsOf(page);
  const at = lists.findIndex((one) => one.list === from.list);
  const next = from.at + step;
  const here = lists[at]?.blocks ?? [];
  if (next >= 0 && next < here.length) return move(page, code, { list: from.list, at: step < 0 ? next : next + 1 });
  const own = new Set(here.filter((block) => block.code === code && isTabs(block)).flatMap(tabCodes));
  const others = (step < 0 ? lists.slice(0, at).reverse() : lists.slice(at + 1)).filter((one) => !own.has(one.list));
  const to = others[0];
  return to === undefined ? page : move(page, code, { list: to.list, at: step < 0 ? to.blocks.length : 0 });
}

const tabCodes = <C>(block: Block<C>): string[] => (isTabs(block) ? block.tabs.map((tab) => tab.code) : []);

/** Changes one block; its code must stay. */
export function change<C>(page: Page<C>, code: string, to: (block: Block<C>) => Block<C>): Page<C> {
  return mapLists(page, (_, blocks) => blocks.map((block) => (block.code === code ? to(block) : block)));
}
