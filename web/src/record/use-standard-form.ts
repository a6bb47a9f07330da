import { useQuery } from "@tanstack/react-query";
import { formsQuery } from "@/api/forms";
import type { EntityInfo } from "@/api/types";
import type { Layout } from "@/core/layout/layout";
import { kindOf } from "@/field/registry";

export type StandardForm = { layout: Layout; isWide: (code: string) => boolean };

/** How an entity's fields are laid out for new records and for facts; null where its builder left it at the usual. */
export function useStandardForm(entity: EntityInfo): StandardForm | null {
  const form = useQuery(formsQuery).data?.find((one) => one.standard && one.entity === entity.code);
  if (form === undefined) return null;
  const wide = new Set(
    entity.fields.filter((field) => kindOf(field).wide || kindOf(field).editing === "form").map((field) => field.code),
  );
  return { layout: form.layout, isWide: (code) => wide.has(code) };
}
