import {
  AppstoreOutlined,
  BellOutlined,
  CalendarOutlined,
  CarryOutOutlined,
  CheckSquareOutlined,
  HistoryOutlined,
  MessageOutlined,
  NumberOutlined,
  StarOutlined,
  UnorderedListOutlined,
} from "@ant-design/icons";
import { type ComponentType, lazy } from "react";
import type { CardType } from "@/api/personal";
import { paths } from "@/app/paths";
import { AppsCard } from "./apps-card";
import { FavouritesCard, RecentCard } from "./kept-cards";

const MentionsCard = lazy(async () => ({ default: (await import("./mentions-card")).MentionsCard }));
const NewsCard = lazy(async () => ({ default: (await import("./news-card")).NewsCard }));
const WeekCard = lazy(async () => ({ default: (await import("@/week/week-view")).WeekView }));

const PlanList = lazy(async () => ({ default: (await import("@/plan/plan-list")).PlanList }));

const TodoCard = lazy(async () => ({ default: (await import("@/todo/todo-card")).TodoCard }));

const PLAN_SHORT = 8;
const Plan = () => <PlanList short={PLAN_SHORT} />;
const Week = () => <WeekCard low />;

type Kind = {
  Icon: ComponentType;
  /** What it shows; a figure and a list say in their settings of what, and have bodies of their own. */
  Body: ComponentType | null;
  /** The page that shows it all. */
  to?: string;
};

/** Everything the home knows of a type of card. A new type is one line here, its code in api/personal.ts, and the server's. */
export const CARD_KINDS: Record<CardType, Kind> = {
  plan: { Icon: CheckSquareOutlined, Body: Plan, to: paths.plan },
  todos: { Icon: CarryOutOutlined, Body: TodoCard, to: paths.todos },
  week: { Icon: CalendarOutlined, Body: Week, to: paths.week },
  figure: { Icon: NumberOutlined, Body: null },
  list: { Icon: UnorderedListOutlined, Body: null },
  recent: { Icon: HistoryOutlined, Body: RecentCard },
  favourites: { Icon: StarOutlined, Body: FavouritesCard },
  mentions: { Icon: MessageOutlined, Body: MentionsCard },
  news: { Icon: BellOutlined, Body: NewsCard },
  apps: { Icon: AppstoreOutlined, Body: AppsCard },
};
