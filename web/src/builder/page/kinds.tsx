import {
  AlignLeftOutlined,
  BarsOutlined,
  CarryOutOutlined,
  DashboardOutlined,
  FileTextOutlined,
  HistoryOutlined,
  SwitcherOutlined,
} from "@ant-design/icons";
import type { ComponentType } from "react";
import type { EntityInfo } from "@/api/types";
import type { BlockOf, BlockType } from "@/core/record-page";
import type { Language } from "@/core/time";
import type { Translate } from "@/i18n";
import { freeCode, type PageDesign } from "./model";
import { FactsProperties } from "./properties/facts-properties";
import { FiguresProperties } from "./properties/figures-properties";
import { NoteProperties } from "./properties/note-properties";
import { RelatedProperties } from "./properties/related-properties";
import { TabsProperties } from "./properties/tabs-properties";

/** What is known of the page that is built where the properties of a block are edited. */
export type Building = {
  entity: EntityInfo;
  entities: readonly EntityInfo[];
  design: PageDesign;
  edit: (to: (design: PageDesign) => PageDesign, tag?: string) => void;
};

export type PropertiesProps<T extends BlockType> = Building & {
  block: BlockOf<T, string>;
  /** Steps in a row with the same tag are undone as one. */
  set: (to: (block: BlockOf<T, string>) => BlockOf<T, string>, tag?: string) => void;
};

export type Making = { design: PageDesign; t: Translate; language: Language };

/** Everything the page builder knows of a type of block, beside how it is drawn. */
type BuilderKind<T extends BlockType> = {
  Icon: ComponentType;
  /** Null where there is nothing to set. */
  Properties: ComponentType<PropertiesProps<T>> | null;
  /** A new one; null where it is made of something that is chosen in the palette. */
  make: ((making: Making) => BlockOf<T, string>) | null;
};

export const BUILDER_KINDS: { [T in BlockType]: BuilderKind<T> } = {
  facts: {
    Icon: FileTextOutlined,
    Properties: FactsProperties,
    make: ({ design }) => ({ code: freeCode(design, "facts"), type: "facts" }),
  },
  timeline: {
    Icon: HistoryOutlined,
    Properties: null,
    make: ({ design }) => ({ code: freeCode(design, "timeline"), type: "timeline" }),
  },
  todos: {
    Icon: CarryOutOutlined,
    Properties: null,
    make: ({ design }) => ({ code: freeCode(design, "todos"), type: "todos" }),
  },
  figures: {
    Icon: DashboardOutlined,
    Properties: FiguresProperties,
    make: ({ design, t, language }) => ({
      code: freeCode(design, "figures"),
      type: "figures",
      figures: [
        {
          code: freeCode(design, "figure_1"),
          label: { [language]: t("page.build.daysSince") },
          value: "DAYS(TODAY(), created_at)",
        },
      ],
    }),
  },
  related: { Icon: BarsOutlined, Properties: RelatedProperties, make: null },
  note: {
    Icon: AlignLeftOutlined,
    Properties: NoteProperties,
    make: ({ design, t, language }) => ({
      code: freeCode(design, "note"),
      type: "note",
      text: { [language]: t("page.build.newNote") },
    }),
  },
  tabs: {
    Icon: SwitcherOutlined,
    Properties: TabsProperties,
    make: ({ design, t, language }) => {
      const first = freeCode(design, "tab_1");
      const second = freeCode(design, "tab_2", [first]);
      const tab = (code: string, n: number) => ({
        code,
        label: { [language]: t("page.build.tab", { n }) },
        blocks: [],
      });
      return { code: freeCode(design, "tabs"), type: "tabs", tabs: [tab(first, 1), tab(second, 2)] };
    },
  },
};
