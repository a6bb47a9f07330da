import type { FieldInfo } from "@/api/types";
import { type FilterRule, rules } from "@/core/filter";
import { type Translate, useLanguage } from "@/i18n";
import { asFilter } from "@/list/filter/as-filter";
import { describe } from "@/list/filter/describe";
import { useWritten, type Written } from "./read-text";

/** What fields of these types are compared with has a name that would have to be looked up. */
const NAMED: ReadonlySet<string> = new Set(["member", "department", "region", "relation", "relations"]);

/** Of a role "me" is whoever has it. */
function ofHolder(t: Translate): Translate {
  const said = (key: "filter.op.me" | "filter.and", options?: { n: string }) =>
    key === "filter.op.me" ? t("role.isHolder") : t(key, options);
  return said as Translate;
}

/**
 * The conditions of rights, written as text over an entity, in words where a filter can say them and nothing has to be looked
 * up; else as they are written.
 *
 * @param draft whether the names of unpublished drafts are known; for builders
 */
export function useConditionWords(
  written: readonly Written[],
  draft: boolean,
): (entity: string, fields: readonly FieldInfo[], text: string) => string {
  const { t, language } = useLanguage();
  const read = useWritten(written, draft);
  return (entity, fields, text) => {
    const tree = read(entity, text);
    const filter = tree === null ? null : asFilter(tree, fields);
    const plain = ({ field: code, value }: FilterRule) =>
      value === undefined || fields.some((field) => field.code === code && !NAMED.has(field.type));
    if (filter === null || !rules(filter).every(plain)) return text;
    return describe(filter, [...fields], ofHolder(t), language, (_, code) => code);
  };
}
