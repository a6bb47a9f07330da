import type { EntityInfo, FieldInfo, Label, MenuItem, ViewInfo } from "../src/api/types.ts";
import type { Value } from "../src/core/value.ts";

/** What the mock keeps of a record. */
export type Stored = {
  id: string;
  version: number;
  deleted: string | null;
  values: Record<string, Value>;
  history: MockChange[];
};
export type MockChange = {
  id: string;
  at: string;
  by: { id: string; name: string };
  kind: "create" | "update" | "delete" | "restore";
  origin: string;
  batch: string | null;
  fields: { code: string; before: Value; after: Value }[];
};

export const members = ["林晓彤", "陈国栋", "王思远", "赵敏", "Daniel Ortega"].map((name, i) => ({
  id: `m${i + 1}`,
  name,
}));
export const departments = [
  {
    code: "hq",
    name: "总部",
    children: [
      { code: "east", name: "华东销售部" },
      { code: "north", name: "华北销售部" },
    ],
  },
  { code: "service", name: "客户服务部" },
];
export const regions = [
  { code: "31", name: "上海市", path: "上海市", leaf: false },
  { code: "33", name: "浙江省", path: "浙江省", leaf: false },
  { code: "44", name: "广东省", path: "广东省", leaf: false },
  { code: "3101", name: "市辖区", path: "上海市", leaf: false },
  { code: "3301", name: "杭州市", path: "浙江省 杭州市", leaf: false },
  { code: "4403", name: "深圳市", path: "广东省 深圳市", leaf: false },
  { code: "310115", name: "浦东新区", path: "上海市 浦东新区", leaf: true },
  { code: "330106", name: "西湖区", path: "浙江省 杭州市 西湖区", leaf: true },
  { code: "440305", name: "南山区", path: "广东省 深圳市 南山区", leaf: true },
];

export const state = {
  signedIn: true,
  member: { id: "m1", name: "林晓彤", language: null as "zh" | "en" | null },
  apps: [] as {
    code: string;
    label: Label;
    icon?: string;
    menu: MenuItem[];
    sample?: boolean;
  }[],
  entities: new Map<string, EntityInfo>(),
  views: [] as ViewInfo[],
  rows: new Map<string, Stored[]>(),
  batches: new Map<string, { entity: string; id: string; before: Stored | null }[]>(),
  files: new Map<string, { id: string; name: string; size: number; type: string; bytes: Buffer }>(),
};

let counter = 0;
export function nextId(prefix: string): string {
  counter += 1;
  return `${prefix}${counter.toString(36).padStart(6, "0")}`;
}

export function field(entity: string, code: string): FieldInfo | undefined {
  return state.entities.get(entity)?.fields.find((f) => f.code === code);
}

export function rowsOf(entity: string): Stored[] {
  let rows = state.rows.get(entity);
  if (!rows) {
    rows = [];
    state.rows.set(entity, rows);
  }
  return rows;
}

export function titleOf(entity: string, id: string): string {
  const title = state.entities.get(entity)?.titleField;
  const row = rowsOf(entity).find((r) => r.id === id);
  const value = row && title ? row.values[title] : null;
  return value == null ? id : String(value);
}
