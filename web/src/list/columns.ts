import type { EntityInfo, FieldInfo } from "@/api/types";
import { kindOf } from "@/field/registry";
import { callingField } from "@/field/relation";

const HIDDEN_AT_FIRST: ReadonlySet<string> = new Set([
  "long_text",
  "rich_text",
  "child_table",
  "file",
  "signature",
  "location",
]);
const AT_FIRST = 9;

/** Fields a list can show: what records are called by first, the system's own last. */
export function listable(entity: EntityInfo): FieldInfo[] {
  const title = callingField(entity);
  const rest = entity.fields.filter(
    (field) => field !== title && field.type !== "child_table" && field.code !== "number",
  );
  const own = rest.filter((field) => !field.system);
  const system = rest.filter((field) => field.system);
  return title ? [title, ...own, ...system] : [...own, ...system];
}

/** The columns to show: those chosen, else the first handful that read well in a list. Unknown codes are passed over. */
export function shownColumns(entity: EntityInfo, chosen: string[] | null): FieldInfo[] {
  const all = listable(entity);
  if (chosen === null) return all.filter((field, i) => i === 0 || !HIDDEN_AT_FIRST.has(field.type)).slice(0, AT_FIRST);
  const title = all[0];
  const picked = chosen.map((code) => all.find((field) => field.code === code)).filter((field) => field !== undefined);
  return title && !picked.includes(title) ? [title, ...picked] : picked;
}

export const MIN_WIDTH = 64;

/** Widths dragged by this person in this browser; a convenience, so it is not in the URL. */
export type Widths = Record<string, number>;

export function readWidths(entity: string): Widths {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(`zhike.widths.${entity}`) ?? "{}");
    if (typeof found !== "object" || found === null) return {};
    return Object.fromEntries(
      Object.entries(found).filter((entry): entry is [string, number] => typeof entry[1] === "number"),
    );
  } catch {
    return {};
  }
}

export function keepWidths(entity: string, widths: Widths): void {
  localStorage.setItem(`zhike.widths.${entity}`, JSON.stringify(widths));
}

export function widthOf(field: FieldInfo, widths: Widths, isTitle: boolean): number {
  return widths[field.code] ?? (isTitle ? Math.max(240, kindOf(field).width) : kindOf(field).width);
}
