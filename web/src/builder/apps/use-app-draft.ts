import { useQueryClient } from "@tanstack/react-query";
import { type DefinitionInfo, type Document, definitionsQuery, putDefinition } from "@/api/definitions";
import { keys } from "@/api/keys";
import { useToast } from "@/app/toast";

export type MenuDoc = {
  /** Of a group, which has `items` and no target. */
  code?: string;
  items?: MenuDoc[];
  entity?: string;
  view?: string;
  url?: string;
  label?: { zh?: string; en?: string };
  icon?: string;
  /** Whom it is meant for; nobody named is everybody. */
  roles?: string[];
};

/** Changes the app's own document as a draft; where somebody else was quicker, theirs is shown and said. */
export function useAppDraft(own: DefinitionInfo, app: string) {
  const cache = useQueryClient();
  const toast = useToast();
  const { queryKey } = definitionsQuery(app);
  return async (change: Document) => {
    const document = { ...own.definition, ...change };
    cache.setQueryData<DefinitionInfo[]>(queryKey, (all) =>
      all?.map((one) => (one.kind === "app" ? { ...one, definition: document } : one)),
    );
    try {
      await putDefinition(document, own.version);
    } catch (error) {
      toast.failed(error);
    }
    await cache.invalidateQueries({ queryKey: keys.allDefinitions });
  };
}
