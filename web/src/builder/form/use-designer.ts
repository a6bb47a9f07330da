import { type Met, useDraft } from "../draft/use-draft";
import { FORM_WAYS, type ServerCopy } from "./server-copy";

type Options = { app: string; code: string; first: ServerCopy; met: (met: Met) => void };

/** The work on one form; see {@link useDraft}. */
export const useDesigner = (options: Options) => useDraft({ ...options, ways: FORM_WAYS });

export type Designer = ReturnType<typeof useDesigner>;
