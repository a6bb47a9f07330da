import { useMemo } from "react";
import type { EntityInfo } from "@/api/types";
import { paths } from "@/app/paths";
import { type PlaceCommand, usePlaceCommands } from "@/app/shell/place-commands";
import { useMe } from "@/app/signed-in";
import { labelText, useLanguage } from "@/i18n";

/** What can be done in a list, for the command palette. */
export function useListCommands(entity: EntityInfo): void {
  const { t, language } = useLanguage();
  const { admin } = useMe();
  const commands = useMemo((): PlaceCommand[] => {
    const name = labelText(entity.label, language);
    const { code, rights, app } = entity;
    return [
      ...(rights.create
        ? [{ key: "new", text: t("app.command.newIn", { entity: name }), to: `${paths.list(code)}?new=1` }]
        : []),
      ...(rights.import ? [{ key: "import", text: t("list.import"), to: paths.wizard(code) }] : []),
      { key: "recycle", text: t("list.recycle"), to: paths.recycle(code) },
      ...(admin && app ? [{ key: "design", text: t("builder.app.design"), to: paths.buildForm(app, code) }] : []),
    ];
  }, [entity, admin, language, t]);
  usePlaceCommands(commands);
}
