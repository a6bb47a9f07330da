import type { Label } from "./types";

export type MenuItem = {
  entity?: string;
  view?: string;
  url?: string;
  label: Label;
  icon?: string;
  /** Of a group, which has `items`. */
  code?: string;
  items?: MenuItem[];
};
export type AppInfo = {
  code: string;
  label: Label;
  icon?: string;
  menu: MenuItem[];
  /** Whether its sample data is still there. */
  sample?: boolean;
};
export type TemplateInfo = { code: string; label: Label; description?: Label; entities: number; sample?: boolean };
