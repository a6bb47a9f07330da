import {
  AlignLeftOutlined,
  AuditOutlined,
  BankOutlined,
  BarcodeOutlined,
  CalculatorOutlined,
  CalendarOutlined,
  CheckCircleOutlined,
  CheckSquareOutlined,
  ClockCircleOutlined,
  ClusterOutlined,
  DollarOutlined,
  DownCircleOutlined,
  EditOutlined,
  EnvironmentOutlined,
  FieldTimeOutlined,
  FileTextOutlined,
  FontSizeOutlined,
  FunctionOutlined,
  GlobalOutlined,
  GroupOutlined,
  LineOutlined,
  LinkOutlined,
  MailOutlined,
  NumberOutlined,
  OrderedListOutlined,
  PaperClipOutlined,
  PercentageOutlined,
  PhoneOutlined,
  PictureOutlined,
  SlidersOutlined,
  StarOutlined,
  TableOutlined,
  UnorderedListOutlined,
  UserOutlined,
} from "@ant-design/icons";
import type { ComponentType } from "react";
import type { FieldType } from "@/api/types";
import type { Translate } from "@/i18n";

/** What can be put on a form: a field of a type, or a part of the form that holds no value. */
export type Decoration = "section" | "tabs" | "note" | "divider";
export type Entry = {
  key: FieldType | Decoration;
  Icon: ComponentType;
  /** What a new one begins with, beside its name. */
  starts?: (t: Translate) => Record<string, unknown>;
};
export type Group = {
  key: "basic" | "choice" | "people" | "links" | "files" | "places" | "computed" | "layout";
  entries: Entry[];
};

const options = (t: Translate) =>
  [1, 2, 3].map((n) => ({ code: `option_${n}`, label: { zh: t("builder.option", { n }) } }));

const stages = (t: Translate) => [
  { code: "open", label: { zh: t("builder.stageOpen") } },
  { code: "won", label: { zh: t("builder.stageWon") }, end: "won" },
  { code: "lost", label: { zh: t("builder.stageLost") }, end: "lost" },
];

const withOptions = (t: Translate) => ({ options: options(t) });

/** Everything that the palette offers, by group. A new type of field is one line here. */
export const GROUPS: readonly Group[] = [
  {
    key: "basic",
    entries: [
      { key: "text", Icon: FontSizeOutlined },
      { key: "long_text", Icon: AlignLeftOutlined },
      { key: "number", Icon: NumberOutlined },
      { key: "money", Icon: DollarOutlined },
      { key: "percent", Icon: PercentageOutlined },
      { key: "date", Icon: CalendarOutlined },
      { key: "datetime", Icon: ClockCircleOutlined },
      { key: "duration", Icon: FieldTimeOutlined },
      { key: "phone", Icon: PhoneOutlined },
      { key: "email", Icon: MailOutlined },
      { key: "url", Icon: GlobalOutlined },
      { key: "rich_text", Icon: FileTextOutlined },
    ],
  },
  {
    key: "choice",
    entries: [
      { key: "select", Icon: DownCircleOutlined, starts: withOptions },
      { key: "multi_select", Icon: UnorderedListOutlined, starts: withOptions },
      { key: "stage", Icon: SlidersOutlined, starts: (t) => ({ options: stages(t) }) },
      { key: "boolean", Icon: CheckSquareOutlined },
      { key: "rating", Icon: StarOutlined },
    ],
  },
  {
    key: "people",
    entries: [
      { key: "member", Icon: UserOutlined },
      { key: "department", Icon: ClusterOutlined },
    ],
  },
  {
    key: "links",
    entries: [
      { key: "relation", Icon: LinkOutlined },
      { key: "child_table", Icon: TableOutlined },
    ],
  },
  {
    key: "files",
    entries: [
      { key: "file", Icon: PaperClipOutlined },
      { key: "image", Icon: PictureOutlined },
      { key: "signature", Icon: EditOutlined },
    ],
  },
  {
    key: "places",
    entries: [
      { key: "region", Icon: BankOutlined },
      { key: "location", Icon: EnvironmentOutlined },
      { key: "barcode", Icon: BarcodeOutlined },
    ],
  },
  {
    key: "computed",
    entries: [
      { key: "formula", Icon: FunctionOutlined },
      { key: "rollup", Icon: CalculatorOutlined },
      { key: "autonumber", Icon: OrderedListOutlined },
    ],
  },
  {
    key: "layout",
    entries: [
      { key: "section", Icon: GroupOutlined },
      { key: "tabs", Icon: AuditOutlined },
      { key: "note", Icon: CheckCircleOutlined },
      { key: "divider", Icon: LineOutlined },
    ],
  },
];

export const ENTRIES: readonly Entry[] = GROUPS.flatMap((group) => group.entries);

const DECORATIONS: readonly string[] = ["section", "tabs", "note", "divider"] satisfies Decoration[];
export const isDecoration = (key: string): key is Decoration => DECORATIONS.includes(key);

export function entryName(entry: Entry, t: Translate): string {
  return isDecoration(entry.key) ? t(`builder.part.${entry.key}`) : t(`field.type.${entry.key}`);
}
