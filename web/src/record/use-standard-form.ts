import { useQuery } from "@tanstack/react-query";
import { formsQuery } from "@/api/forms";
import type { EntityInfo } from "@/api/types";
import type { Layout } from "@/core/layout/layout";
import { kindOf } from "@/field/registry";

export type StandardForm = { layout: Layout; isWide: (code: string) => boolean };

/** How an entity's fields are laid out for new records and for facts; null where its builder left it at the usual. */
export const useStandardForm = (entity: EntityInfo): StandardForm | null => useEntityForm(entity);

/** The same by the form of this code; without one, or where it is not there, by the standard one. */
export function useEntityForm(entity: EntityInfo, code?: string): StandardForm | null {
  const forms = useQuery(formsQuery).data?.filter((one) => one.entity === entity.code);
  const form = forms?.find((one) => one.code === code) ?? forms?.find((one) => one.standard);
  if (form === undefined) return null;
  return laidOut(entity, form.layout);
}

/** The fields of an entity where that layout has them. */
export function laidOut(entity: EntityInfo, layout: Layout): StandardForm {
  const wide = new Set(
    entity.fields.filter((field) => kindOf(field).wide || kindOf(field).editing === "form").map((field) => field.code),
  );
  return { layout, isWide: (code) => wide.has(code) };
}
