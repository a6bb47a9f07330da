import type { FieldInfo, Total } from "@/api/types";
import { kindOf, shownAs } from "@/field/registry";

/** What the places of a view ask of a field; the server judges by the same. */
export type Need = "any" | "group" | "board" | "numeric" | "number" | "day" | "choice" | "image";

const GROUPING = new Set([
  "text",
  "select",
  "stage",
  "boolean",
  "member",
  "department",
  "relation",
  "region",
  "rating",
]);
const COLUMNS = new Set(["select", "stage", "boolean", "member", "department"]);
const NUMERIC = new Set(["number", "money", "percent", "rating", "duration"]);
const NUMBER = new Set(["number", "percent"]);

export function fits(field: FieldInfo, need: Need): boolean {
  const { type, many } = shownAs(field);
  switch (need) {
    case "any":
      return type !== "child_table";
    case "group":
      return GROUPING.has(type) && !many;
    case "board":
      return COLUMNS.has(type) && !many;
    case "numeric":
      return NUMERIC.has(type) && field.code !== "number";
    case "number":
      return NUMBER.has(type) && field.code !== "number";
    case "day":
      return type === "date" || type === "datetime";
    case "choice":
      return (type === "select" || type === "stage") && !many;
    case "image":
      return type === "image";
  }
}

/** The figures that can stand below a column. A running number is a name and no amount. */
export function totalsOf(field: FieldInfo): Total[] {
  if (field.masked || field.encrypted) return [];
  if (fits(field, "numeric")) return ["sum", "avg", "min", "max", "count"];
  if (fits(field, "day")) return ["min", "max", "count"];
  return ["count", "count_unique"];
}

/** The figure that stands below a column as long as nobody chose one: amounts of money are added up. */
export function usualTotal(field: FieldInfo): Total | null {
  const { type } = shownAs(field);
  const counted = type === "number" && (field.type === "rollup" || (field.unit ?? "") !== "");
  return kindOf(field).summable && !field.unique && (type === "money" || counted) ? "sum" : null;
}
