import type { TFunction } from "i18next";
import { type Choices, nameOf } from "@/share/principals";
import { principalOf, type SharingDoc } from "./model";

/** With whom a rule shares, by name; who is not there any more by that. */
export function withWords(doc: SharingDoc, choices: Choices, t: TFunction): string {
  return doc.with.map((one) => nameOf(choices, principalOf(one)) ?? t("sharing.unknown")).join(t("role.or"));
}

/**
 * A rule as a sentence; what is not written yet is said to be so.
 *
 * @param condition what its condition is in words
 */
export function sentence(
  doc: SharingDoc,
  { entity, condition }: { entity: string; condition: string },
  choices: Choices,
  t: TFunction,
): string {
  return t("sharing.sentence", {
    entity,
    where: condition || t("sharing.unwritten"),
    with: withWords(doc, choices, t) || t("sharing.nobody"),
    level: t(`share.levelOf.${doc.level}`),
  });
}
