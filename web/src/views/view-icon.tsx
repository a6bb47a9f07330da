import { AppstoreOutlined, BarsOutlined, CalendarOutlined, PicLeftOutlined, ProjectOutlined } from "@ant-design/icons";
import type { ComponentType } from "react";
import type { ViewType } from "@/api/types";

const ICONS: Record<ViewType, ComponentType> = {
  list: BarsOutlined,
  board: ProjectOutlined,
  calendar: CalendarOutlined,
  gallery: AppstoreOutlined,
  gantt: PicLeftOutlined,
};

export function ViewIcon({ type = "list" }: { type?: ViewType }) {
  const Icon = ICONS[type];
  return <Icon />;
}
