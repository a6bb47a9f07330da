import type { ViewInfo } from "../src/api/types.ts";
import type { Where } from "../src/core/where.ts";

export const VIEWS: ViewInfo[] = [
  {
    code: "mine",
    app: "crm",
    label: { zh: "我负责的", en: "Mine" },
    entity: "customer",
    columns: [],
    where: "owner = ME()",
    sort: [],
  },
  {
    code: "key_customers",
    app: "crm",
    label: { zh: "重点客户", en: "Key customers" },
    entity: "customer",
    columns: ["name", "stage", "spent", "parent", "owner"],
    where: 'CONTAINSANY(tags, ["vip"])',
    sort: ["-spent"],
  },
  {
    code: "by_visit",
    app: "crm",
    label: { zh: "按下次拜访", en: "By next visit" },
    entity: "customer",
    columns: ["name", "next_visit", "phone", "owner"],
    where: "NOT ISBLANK(next_visit)",
    sort: ["next_visit"],
  },
];

/** What the server's language would make of the conditions above. */
export const CONDITIONS: Record<string, Where> = {
  "owner = ME()": { field: "owner", op: "=", value: "m1" },
  'CONTAINSANY(tags, ["vip"])': { field: "tags", op: "contains_any", value: ["vip"] },
  "NOT ISBLANK(next_visit)": { field: "next_visit", op: "not_blank" },
};
