import { Tabs } from "antd";
import { labelText, useLanguage } from "@/i18n";
import type { BlockKind, BlockProps } from "./block";
import { BlockList } from "./block-list";
import css from "./blocks.module.css";

function TabsBlock({ block, heading, titled: _, ...shared }: BlockProps<"tabs">) {
  const { language } = useLanguage();
  const items = block.tabs.map((tab) => ({
    key: tab.code,
    label: labelText(tab.label, language),
    children: <BlockList list={tab.code} blocks={tab.blocks} {...shared} />,
  }));
  return (
    <section className={css.tabs} aria-label={heading}>
      {block.label && <h2 className={css.heading}>{heading}</h2>}
      <Tabs items={items} />
    </section>
  );
}

export const tabs: BlockKind<"tabs"> = {
  Component: TabsBlock,
  name: (_, { t }) => t("page.block.tabs"),
};
