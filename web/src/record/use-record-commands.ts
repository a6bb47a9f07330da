import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useMemo } from "react";
import { favouritesQuery, type Mark } from "@/api/personal";
import type { EntityInfo } from "@/api/types";
import { paths } from "@/app/paths";
import { type PlaceCommand, usePlaceCommands } from "@/app/shell/place-commands";
import { useMe } from "@/app/signed-in";
import { labelText, useLanguage } from "@/i18n";
import { noteRecent } from "@/personal/note-recent";
import { findMark, useFavouriteActions } from "@/personal/use-favourites";

/** What can be done with an open record, for the command palette; and that it was opened, once it is `there`. */
export function useRecordCommands(entity: EntityInfo, id: string, there: boolean): void {
  const { t, language } = useLanguage();
  const { admin } = useMe();
  const cache = useQueryClient();
  const favourites = useQuery(favouritesQuery).data;
  const actions = useFavouriteActions();
  const mark: Mark = { kind: "record", entity: entity.code, record: id };
  const found = findMark(favourites ?? [], mark);
  useEffect(() => {
    if (there) noteRecent(cache, entity.code, id);
  }, [cache, entity.code, id, there]);
  const toggle = () => void (found ? actions.remove(found.id) : actions.add(mark));
  // biome-ignore lint/correctness/useExhaustiveDependencies: what the star does changes with the star alone
  const commands = useMemo((): PlaceCommand[] => {
    const name = labelText(entity.label, language);
    const { code, rights, app } = entity;
    return [
      { key: "star", text: t(found ? "personal.unstar" : "personal.star"), run: toggle },
      { key: "list", text: t("app.command.toList", { entity: name }), to: paths.list(code) },
      ...(rights.create
        ? [{ key: "new", text: t("app.command.newIn", { entity: name }), to: `${paths.list(code)}?new=1` }]
        : []),
      ...(admin && app ? [{ key: "design", text: t("builder.app.design"), to: paths.buildForm(app, code) }] : []),
    ];
  }, [entity, id, admin, found, language, t]);
  usePlaceCommands(commands);
}
