import { useMemo } from "react";
import type { EntityInfo, ViewInfo } from "@/api/types";
import { useMe } from "@/app/signed-in";
import { useLanguage } from "@/i18n";
import { environmentOf, type Painter, painter } from "./painting";

/** The colours that a view gives to its records. The moment is that of the first look. */
export function usePainter(entity: EntityInfo, view: ViewInfo | undefined): Painter {
  const me = useMe();
  const { language } = useLanguage();
  const rules = view?.colors;
  return useMemo(
    () => painter(rules ?? [], entity.fields, environmentOf(me, language, new Date())),
    [rules, entity.fields, me, language],
  );
}
