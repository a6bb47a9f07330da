import { isPlaced, keyOf, type Layout, type Part } from "@/core/layout/layout";
import { clashes, merge } from "@/core/merge";
import type { Design } from "./design";

/** Without fields that are gone, and with none placed twice, as two people's moves can leave them. */
function tidy(design: Design): Design {
  const fields = new Set(design.entity.fields.map((field) => field.code));
  const seen = new Set<string>();
  const stays = (part: Part) => {
    if (isPlaced(part) && !fields.has(part.field)) return false;
    if (seen.has(keyOf(part))) return false;
    seen.add(keyOf(part));
    return true;
  };
  const layout: Layout = design.layout.filter(stays).map((part) => {
    if ("items" in part) return { ...part, items: part.items.filter(stays) };
    if ("tabs" in part) return { ...part, tabs: part.tabs.map((tab) => ({ ...tab, items: tab.items.filter(stays) })) };
    return part;
  });
  return { ...design, layout };
}

/** What I made of `base` together with what somebody else made of it. */
export function mergeDesign(base: Design, mine: Design, theirs: Design): Design {
  return tidy(merge(base, mine, theirs));
}

/** How many things both changed differently; mine stands. */
export const clashesOf = (base: Design, mine: Design, theirs: Design): number => clashes(base, mine, theirs);
