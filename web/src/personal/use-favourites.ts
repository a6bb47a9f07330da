import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useMemo } from "react";
import { entitiesQuery } from "@/api/catalogue";
import { keys } from "@/api/keys";
import {
  addFavourite,
  type Favourite,
  favouritesQuery,
  type Mark,
  orderFavourites,
  removeFavourite,
} from "@/api/personal";
import type { EntityInfo, ViewInfo } from "@/api/types";
import { personalViewsQuery, viewsQuery } from "@/api/views";
import { paths } from "@/app/paths";
import { useToast } from "@/app/toast";
import type { Language } from "@/core/time";
import { labelText, useLanguage } from "@/i18n";

/** A favourite as it is shown: what it is called, where it leads, and what it is. */
export type Star = { id: string; text: string; group: string; to: string; favourite: Favourite };

const same = (one: Favourite, mark: Mark) =>
  one.kind === mark.kind &&
  one.entity === mark.entity &&
  (one.kind !== "record" || (mark.kind === "record" && one.record === mark.record)) &&
  (one.kind !== "view" || (mark.kind === "view" && one.view === mark.view));

export const findMark = (all: readonly Favourite[], mark: Mark) => all.find((one) => same(one, mark));

/** Favourites with names and addresses; those of entities and views that are not known just now are passed over. */
export function starsOf(
  favourites: readonly Favourite[],
  entities: readonly EntityInfo[],
  views: readonly ViewInfo[],
  language: Language,
): Star[] {
  return favourites.flatMap((favourite): Star[] => {
    const { id, kind } = favourite;
    const entity = entities.find((one) => one.code === favourite.entity);
    if (entity === undefined) return [];
    const group = labelText(entity.label, language);
    if (kind === "record") {
      return [{ id, favourite, group, text: favourite.title, to: paths.record(entity.code, favourite.record) }];
    }
    if (kind === "list") return [{ id, favourite, group: "", text: group, to: paths.list(entity.code) }];
    const view = views.find((one) => one.code === favourite.view && one.entity === entity.code);
    if (view === undefined) return [];
    return [{ id, favourite, group, text: labelText(view.label, language), to: paths.view(entity.code, view.code) }];
  });
}

/** This person's favourites, in order. */
export function useStars() {
  const { language } = useLanguage();
  const favourites = useQuery(favouritesQuery);
  const entities = useQuery(entitiesQuery).data;
  const shared = useQuery(viewsQuery).data;
  const own = useQuery(personalViewsQuery).data;
  const stars = useMemo(
    () => starsOf(favourites.data ?? [], entities ?? [], [...(shared ?? []), ...(own ?? [])], language),
    [favourites.data, entities, shared, own, language],
  );
  return { ...favourites, stars };
}

/** Marking, unmarking and ordering: at once on the screen, then on the server. */
export function useFavouriteActions() {
  const cache = useQueryClient();
  const toast = useToast();
  const { t } = useLanguage();
  const attempt = async (work: () => Promise<unknown>) => {
    try {
      await work();
      return true;
    } catch (error) {
      toast.failed(error);
      return false;
    } finally {
      await cache.invalidateQueries({ queryKey: keys.favourites });
    }
  };
  const set = (change: (old: Favourite[]) => Favourite[]) =>
    cache.setQueryData<Favourite[]>(keys.favourites, (old) => change(old ?? []));
  return {
    add: async (mark: Mark) => {
      if (await attempt(() => addFavourite(mark))) toast.done(t("personal.starred"));
    },
    remove: (id: string) => {
      set((old) => old.filter((one) => one.id !== id));
      return attempt(() => removeFavourite(id));
    },
    order: (ids: readonly string[]) => {
      const place = (one: Favourite) => (ids.includes(one.id) ? ids.indexOf(one.id) : Number.POSITIVE_INFINITY);
      set((old) => [...old].sort((a, b) => place(a) - place(b)));
      return attempt(() => orderFavourites(ids));
    },
  };
}
