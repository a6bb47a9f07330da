import type { DefinitionInfo, Document } from "@/api/definitions";
import type { ShareLevel } from "@/api/shares";
import type { Words } from "@/core/layout/layout";
import type { Principal } from "@/share/principals";
import { waysOfOne } from "../draft/one-document";
import type { Written } from "../read-text";

/** With whom, as it is written. */
export type With = { role: string } | { group: string } | { department: string; below?: boolean };

/** A definition of kind `sharing`: records of an entity for which a condition holds, with whom and how far. */
export type SharingDoc = {
  kind: "sharing";
  code: string;
  app?: string;
  label: Words;
  description?: Words;
  entity: string;
  where: string;
  with: With[];
  level: ShareLevel;
} & Document;

export function principalOf(one: With): Principal {
  if ("role" in one) return { kind: "role", id: one.role, below: false };
  if ("group" in one) return { kind: "group", id: one.group, below: false };
  return { kind: "department", id: one.department, below: one.below === true };
}

/** Null for whom nothing is shared with by a rule. */
export function withOf({ kind, id, below }: Principal): With | null {
  switch (kind) {
    case "role":
      return { role: id };
    case "group":
      return { group: id };
    case "department":
      return below ? { department: id, below } : { department: id };
    case "member":
      return null;
  }
}

/** How the builder keeps a rule. */
export const SHARING_WAYS = waysOfOne(
  "sharing",
  (doc: SharingDoc): SharingDoc => ({ ...doc, where: doc.where.trim() }),
);

export const newSharing = (code: string, app: string, label: Words, entity: string): SharingDoc => ({
  kind: "sharing",
  code,
  app,
  label,
  entity,
  where: "",
  with: [],
  level: "read",
});

/** The conditions of rules, each with the entity that it is over. */
export const conditionsOf = (docs: readonly SharingDoc[]): Written[] =>
  docs.flatMap(({ entity, where }) => (where.trim() === "" ? [] : [{ entity, text: where.trim() }]));

export const docOf = (info: DefinitionInfo): SharingDoc => info.definition as SharingDoc;
