import {
  AppstoreOutlined,
  AuditOutlined,
  BankOutlined,
  CalendarOutlined,
  ContactsOutlined,
  CustomerServiceOutlined,
  DollarOutlined,
  EyeInvisibleOutlined,
  FileTextOutlined,
  GiftOutlined,
  MailOutlined,
  MessageOutlined,
  PhoneOutlined,
  ProjectOutlined,
  SafetyOutlined,
  ShopOutlined,
  ShoppingCartOutlined,
  TableOutlined,
  TagOutlined,
  TeamOutlined,
  UserOutlined,
} from "@ant-design/icons";
import type { ComponentType } from "react";

type Drawn = { className?: string };

const ICONS: Record<string, ComponentType<Drawn>> = {
  app: AppstoreOutlined,
  audit: AuditOutlined,
  privacy: EyeInvisibleOutlined,
  bank: BankOutlined,
  calendar: CalendarOutlined,
  contacts: ContactsOutlined,
  service: CustomerServiceOutlined,
  money: DollarOutlined,
  file: FileTextOutlined,
  gift: GiftOutlined,
  mail: MailOutlined,
  message: MessageOutlined,
  phone: PhoneOutlined,
  project: ProjectOutlined,
  safety: SafetyOutlined,
  shop: ShopOutlined,
  cart: ShoppingCartOutlined,
  table: TableOutlined,
  tag: TagOutlined,
  team: TeamOutlined,
  user: UserOutlined,
};

/** The icon that a definition names; an unknown name gets the neutral one. */
export function NamedIcon({ name, fallback = "table", className }: Drawn & { name?: string; fallback?: string }) {
  const Icon = ICONS[name ?? ""] ?? ICONS[fallback] ?? TableOutlined;
  return <Icon className={className} />;
}
