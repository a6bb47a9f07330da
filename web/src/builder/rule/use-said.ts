import type { TriggerKind, When } from "./model";
import { useRule } from "./rule-context";

/** What a trigger says, and what changes it. */
export function useSaid<K extends TriggerKind>(kind: K) {
  const { doc, edit } = useRule();
  const said = (doc.when[kind] ?? {}) as NonNullable<When[K]>;
  const set = (part: Partial<NonNullable<When[K]>>, tag?: string) =>
    edit(
      (before) => ({ ...before, when: { [kind]: { ...(before.when[kind] as object), ...part } } as When }),
      tag && `when ${tag}`,
    );
  return { said, set };
}
