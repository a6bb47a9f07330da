import { type DefinitionInfo, type Document, putDefinition } from "@/api/definitions";
import type { Words } from "@/core/layout/layout";
import { clashes, merge, same } from "@/core/merge";
import { AREAS, type Block, blocksOf, codesOf, isTabs, type Page } from "@/core/record-page";
import type { Ways } from "../draft/ways";

/** A definition of kind `record_page`: areas that hold nothing need not be there. */
export type PageDoc = {
  kind: "record_page";
  code: string;
  entity: string;
  app?: string;
  label: Words;
  roles?: string[];
} & Partial<Page<string>> &
  Document;

export type PageBlockDoc = Block<string>;

/** What is built: the page, and whom it is for. */
export type PageDesign = Page<string> & { label: Words; roles: string[] };

/** What the server has of it; null where nobody has built it yet. */
export type PageCopy = { doc: PageDoc | null; version: number };

/** The page that an entity has before anybody builds one. */
export type Origin = { app: string; code: string; entity: string; label: Words; usual: Page<string> };

export function toDesign({ doc }: PageCopy, origin: Origin): PageDesign {
  if (doc === null) return { ...origin.usual, label: origin.label, roles: [] };
  const { header = [], top = [], main = [], side = [], label, roles = [] } = doc;
  return { header, top, main, side, label, roles };
}

/** The document to save. A page that says nothing of its own is not made; one that is there stays. */
export function toDocument(design: PageDesign, copy: PageCopy, origin: Origin): PageDoc | null {
  if (copy.doc === null && same(design, toDesign(copy, origin))) return null;
  const { app, code, entity } = origin;
  const base = copy.doc ?? { kind: "record_page" as const, code, app, entity };
  const { roles, header, top, main, side, label } = design;
  const kept = Object.entries({ roles, header, top, side }).filter(([, list]) => list.length > 0);
  const { roles: _r, header: _h, top: _t, side: _s, ...rest } = base as PageDoc;
  return { ...rest, label, main, ...Object.fromEntries(kept) } as PageDoc;
}

const isPage = (code: string) => (one: DefinitionInfo) => one.kind === "record_page" && one.code === code;

export function copyOf(items: readonly DefinitionInfo[], code: string): PageCopy {
  const found = items.find(isPage(code));
  return found?.definition && found.state !== "deleted"
    ? { doc: found.definition as PageDoc, version: found.version }
    : { doc: null, version: 0 };
}

/** Without blocks of which two people's moves left two. */
function tidy(design: PageDesign): PageDesign {
  const seen = new Set<string>();
  const once = (blocks: PageBlockDoc[]): PageBlockDoc[] =>
    blocks.filter((block) => {
      if (seen.has(block.code)) return false;
      seen.add(block.code);
      return true;
    });
  const next = { ...design };
  for (const area of AREAS) {
    next[area] = once(design[area]).map((block) =>
      isTabs(block) ? { ...block, tabs: block.tabs.map((tab) => ({ ...tab, blocks: once(tab.blocks) })) } : block,
    );
  }
  return next;
}

/** How the server keeps a page, and how two people's work on it becomes one. */
export const waysOf = (origin: Origin): Ways<PageDesign, PageCopy> => ({
  copyOf: (items) => copyOf(items, origin.code),
  lastBy: (items) => items.find((one) => isPage(origin.code)(one) && one.state === "draft")?.changedBy,
  isNewer: (one, than) => one.version > than.version,
  holds: (copy, design) => same(toDocument(design, copy, origin), copy.doc),
  says: (copy, other) => same(toDesign(copy, origin), toDesign(other, origin)),
  put: async (copy, design, keep) => {
    const doc = toDocument(design, copy, origin);
    if (doc === null || same(doc, copy.doc)) return null;
    const saved = await putDefinition(doc, copy.version);
    keep({ doc, version: saved.version });
    return saved.issues ?? [];
  },
  open: (copy) => toDesign(copy, origin),
  merge: (base, mine, theirs) => tidy(merge(base, mine, theirs)),
  clashes,
});

/** The first of `base`, `base_2`, `base_3` … that the page does not have. */
export function freeCode(design: PageDesign, base: string, also: readonly string[] = []): string {
  const taken = [...codesOf(design), ...also];
  if (!taken.includes(base)) return base;
  let at = 2;
  while (taken.includes(`${base}_${at}`)) at++;
  return `${base}_${at}`;
}

/** A block like another, under codes of its own. */
export function copied(design: PageDesign, block: PageBlockDoc): PageBlockDoc {
  const made: string[] = [];
  const fresh = (code: string) => {
    const free = freeCode(design, code, made);
    made.push(free);
    return free;
  };
  const copy = (one: PageBlockDoc): PageBlockDoc => {
    const own = { ...one, code: fresh(one.code) };
    if (own.type === "figures") {
      return { ...own, figures: own.figures.map((figure) => ({ ...figure, code: fresh(figure.code) })) };
    }
    if (!isTabs(own)) return own;
    return { ...own, tabs: own.tabs.map((tab) => ({ ...tab, code: fresh(tab.code), blocks: tab.blocks.map(copy) })) };
  };
  return copy(block);
}

const STEP = /(top|main|side|tabs|blocks)\[(\d+)\]/g;

/** The code of the block that an issue is about; null where it is about none of this page. */
export function blockOfIssue(path: string, code: string, design: PageDesign): string | null {
  const own = path.replace(`record_page/${code}.`, "");
  let blocks: readonly PageBlockDoc[] = [];
  let found: PageBlockDoc | undefined;
  for (const [, list = "", at = ""] of own.matchAll(STEP)) {
    if (list === "tabs") blocks = found && isTabs(found) ? (found.tabs[Number(at)]?.blocks ?? []) : [];
    else found = (list === "blocks" ? blocks : design[list as (typeof AREAS)[number]])[Number(at)] ?? found;
  }
  return found?.code ?? null;
}

export const blockCodes = (design: PageDesign): string[] => blocksOf(design).map((block) => block.code);
