import type { FigureAsked, HomeCard } from "@/api/personal";
import type { EntityInfo, FieldInfo, ViewInfo } from "@/api/types";
import { paths } from "@/app/paths";
import { writeFilter } from "@/core/filter";
import { fromSaved } from "@/core/saved-where";
import type { Where } from "@/core/where";
import { both } from "@/list/views";

/** What a card is about, as far as this person can see it just now. */
export type Subject = { entity: EntityInfo; view?: ViewInfo; field?: FieldInfo };

/** Null where the entity, the view or the field of a card is gone, or hidden from this person. */
export function subjectOf(card: HomeCard, entities: readonly EntityInfo[], views: readonly ViewInfo[]): Subject | null {
  const entity = entities.find((one) => one.code === card.entity);
  if (entity === undefined) return null;
  const view = card.view === undefined ? undefined : views.find((one) => one.code === card.view);
  if (card.view !== undefined && (view === undefined || view.entity !== entity.code || view.usable === false))
    return null;
  const field = card.of === undefined ? undefined : entity.fields.find((one) => one.code === card.of);
  if (card.of !== undefined && field === undefined) return null;
  return { entity, view, field };
}

/** The conditions of a card that are written in the language: they stand beside others only as trees. */
export function writtenOf({ entity, view }: Subject, card: HomeCard): { entity: string; text: string }[] {
  return [view?.where, card.where]
    .filter((where): where is string => typeof where === "string" && where.trim() !== "")
    .map((text) => ({ entity: entity.code, text }));
}

/** The key under which `trees` holds a written condition. */
export const writtenKey = (entity: string, text: string) => `${entity}\n${text}`;

/** What to ask for a figure; null while a written condition of it is not known as a tree. */
export function askedOf(subject: Subject, card: HomeCard, trees: ReadonlyMap<string, Where>): FigureAsked | null {
  const parts = [subject.view?.where ?? null, card.where ?? null];
  let where: Where | null = null;
  for (const part of parts) {
    if (part === null || (typeof part === "string" && part.trim() === "")) continue;
    const tree = typeof part === "string" ? trees.get(writtenKey(subject.entity.code, part)) : part;
    if (tree === undefined) return null;
    where = both(where, tree);
  }
  const asked: FigureAsked = { entity: subject.entity.code, fn: card.fn ?? "count" };
  return { ...asked, ...(where ? { where } : {}), ...(card.of !== undefined ? { of: card.of } : {}) };
}

/** The list that a card's records are in: its view, filtered as the card is, as far as a filter can say it. */
export function listOf({ entity, view }: Subject, card: HomeCard): string {
  const params = new URLSearchParams();
  if (view) params.set("view", view.code);
  const filter = card.where && typeof card.where !== "string" ? writeFilter(fromSaved(card.where)) : null;
  if (filter) params.set("filter", filter);
  const search = params.toString();
  return search === "" ? paths.list(entity.code) : `${paths.list(entity.code)}?${search}`;
}
