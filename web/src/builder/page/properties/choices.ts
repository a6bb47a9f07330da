import type { EntityInfo } from "@/api/types";
import type { Language } from "@/core/time";
import { labelText } from "@/i18n";
import { listable } from "@/list/columns";
import type { Choice } from "./order-list";

/** The fields of an entity that a page can show. */
export const fieldChoices = (entity: EntityInfo | undefined, language: Language): Choice[] =>
  entity ? listable(entity).map((one) => ({ value: one.code, label: labelText(one.label, language) })) : [];
