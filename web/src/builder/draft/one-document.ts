import { type DefinitionInfo, type Document, putDefinition } from "@/api/definitions";
import { clashes, merge, same } from "@/core/merge";
import type { Ways } from "./ways";

/** What the server has of a definition, and the version that bears. */
export type DocumentCopy<D> = { doc: D; version: number };

/**
 * How a builder keeps what is a single definition of `kind`.
 *
 * @param tidy the document as it is kept: what is blank left out
 */
export function waysOfOne<D extends Document>(kind: string, tidy: (doc: D) => D): Ways<D, DocumentCopy<D>> {
  const find = (items: DefinitionInfo[], code: string) => items.find((one) => one.kind === kind && one.code === code);
  return {
    copyOf: (items, code) => {
      const found = find(items, code);
      if (!found?.definition || found.state === "deleted") return null;
      return { doc: found.definition as D, version: found.version };
    },
    lastBy: (items, code) => find(items, code)?.changedBy,
    isNewer: (one, than) => one.version > than.version,
    open: (copy) => copy.doc,
    holds: (copy, doc) => same(tidy(doc), tidy(copy.doc)),
    says: (copy, other) => same(tidy(copy.doc), tidy(other.doc)),
    put: async (copy, state, keep) => {
      const doc = tidy(state);
      if (same(doc, tidy(copy.doc))) return null;
      const saved = await putDefinition(doc, copy.version);
      keep({ doc, version: saved.version });
      return saved.issues ?? [];
    },
    merge,
    clashes,
  };
}
