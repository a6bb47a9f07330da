import { useQuery } from "@tanstack/react-query";
import { buttonsQuery } from "@/api/buttons";
import { definitionsQuery } from "@/api/definitions";
import { labelText, useLanguage } from "@/i18n";
import { useTargets } from "../button/use-targets";
import type { About } from "./compare";

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

/** All entities that a role can have rights on, with their fields and buttons; those of this app first. */
export function useAbouts(app: string): About[] {
  const { language } = useLanguage();
  const { entities } = useTargets(app);
  const buttons = useButtons(app);
  return entities.map((entity) => ({
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
