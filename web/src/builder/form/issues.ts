import type { InputIssue } from "@/api/problem";
import { isTabs, type Layout, type Part } from "@/core/layout/layout";
import type { Design } from "../model/design";

/** The part of a layout that a path such as `layout[2].items[0].field` leads to. */
function partAt(layout: Layout, path: string): Part | undefined {
  const steps = [...path.matchAll(/(layout|items|tabs)\[(\d+)\]/g)].map((found) => Number(found[2]));
  const top = layout[steps[0] ?? -1];
  if (top === undefined || steps.length === 1) return top;
  if ("items" in top) return top.items[steps[1] ?? -1];
  return isTabs(top) ? (top.tabs[steps[1] ?? -1]?.items[steps[2] ?? -1] ?? top) : top;
}

/** The key of the part that an issue is about; null where it is about none of this form. */
export function keyOfIssue(path: string, design: Design): string | null {
  const own = path.replace(new RegExp(`^(entity|form)/${design.entity.code}\\.`), "");
  const field = /^fields\[(\d+)\]/.exec(own);
  if (field) return design.entity.fields[Number(field[1])]?.code ?? null;
  if (!own.startsWith("layout")) return null;
  const part = partAt(design.layout, own);
  if (part === undefined) return null;
  return "field" in part ? part.field : part.code;
}

/** What is wrong with each part, in one sentence or more. */
export function issuesByKey(issues: InputIssue[], design: Design): Map<string, string> {
  const found = new Map<string, string>();
  for (const { path, message } of issues) {
    const key = keyOfIssue(path, design);
    if (key !== null) found.set(key, found.has(key) ? `${found.get(key)} ${message}` : message);
  }
  return found;
}
