import { useMemo } from "react";
import { type Design, toDesign } from "../model/design";
import { clashesOf, mergeDesign } from "../model/merge-design";
import { type Craft, type Met, useWork } from "../work/use-work";
import { copyOf, holds, isNewer, lastBy, put, type ServerCopy, says } from "./server-copy";

type Options = { app: string; code: string; first: ServerCopy; met: (met: Met) => void };

const craftOf = (code: string): Craft<ServerCopy, Design> => ({
  copyOf: (items) => copyOf(items, code),
  lastBy: (items) => lastBy(items, code),
  isNewer,
  holds,
  says,
  put,
  toDesign,
  merge: mergeDesign,
  clashes: clashesOf,
});

/** The work on one form. */
export function useDesigner({ app, code, first, met }: Options) {
  const craft = useMemo(() => craftOf(code), [code]);
  return useWork({ app, craft, first, met });
}

export type Designer = ReturnType<typeof useDesigner>;
