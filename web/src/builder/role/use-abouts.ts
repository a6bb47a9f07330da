import { useQuery } from "@tanstack/react-query";
import { buttonsQuery } from "@/api/buttons";
import { definitionsQuery } from "@/api/definitions";
import { labelText, useLanguage } from "@/i18n";
import { useTargets } from "../button/use-targets";
import type { Written } from "../read-text";
import { useConditionWords } from "../use-condition-words";
import { isBlank, listOf, type RoleDoc, SCOPED, scopeOf } from "./model";
import type { About } from "./words";

/** A field that everybody who reads a record sees anyway. */
const ALWAYS = "number";

/** Types whose values nobody types. */
const COMPUTED: ReadonlySet<string> = new Set(["formula", "rollup", "autonumber"]);

type Buttons = { code: string; entity: string; label: Parameters<typeof labelText>[0] }[];

/** The buttons there are or will be: those of drafts in place of what is published. */
function useButtons(app: string): Buttons {
  const drafts = (useQuery(definitionsQuery(app)).data ?? []).filter((one) => one.kind === "button");
  const published = useQuery(buttonsQuery).data ?? [];
  const drafted = drafts
    .filter((one) => one.state !== "deleted")
    .map(({ code, label, definition }) => ({ code, label, entity: String(definition?.entity) }));
  return [...drafted, ...published.filter(({ code }) => !drafts.some((one) => one.code === code))];
}

/** The conditions that roles hold, each with the entity that it is over. */
const conditionsOf = (roles: readonly RoleDoc[]): Written[] =>
  roles.flatMap(({ entities = {} }) =>
    Object.entries(entities).flatMap(([entity, rights]) =>
      [rights, rights.deny ?? {}]
        .flatMap((scoped) => SCOPED.flatMap((right) => listOf(scopeOf(scoped, right))))
        .flatMap((one) => (typeof one === "string" || isBlank(one) ? [] : [{ entity, text: one.where.trim() }])),
    ),
  );

/**
 * All entities that a role can have rights on, with their fields and buttons; those of this app first.
 *
 * @param roles whose conditions are said in words
 */
export function useAbouts(app: string, roles: readonly RoleDoc[]): About[] {
  const { language } = useLanguage();
  const { entities } = useTargets(app);
  const buttons = useButtons(app);
  const words = useConditionWords(conditionsOf(roles), true);
  return entities.map((entity) => ({
    condition: (text) => words(entity.code, entity.fields, text),
    code: entity.code,
    name: labelText(entity.label, language),
    fields: entity.fields
      .filter(({ code }) => code !== ALWAYS)
      .map(({ code, label, type, system, readonly }) => ({
        code,
        name: labelText(label, language),
        computed: COMPUTED.has(type) || (system === true && readonly === true),
      })),
    buttons: buttons
      .filter((button) => button.entity === entity.code)
      .map(({ code, label }) => ({ code, name: labelText(label, language) })),
  }));
}
