import type { DefinitionInfo } from "@/api/definitions";
import { useDefinitionDraft } from "../use-definition-draft";
import { type PublicFormDoc, tidy } from "./model";

/** A public form being built. */
export function usePublicForm(app: string, info: DefinitionInfo) {
  return useDefinitionDraft<PublicFormDoc>(app, info, tidy);
}
