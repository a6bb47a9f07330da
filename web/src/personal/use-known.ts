import { useQuery } from "@tanstack/react-query";
import { placesFor } from "@/admin/places";
import { entitiesQuery } from "@/api/catalogue";
import { recentsQuery } from "@/api/personal";
import { paths } from "@/app/paths";
import type { Known } from "@/app/shell/commands";
import { useOfferedCommands } from "@/app/shell/place-commands";
import { useMe } from "@/app/signed-in";
import { labelText, useLanguage } from "@/i18n";
import { useStars } from "./use-favourites";

/** The records that this person opened or changed lately, with their addresses. */
export function useRecents() {
  const { language } = useLanguage();
  const recents = useQuery(recentsQuery);
  const entities = useQuery(entitiesQuery).data ?? [];
  const items = (recents.data ?? []).flatMap((one) => {
    const entity = entities.find((found) => found.code === one.entity);
    if (entity === undefined) return [];
    return [
      {
        to: paths.record(one.entity, one.record),
        text: one.title,
        group: labelText(entity.label, language),
        at: one.at,
      },
    ];
  });
  return { ...recents, items };
}

/** What the command palette knows of this person and of the place. */
export function useKnown(): Known {
  const { items } = useRecents();
  const { stars } = useStars();
  const { t } = useLanguage();
  const { admin } = useMe();
  const here = useOfferedCommands().flat();
  const administered = placesFor(admin).map(({ path, label }) => ({ to: path, text: t(label) }));
  return { here, recents: items, favourites: stars, administered };
}
